-- SPDX-License-Identifier: MIT
-- A cell a row, those with nothing in them, too. Most panels are read from tallies, the lines those cannot tell of
-- one by one; people and days are counted afresh. Of a record without a line (a disruption of a
-- group alone) the force's own staff are told. The note stands on the first row.
create function api.dashboard(panel text)
returns table (series text, label text, value bigint, note text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s record;
	since date;
begin
	select * into s from data.panel_span();
	if panel in ('charges', 'safeguarding') then
		return query
		select f.series, f.label, coalesce(c.n, 0)::bigint, null::text
		from data.panel_frame(panel) f
		left join data.panel_firsts(panel, array(select l.line_id from data.place_extra() p join data.line l using (line_id) where not p.in_sums)) c
			on c.label = f.label
		order by f.n;
	elsif panel in ('type1', 'disruptions', 'disruptions_force', 'arrests', 'socex') then
		since := case when panel = 'type1' then (s.from_day - interval '1 year')::date else s.from_day end;
		return query
		with cell as materialized (
			select t.day, t.a, t.b, t.n, t.x, t.y from data.tally_seen(panel, since, s.upto) t
			union all
			select e.day, e.a, e.b, e.n, e.x, e.y
			from data.event_cells_of(array(select l.line_id from data.place_extra() p join data.line l using (line_id) where not p.in_sums),
				panel, since, s.upto) e
		), counted as (
			select x.series, x.label, sum(x.n) as n
			from cell c
			cross join lateral (values
				('type1', to_char(case when c.day < s.from_day then since else s.from_day end, 'YYYY/')
					|| to_char(case when c.day < s.from_day then s.from_day else s.from_day + interval '1 year' end, 'YY'), to_char(c.day, 'Mon'), c.n),
				('arrests', '', to_char(c.day, 'Mon'), c.n),
				('disruptions', initcap(c.a), c.b, c.n),
				('disruptions_force', initcap(c.a), c.b, c.n),
				('socex', to_char(c.day, 'Mon'), 'Arrested', c.n),
				('socex', to_char(c.day, 'Mon'), 'Linked to drugs', c.x),
				('socex', to_char(c.day, 'Mon'), 'Trafficking', c.y)) x (panel, series, label, n)
			where x.panel = dashboard.panel
			group by 1, 2
		)
		select f.series, f.label, coalesce(c.n, 0)::bigint, null::text
		from data.panel_frame(panel) f left join counted c using (series, label)
		order by f.n;
	elsif panel = 'closing' then
		return query
		with seen as materialized (
			select c.on_day - least(l.first_seen, (l.created_at at time zone 'Europe/London')::date) as days
			from data.panel_closed() c join data.line l using (line_id)
		), counted as (
			select b.label, count(*) as n
			from seen x join data.closing_buckets() b on x.days between coalesce(b.from_days, x.days) and coalesce(b.to_days, x.days)
			group by 1
		), middle as (
			select percentile_disc(0.5) within group (order by x.days) as days from seen x
		)
		select f.series, f.label, coalesce(c.n, 0)::bigint, case when f.n = min(f.n) over () and m.days is not null then
			format('half within %s days', m.days) end
		from data.panel_frame(panel) f left join counted c on c.label = f.label cross join middle m
		order by f.n;
	else
		perform data.refuse('GL005', format('There is no panel "%s" of counted records.', panel), 'api.dashboard_panels() lists the panels.');
	end if;
end
$$;
comment on function api.dashboard(text) is 'A panel of the dashboard, counted over the lines the caller sees';
