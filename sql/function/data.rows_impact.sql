-- SPDX-License-Identifier: MIT
-- A line counts where it is run from and where it sold on the day. Places further away are told and count for
-- nothing: the claim is of the region. The latest events of each kind find most places; only what they have not
-- found is looked for line by line, so that a year of a hundred thousand events is not gone through for a yes.
create function data.rows_impact(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	latest constant int := 500;
	found jsonb;
	whole boolean;
	p record;
	day date;
begin
	with event as materialized (
		select * from data.programme_events(from_day, to_day, known, latest)
	), place as (
		select x.code, e.on_day from event e join data.line l using (line_id) cross join lateral (values (l.export_npu), (l.export_force)) x (code)
		where x.code is not null
		union all
		select i.area, e.on_day from event e join data.line_import i on i.line_id = e.line_id and e.on_day between i.valid_from and i.valid_to
	)
	select (select coalesce(jsonb_object_agg(x.code, x.day), '{}') from (select c.code, max(c.on_day) as day from place c group by c.code) x),
		not exists (select from event e group by e.kind having count(*) >= latest)
	  into found, whole;
	for p in
		select u.code, u.label, u.position, true as wanted, true as is_unit
		from ref.unit u join ref.unit t on t.code = 'CLTF'
		where u.kind in ('npu', 'lpa') and u.force = t.force and to_day between u.valid_from and u.valid_to
		union all
		select a.code, a.label, 1000 + a.position, f.region is not null, false
		from ref.area a join ref.unit t on t.code = 'CLTF' join ref.force h on h.code = t.force
		left join ref.force f on f.code = a.code and f.region = h.region and to_day between f.valid_from and f.valid_to
		where a.code <> t.force and a.code <> 'Unknown'
		order by 3
	loop
		day := (found ->> p.code)::date;
		if day is null and not whole then
			day := data.programme_at(p.code, p.is_unit, from_day, to_day, known);
		end if;
		if p.wanted or day is not null then
			ref := p.code;
			line_id := null;
			on_day := day;
			unit := p.code;
			what := p.label || case when not p.wanted then ', further away' else '' end || case when day is null then ': nothing' else '' end;
			counts := case when p.wanted and day is not null then 1 else 0 end;
			base := case when p.wanted then 1 else 0 end;
			return next;
		end if;
	end loop;
end
$$;
comment on function data.rows_impact(date, date, timestamptz) is 'Units of the force and forces of the region, and whether the programme was at work there';
