-- SPDX-License-Identifier: MIT
-- A line counts where it is run from and where it sold meanwhile. Places further away are told and count for
-- nothing: the claim is of the region.
create function data.rows_impact(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with event as (
		select c.line_id, c.on_day from data.rows_type1(from_day, to_day, known) c
		union all
		select a.line_id, a.on_day from data.arrest a where a.on_day between from_day and to_day and a.programme
			and a.entered_at <= known and coalesce(a.voided_at, 'infinity') > known
		union all
		select c.line_id, c.on_day from data.charge c where c.on_day between from_day and to_day and c.programme
			and c.entered_at <= known and coalesce(c.voided_at, 'infinity') > known
		union all
		select g.line_id, g.on_day from data.safeguarding g where g.on_day between from_day and to_day and g.programme
			and g.entered_at <= known and coalesce(g.voided_at, 'infinity') > known
		union all
		select d.line_id, d.on_day from data.disruption d where d.on_day between from_day and to_day and d.programme
			and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known
		union all
		select z.line_id, z.on_day from data.seizure z where z.on_day between from_day and to_day and z.programme
			and z.entered_at <= known and coalesce(z.voided_at, 'infinity') > known
	), worked as materialized (
		select e.line_id, max(e.on_day) as on_day, min(e.on_day) as first_day, count(*) as n from event e where e.line_id is not null group by e.line_id
	), place as (
		select l.export_npu as code, w.on_day, w.n from worked w join data.line l using (line_id) where l.export_npu is not null
		union all
		select l.export_force, w.on_day, w.n from worked w join data.line l using (line_id)
		union all
		select i.area, w.on_day, w.n from worked w join data.line_import i on i.line_id = w.line_id
			and w.on_day >= i.valid_from and w.first_day <= i.valid_to
	), there as (
		select code, sum(n) as n, max(on_day) as last_day from place group by code
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
