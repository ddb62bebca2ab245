-- SPDX-License-Identifier: MIT
-- A line counts where it is run from and where it sold on the day. Places further away are told and count for
-- nothing: the claim is of the region.
create function data.rows_impact(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with worked as materialized (
		select line_id, on_day from data.rows_type1(from_day, to_day, known)
		union all
		select e.line_id, e.on_day from data.event_row e
		where e.on_day between from_day and to_day and e.programme and e.entered_at <= known and coalesce(e.voided_at, 'infinity') > known
	), place as (
		select l.export_npu as code, w.on_day from worked w join data.line l using (line_id) where l.export_npu is not null
		union all
		select l.export_force, w.on_day from worked w join data.line l using (line_id)
		union all
		select i.area, w.on_day from worked w join data.line_import i on i.line_id = w.line_id
			and w.on_day between i.valid_from and i.valid_to
	), there as (
		select code, count(*) as n, max(on_day) as last_day from place group by code
	), wanted as (
		select u.code, u.label, u.position from ref.unit u join ref.unit t on t.code = 'CLTF'
		where u.kind in ('npu', 'lpa') and u.force = t.force and to_day between u.valid_from and u.valid_to
		union all
		select f.code, f.label, 100 + f.position from ref.force f
		where f.region = (select x.region from ref.force x join ref.unit t on t.force = x.code where t.code = 'CLTF') and f.code <> (select t.force from ref.unit t where t.code = 'CLTF')
			and to_day between f.valid_from and f.valid_to
	)
	select w.code, null::uuid, t.last_day, w.code, format('%s: %s', w.label, case when t.n is null then 'nothing'
			else t.n || ' events and outcomes' end), case when t.n > 0 then 1 else 0 end, 1
	from wanted w left join there t using (code)
	union all
	select t.code, null, t.last_day, t.code, format('%s, further away: %s events and outcomes', t.code, t.n), 0, 0
	from there t join ref.area a on a.code = t.code
	where not exists (select from wanted w where w.code = t.code) and a.kind in ('force', 'area') and a.code <> 'Unknown' and a.code <> (select u.force from ref.unit u where u.code = 'CLTF')
$$;
comment on function data.rows_impact(date, date, timestamptz) is 'Units of the force and forces of the region, and what the programme did there';
