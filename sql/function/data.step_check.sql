-- SPDX-License-Identifier: MIT
create function data.step_check(s ref.step, p_id uuid, cells jsonb) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	faults text[];
	first date;
begin
	select min(l.first_seen) into first from data.line l where l.line_id = any (data.object_lines(s.object, p_id));
	select array_agg(x.name || ': ' || x.reason order by x.position) into faults
	from (
		select f.name, f.position, coalesce(data.cell_fault(f, cells ->> f.name),
			case when f.since_line and data.parse_day(cells ->> f.name) < first
				then format('%s lies before the line was first seen, %s', cells ->> f.name, first) end) as reason
		from data.step_fields(s.step) f
		union all
		select k, 0, format('is no field of this step; it has %s',
			(select string_agg(f.name, ', ' order by f.position) from data.step_fields(s.step) f))
		from jsonb_object_keys(cells) k
		where k not in (select f.name from data.step_fields(s.step) f)
	) x
	where x.reason is not null;
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
end
$$;
comment on function data.step_check(ref.step, uuid, jsonb) is 'Raises unless every field is as its shape says';
