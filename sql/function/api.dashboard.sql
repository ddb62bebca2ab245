-- SPDX-License-Identifier: MIT
-- A cell a row, those with nothing in them, too. Of a record without a line (a disruption of a group alone) the
-- force's own staff are told. The note stands on the first row.
create function api.dashboard(panel text)
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with row as materialized (
		select r.series, r.label, r.line_id, r.counts, r.days from data.panel_rows(panel) r
	), visible as materialized (
		select l.line_id from (select distinct r.line_id from row r) d join data.line l using (line_id)
		union all
		select null from data.staff s where s.login = session_user and s.valid_to > now() and s.sees_force is not null
	), seen as materialized (
		select r.series, r.label, r.counts, r.days
		from row r join visible v on coalesce(v.line_id, '00000000-0000-0000-0000-000000000000')
			= coalesce(r.line_id, '00000000-0000-0000-0000-000000000000')
	), counted as (
		select s.series, s.label, sum(s.counts)::bigint as n from seen s group by 1, 2
	), middle as (
		select percentile_disc(0.5) within group (order by s.days) as days from seen s where s.days is not null
	)
	select f.series, f.label, coalesce(c.n, 0), case when f.n = min(f.n) over () and m.days is not null then
		format('half within %s days', m.days) end
	from data.panel_frame(panel) f left join counted c using (series, label) cross join middle m
	order by f.n
$$;
comment on function api.dashboard(text) is 'A panel of the dashboard, counted over the lines the caller sees';
