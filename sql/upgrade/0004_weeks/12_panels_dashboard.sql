-- What is recorded counts, by whatever clock it was entered, and whole months: nothing of a day to come is recorded.
create or replace function data.panel_span(out from_day date, out to_day date, out known timestamptz, out upto date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (date_trunc('year', c.today - interval '3 months') + interval '3 months')::date, c.today, timestamptz '9999-12-31',
		(date_trunc('month', c.today::timestamp) + interval '1 month')::date - 1
	from ref.clock c
$$;
comment on function data.panel_span() is 'The financial year so far, to which day its months are counted, and that all that is recorded is known';
-- Weeks in the time of the force, as data.place_tally has them.
create or replace function data.panel_weeks() returns table (n int, label text, at timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select i, to_char(m.monday - 1, 'FMDD Mon'), data.day_start(m.monday) - interval '1 microsecond'
	from ref.clock c cross join generate_series(1, 11) i cross join lateral (select data.week_of(c.at) - 7 * (11 - i) as monday) m
	union all
	select 12, 'now', c.at from ref.clock c
$$;
comment on function data.panel_weeks() is 'The last moments of eleven Sundays, and now';
create or replace function data.panel_disruptions(programme boolean)
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select initcap(d.grade), d.four_p, d.event_ref, d.line_id, d.on_day, d.unit,
		concat_ws(', ', d.grade, d.four_p, g.group_ref, nullif(d.tactic, '')), 1, null::int
	from data.panel_span() s
	join data.disruption d on d.on_day between s.from_day and s.upto and d.entered_at <= s.known
		and coalesce(d.voided_at, 'infinity') > s.known
	left join data.crime_group g using (group_id)
	where d.programme = panel_disruptions.programme
$$;
comment on function data.panel_disruptions(boolean) is 'Disruption events of the year by grade and 4P: the programme''s, or all others of the force';
create or replace function data.panel_closing()
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', b.label, r.ref, r.line_id, r.on_day, r.unit, format('%s days from %s', x.days, x.began), 1, x.days
	from data.panel_span() s
	cross join lateral data.rows_type1(s.from_day, s.upto, s.known) r
	join data.line l using (line_id)
	cross join lateral (select least(l.first_seen, data.day_of(l.created_at)) as began,
		r.on_day - least(l.first_seen, data.day_of(l.created_at)) as days) x
	join data.closing_buckets() b on x.days between coalesce(b.from_days, x.days) and coalesce(b.to_days, x.days)
$$;
comment on function data.panel_closing() is 'Type 1 closures of the year by how long the line was known';
-- As data.rows_socex counts them, in one walk.
create or replace function data.panel_socex()
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select to_char(d.on_day, 'Mon'), x.label, d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.grade, d.four_p, g.group_ref),
		x.n, null::int
	from data.panel_span() s
	join data.disruption d on d.on_day between s.from_day and s.upto and d.entered_at <= s.known
		and coalesce(d.voided_at, 'infinity') > s.known
	left join data.crime_group g using (group_id)
	cross join lateral (values ('Arrested', d.arrested), ('Linked to drugs', d.arrested_drugs), ('Trafficking', d.trafficking_outcomes))
		x (label, n)
	where not d.programme and x.n > 0
$$;
comment on function data.panel_socex() is 'People arrested in disruption events of the force, outside the programme';
-- One row for each record a panel counts, by the same functions as the board's figures. It sees every line: who
-- asks takes those of the caller's.
create or replace function data.panel_rows(panel text)
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s record;
begin
	select * into s from data.panel_span();
	case panel
	when 'type1' then
		return query select case when r.on_day >= s.from_day then to_char(s.from_day, 'YYYY') || '/' || to_char(s.from_day + interval '1 year', 'YY')
				else to_char(s.from_day - interval '1 year', 'YYYY') || '/' || to_char(s.from_day, 'YY') end,
			to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_type1((s.from_day - interval '1 year')::date, s.upto, s.known) r;
	when 'charges' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_charged(s.from_day, s.upto, s.known) r where r.counts > 0;
	when 'safeguarding' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_engaged(s.from_day, s.upto, s.known) r where r.counts > 0;
	when 'arrests' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_arrests(s.from_day, s.upto, s.known) r;
	when 'socex' then
		return query select * from data.panel_socex();
	when 'disruptions' then
		return query select * from data.panel_disruptions(true);
	when 'disruptions_force' then
		return query select * from data.panel_disruptions(false);
	when 'closing' then
		return query select * from data.panel_closing();
	else
		perform data.refuse('GL005', format('There is no panel "%s" of counted records.', panel), 'api.dashboard_panels() lists the panels.');
	end case;
end
$$;
comment on function data.panel_rows(text) is 'What a panel of the dashboard counts, a row a record';
-- Without their lines' rights: who asks has taken the lines from data.line.
create function data.line_versions(ids uuid[])
returns table (line_id uuid, is_open boolean, band text, from_at timestamptz, to_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select h.line_id, h.is_open, h.band, lower(h.during), upper(h.during) from data.line_history h where h.line_id = any (ids)
$$;
comment on function data.line_versions(uuid[]) is 'The earlier versions of some lines: band and when it was';
-- Three numbers a place; the note is the tile's row and column and the place's name, without a tile just the name.
-- Places without lines stand there with 0 while they are valid. The filter is what narrows the grid of a place to the
-- lines a number counts.
create or replace function api.map()
returns table (series text, label text, value bigint, note text, filter text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with cell as (
		select c.export_unit, c.export_force, c.band, c.n from data.place_sums() c where c.area = ''
		union all
		select c.export_unit, c.export_force, c.band, c.n
		from data.place_extra() e join data.line l using (line_id) cross join lateral data.place_cells(l) c
		where not e.in_sums and c.area = ''
	), standing as (
		select coalesce(nullif(c.export_unit, ''), c.export_force) as place, sum(c.n)::bigint as lines,
			(sum(c.n) filter (where b.position <= 2))::bigint as top
		from cell c left join ref.band b on b.code = c.band
		group by 1
	), tasked as (
		select coalesce(l.export_npu, l.export_force) as place, sum(l.open_taskings) as taskings
		from data.line l where l.open_taskings > 0 and l.is_open
		group by 1
	), counted as (
		select s.place, s.lines, s.top, t.taskings from standing s left join tasked t using (place)
	), ground as (
		select u.code, u.label, u.position as n from ref.unit u, ref.clock k
		where u.kind in ('npu', 'lpa') and k.today between u.valid_from and u.valid_to
		union all
		select f.code, f.code, 100 + f.position from ref.force f
	), place as (
		select coalesce(g.code, c.place) as code, coalesce(g.label, c.place) as name, g.n, t.map_row, t.map_col,
			coalesce(c.lines, 0) as lines, coalesce(c.top, 0) as top, coalesce(c.taskings, 0) as taskings
		from ground g full join counted c on c.place = g.code left join ref.map_tile t on t.code = g.code
		where c.place is not null or t.code is not null and g.code <> data.my_force()
	), highest as (
		select string_agg(case when b.position = 1 then b.label else lower(b.label) end, ' and ' order by b.position) as name,
			'band:' || string_agg(b.code, ',' order by b.position) as filter
		from ref.band b where b.position <= 2
	)
	select m.series, p.code, m.value, concat_ws(' ', p.map_row, p.map_col, p.name), m.filter
	from place p cross join highest h
	cross join lateral (values (1, 'Lines', p.lines, ''), (2, h.name, p.top, h.filter), (3, 'Open taskings', p.taskings::bigint, 'has:taskings'))
		m (n, series, value, filter)
	order by m.n, p.map_row, p.map_col, p.n, p.code
$$;
comment on function api.map() is 'Open lines the caller sees by the unit or force they are run from: how many, in the two highest bands, open taskings';
-- Who sees no force's lines is not told of the whole force: a nought would be read as none.
create or replace function api.dashboard_panels()
returns table (panel text, title text, population text, period text, whose text, rule text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select p.code, p.title, case when p.population = 'force-wide' and me.sees_force is null then 'your lines' else p.population end, case p.span
			when 'year' then to_char(s.from_day, '"from" FMDD Mon YYYY') || ' to ' || to_char(s.to_day, 'FMDD Mon YYYY')
			when 'weeks' then 'in twelve weeks to ' || to_char(s.to_day, 'FMDD Mon YYYY')
			else 'now, ' || to_char(s.to_day, 'FMDD Mon YYYY') end,
		case when me.sees_force is not null then format('lines of %s and shared ones', me.sees_force)
				|| case when me.sees_restricted then '' else ', restricted if you are named' end
			when cardinality(me.sees_units) > 0 then format('lines of %s or tasked to it, restricted if you are named', array_to_string(me.sees_units, ', '))
			else 'no lines: your role sees none' end,
		p.rule
	from ref.panel p cross join data.panel_span() s
	join data.staff me on me.login = session_user and me.valid_to > now()
	order by p.position
$$;
comment on function api.dashboard_panels() is 'The panels of the dashboard: what they count, over which period and lines';
-- As data.rows_charged and data.rows_engaged count them, without the rows of those that do not count. Who sees the
-- line is told as data.tally_seen() does it; more are lines that cannot be told so and that the caller sees.
create function data.panel_firsts(panel text, more uuid[])
returns table (label text, n bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s record;
	me data.staff;
begin
	select * into s from data.panel_span();
	select * into me from data.staff x where x.login = session_user and x.valid_to > now();
	return query
	with first as materialized (
		select distinct on (c.person_id) c.on_day, c.line_id
		from data.charge c
		where panel = 'charges' and c.on_day between s.from_day and s.upto and c.programme and c.voided_at is null
			and c.offence in (select o.code from ref.offence o where o.counts_for_type1)
		order by c.person_id, c.on_day, c.event_ref
	), engaged as materialized (
		select distinct on (g.person_id) g.on_day, g.line_id
		from data.safeguarding g
		where panel = 'safeguarding' and g.on_day between s.from_day and s.upto and g.programme and g.stage = 'engaged' and g.voided_at is null
		order by g.person_id, g.on_day, g.event_ref
	)
	select to_char(x.month, 'Mon'), x.n
	from (
		select date_trunc('month', f.on_day::timestamp) as month, count(*) as n
		from (select * from first union all select * from engaged) f join data.line l using (line_id)
		where (l.holder_force = me.sees_force or l.shared and me.sees_force is not null or l.export_npu = any (me.sees_units))
				and (not l.restricted or me.sees_restricted)
			or l.line_id = any (more)
		group by 1
	) x;
end
$$;
comment on function data.panel_firsts(text, uuid[]) is 'People of a panel, each once, by month, on lines that the caller sees';
-- Without their lines' rights: who asks takes those of the caller's.
create function data.panel_closed()
returns table (line_id uuid, on_day date)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.line_id, c.on_day
	from data.panel_span() s
	join data.closure c on c.on_day between s.from_day and s.upto
	where c.kind = 'type1' and c.state in ('provisional', 'verified')
$$;
comment on function data.panel_closed() is 'Lines closed by a Type 1 outcome this year that stands, and when';
-- A cell a row, those with nothing in them, too. Most panels are read from tallies, the lines those cannot tell of
-- one by one; people and days are counted afresh. Of a record without a line (a disruption of a
-- group alone) the force's own staff are told. The note stands on the first row.
create or replace function api.dashboard(panel text)
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
-- What stood at the end of a day is what stands, less what came after it: the tallies hold both. Of the few lines
-- they cannot tell of, each version is looked at.
create or replace function api.dashboard_bands()
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with moment as materialized (
		select w.n, w.label, w.at, data.day_of(w.at) as day from data.panel_weeks() w
	), standing as materialized (
		select t.a as band, sum(t.n) as lines from data.tally_seen('lines') t group by 1
	), came as materialized (
		select t.a as band, t.day, sum(t.n) as lines
		from data.tally_seen('stood', (select min(m.day) + 1 from moment m)) t group by 1, 2
	), extra as materialized (
		select l.line_id, l.is_open, l.band, l.valid_from from data.place_extra() e join data.line l using (line_id) where not e.in_sums
	), counted as (
		select m.n, s.band, s.lines from moment m cross join standing s
		union all
		select m.n, c.band, -c.lines from came c join moment m on c.day > m.day
		union all
		select m.n, coalesce(e.band, ''), 1 from extra e join moment m on e.valid_from <= m.at where e.is_open
		union all
		select m.n, coalesce(v.band, ''), 1
		from data.line_versions(array(select e.line_id from extra e)) v join moment m on v.from_at <= m.at and v.to_at > m.at
		where v.is_open
	)
	select m.label, b.label, coalesce(sum(c.lines), 0)::bigint, null
	from moment m
	cross join (select code, label, position from ref.band union all select '', 'No score', 1000) b
	left join counted c on c.n = m.n and c.band = b.code
	group by m.n, m.label, b.label, b.position
	order by m.n, b.position
$$;
comment on function api.dashboard_bands() is 'Open lines the caller sees by band, as they stood at the end of eleven Sundays and now';
