-- The tally tells what the caller sees by the row policy of data.line as far as its key goes: what their force holds
-- or what is shared, or what is run from their units. data.place_extra() has what it cannot tell.
create function data.place_sums()
returns table (export_force text, export_unit text, area text, band text, born date, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t.export_force, t.export_unit, t.area, t.band, t.born, sum(t.n)
	from data.staff s
	join data.place_tally t on t.holder_force = s.sees_force or t.shared and s.sees_force is not null
		or t.export_unit = any (s.sees_units)
	where s.login = session_user and s.valid_to > now() and (not t.restricted or s.sees_restricted)
	group by 1, 2, 3, 4, 5
	having sum(t.n) <> 0
$$;
comment on function data.place_sums() is 'Open lines by place, band and birth, of those the tally knows the caller to see';
-- Candidates, few of them: the row policy of data.line judges each, and who asks leaves out what is in the sums.
create function data.place_extra()
returns table (line_id uuid, in_sums boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with me as materialized (
		select s.* from data.staff s where s.login = session_user and s.valid_to > now()
	), candidate as (
		select r.line_id from data.line_reader r where r.login = session_user
		union
		select t.line_id from me cross join unnest(me.sees_units) u join data.tasking t on t.unit = u
		where t.is_open and t.line_id is not null
	)
	select c.line_id, (not l.restricted or me.sees_restricted) and (l.holder_force is not distinct from me.sees_force
		or l.shared and me.sees_force is not null or coalesce(l.export_npu = any (me.sees_units), false))
	from candidate c join data.line l using (line_id) cross join me
	where l.is_open
$$;
comment on function data.place_extra() is 'Open lines the caller may see for being named on them or tasked with them; in_sums says whether data.place_sums() has them';
create function data.panel_span(out from_day date, out to_day date, out known timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (date_trunc('year', c.today - interval '3 months') + interval '3 months')::date, c.today, data.known_at(c.today)
	from ref.clock c
$$;
comment on function data.panel_span() is 'The financial year so far, and what is known by the end of today';
create function data.panel_months() returns table (n int, label text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select i + 1, to_char(s.from_day + make_interval(months => i), 'Mon')
	from data.panel_span() s cross join generate_series(0, 11) i
	where s.from_day + make_interval(months => i) <= s.to_day
$$;
comment on function data.panel_months() is 'The months of the financial year so far';
-- Weeks in the time of the force, as data.place_tally has them.
create function data.panel_weeks() returns table (n int, label text, at timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select i, to_char(m.monday - 1, 'FMDD Mon'), m.monday::timestamp at time zone 'Europe/London' - interval '1 microsecond'
	from ref.clock c cross join generate_series(1, 11) i cross join lateral (select data.week_of(c.at) - 7 * (11 - i) as monday) m
	union all
	select 12, 'now', c.at from ref.clock c
$$;
comment on function data.panel_weeks() is 'The last moments of eleven Sundays, and now';
create function data.closing_buckets() returns table (n int, label text, from_days int, to_days int)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	values (1, 'under 4 weeks', null::int, 27), (2, '4 to 13 weeks', 28, 90), (3, '13 to 26 weeks', 91, 181),
		(4, 'over 26 weeks', 182, null)
$$;
comment on function data.closing_buckets() is 'Stretches of days that closures are counted in';
-- A panel has all its cells, those with nothing in them, too. Last year is shown to its end.
create function data.panel_frame(panel text) returns table (n int, series text, label text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select i, to_char(s.from_day, 'YYYY') || '/' || to_char(s.from_day + interval '1 year', 'YY'),
		to_char(s.from_day + make_interval(months => i), 'Mon')
	from data.panel_span() s cross join generate_series(0, 11) i
	where panel = 'type1' and s.from_day + make_interval(months => i) <= s.to_day
	union all
	select 12 + i, to_char(s.from_day - interval '1 year', 'YYYY') || '/' || to_char(s.from_day, 'YY'),
		to_char(s.from_day + make_interval(months => i), 'Mon')
	from data.panel_span() s cross join generate_series(0, 11) i
	where panel = 'type1'
	union all
	select m.n, '', m.label from data.panel_months() m where panel in ('charges', 'safeguarding', 'arrests')
	union all
	select m.n * 10 + x.n, m.label, x.label
	from data.panel_months() m cross join (values (1, 'Arrested'), (2, 'Linked to drugs'), (3, 'Trafficking')) x (n, label)
	where panel = 'socex'
	union all
	select g.position * 10 + p.position, initcap(g.code), p.code
	from ref.word g cross join ref.word p cross join ref.clock c
	where panel in ('disruptions', 'disruptions_force') and g.vocabulary = 'grade' and p.vocabulary = 'four_p'
		and c.today between g.valid_from and g.valid_to and c.today between p.valid_from and p.valid_to
	union all
	select b.n, '', b.label from data.closing_buckets() b where panel = 'closing'
$$;
comment on function data.panel_frame(text) is 'The cells of a panel in their order';
create function data.panel_disruptions(programme boolean)
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select initcap(d.grade), d.four_p, d.event_ref, d.line_id, d.on_day, d.unit,
		concat_ws(', ', d.grade, d.four_p, g.group_ref, nullif(d.tactic, '')), 1, null::int
	from data.panel_span() s
	join data.disruption d on d.on_day between s.from_day and s.to_day and d.entered_at <= s.known
		and coalesce(d.voided_at, 'infinity') > s.known
	left join data.crime_group g using (group_id)
	where d.programme = panel_disruptions.programme
$$;
comment on function data.panel_disruptions(boolean) is 'Disruption events of the year by grade and 4P: the programme''s, or all others of the force';
create function data.panel_closing()
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', b.label, r.ref, r.line_id, r.on_day, r.unit, format('%s days from %s', x.days, x.began), 1, x.days
	from data.panel_span() s
	cross join lateral data.rows_type1(s.from_day, s.to_day, s.known) r
	join data.line l using (line_id)
	cross join lateral (select least(l.first_seen, l.created_at::date) as began,
		r.on_day - least(l.first_seen, l.created_at::date) as days) x
	join data.closing_buckets() b on x.days between coalesce(b.from_days, x.days) and coalesce(b.to_days, x.days)
$$;
comment on function data.panel_closing() is 'Type 1 closures of the year by how long the line was known';
-- As data.rows_socex counts them, in one walk.
create function data.panel_socex()
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select to_char(d.on_day, 'Mon'), x.label, d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.grade, d.four_p, g.group_ref),
		x.n, null::int
	from data.panel_span() s
	join data.disruption d on d.on_day between s.from_day and s.to_day and d.entered_at <= s.known
		and coalesce(d.voided_at, 'infinity') > s.known
	left join data.crime_group g using (group_id)
	cross join lateral (values ('Arrested', d.arrested), ('Linked to drugs', d.arrested_drugs), ('Trafficking', d.trafficking_outcomes))
		x (label, n)
	where not d.programme and x.n > 0
$$;
comment on function data.panel_socex() is 'People arrested in disruption events of the force, outside the programme';
-- One row for each record a panel counts, by the same functions as the board's figures. It sees every line: who
-- asks takes those of the caller's.
create function data.panel_rows(panel text)
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
			from data.rows_type1((s.from_day - interval '1 year')::date, s.to_day, s.known) r;
	when 'charges' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_charged(s.from_day, s.to_day, s.known) r where r.counts > 0;
	when 'safeguarding' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_engaged(s.from_day, s.to_day, s.known) r where r.counts > 0;
	when 'arrests' then
		return query select '', to_char(r.on_day, 'Mon'), r.ref, r.line_id, r.on_day, r.unit, r.what, r.counts, null::int
			from data.rows_arrests(s.from_day, s.to_day, s.known) r;
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
-- A version stood at the moments after the first until the last: both are counted in moments of data.panel_weeks().
-- Without their lines' rights: who asks joins data.line.
create function data.panel_versions()
returns table (line_id uuid, is_open boolean, band text, after int, until int)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
as $$
	with moments as materialized (
		select array_agg(w.at + interval '1 microsecond' order by w.n) as at, min(w.at) as first from data.panel_weeks() w
	)
	select * from (
		select h.line_id, h.is_open, h.band, width_bucket(lower(h.during), m.at) as after, width_bucket(upper(h.during), m.at) as until
		from moments m join data.line_history h on upper(h.during) > m.first
	) v
	where v.after < v.until
$$;
comment on function data.panel_versions() is 'Versions of lines that stood at one of the moments and do not any more';
-- A cell a row: series is where lines sell (empty: the lines themselves, each once), label where they are run
-- from: a unit, or the force where no unit is known. The first row's note is the share of the two cities.
create function api.corridors()
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with cell as (
		select x.area, coalesce(nullif(x.export_unit, ''), x.export_force) as place, x.export_force, sum(x.n)::bigint as n
		from (
			select c.export_force, c.export_unit, c.area, c.n from data.place_sums() c
			union all
			select c.export_force, c.export_unit, c.area, c.n
			from data.place_extra() e join data.line l using (line_id) cross join lateral data.place_cells(l) c
			where not e.in_sums
		) x
		group by 1, 2, 3
	), share as (
		select sum(c.n) as lines, sum(c.n) filter (where u.label ~ '^(Birmingham|Coventry)') as cities
		from cell c join ref.force f on f.code = c.export_force left join ref.unit u on u.code = c.place
		where c.area = '' and f.region = (select x.region from ref.force x where x.code = data.my_force())
	)
	select c.area, c.place, c.n, case when row_number() over in_order = 1 and s.lines > 0 then
		format('%s %% of the region''s export locations are in Birmingham and Coventry: %s of %s',
			round(100.0 * coalesce(s.cities, 0) / s.lines, 1), coalesce(s.cities, 0), s.lines) end
	from cell c cross join share s
	left join ref.area a on a.code = c.area left join ref.unit u on u.code = c.place left join ref.force f on f.code = c.place
	window in_order as (order by c.area <> '', a.position, c.area, u.position is null, u.position, f.position, c.place)
	order by c.area <> '', a.position, c.area, u.position is null, u.position, f.position, c.place
$$;
comment on function api.corridors() is 'Open lines the caller sees by where they are run from and where they sell';
-- Three numbers a place; the note is the tile's row and column and the place's name, without a tile just the name.
-- Places without lines stand there with 0 while they are valid.
create function api.map()
returns table (series text, label text, value bigint, note text)
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
	)
	select m.series, p.code, m.value, concat_ws(' ', p.map_row, p.map_col, p.name)
	from place p
	cross join lateral (values (1, 'Lines', p.lines), (2, 'Critical and high', p.top), (3, 'Open taskings', p.taskings::bigint))
		m (n, series, value)
	order by m.n, p.map_row, p.map_col, p.n, p.code
$$;
comment on function api.map() is 'Open lines the caller sees by the unit or force they are run from: how many, in the two highest bands, open taskings';
create function api.dashboard_panels()
returns table (panel text, title text, population text, period text, whose text, rule text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select p.code, p.title, p.population, case p.span
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
-- From the tally come the lines as they stand, by the week they were recorded in. Of those that changed since a
-- moment what they were then counts in place of what they are: it begins to at one moment and ends at another, so
-- the changes are summed up once and run through. The week of a line is worked out in place: a call a line is dear.
create function api.dashboard_bands()
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	with moment as materialized (
		select w.n, w.label, w.at, data.week_of(w.at) as week from data.panel_weeks() w
	), standing as materialized (
		select c.band, c.born, sum(c.n) as lines from data.place_sums() c where c.area = '' group by 1, 2
		union all
		select c.band, c.born, c.n
		from data.place_extra() e join data.line l using (line_id) cross join lateral data.place_cells(l) c
		where not e.in_sums and c.area = ''
	), changed as materialized (
		select v.after, v.until, case when v.is_open then coalesce(v.band, '') end as was,
			case when l.is_open then coalesce(l.band, '') end as is, date_trunc('week', l.created_at at time zone 'Europe/London')::date as born, count(*) as lines
		from data.panel_versions() v join data.line l using (line_id)
		group by 1, 2, 3, 4, 5
	), counted as (
		select m.n, s.band, s.lines from moment m join standing s on s.born <= m.week
		union all
		select m.n, c.was, c.lines from changed c join moment m on m.n > c.after and m.n <= c.until where c.was is not null
		union all
		select m.n, c.is, -c.lines from changed c join moment m on m.n > c.after and m.n <= c.until
		where c.is is not null and c.born <= m.week
	)
	select m.label, b.label, coalesce(sum(c.lines), 0)::bigint, null
	from moment m
	cross join (select code, label, position from ref.band union all select '', 'No score', 1000) b
	left join counted c on c.n = m.n and c.band = b.code
	group by m.n, m.label, b.label, b.position
	order by m.n, b.position
$$;
comment on function api.dashboard_bands() is 'Open lines the caller sees by band, as they stood at the end of eleven Sundays and now';
create function api.dashboard_band_rows(moment text, band text, at_most int default 1000)
returns table (line_id uuid, line_ref text, line_name text, on_day date, unit text, what text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with m as materialized (
		select w.at from data.panel_weeks() w where w.label = moment
	), b as materialized (
		select x.code from ref.band x where x.label = dashboard_band_rows.band
		union all select null where dashboard_band_rows.band = 'No score'
	), v as (
		select l.line_id, l.line_ref, l.name, l.export_npu, l.score, l.status, l.sort_score, l.sort_seen
		from m cross join b join data.line l on l.valid_from <= m.at and l.is_open and l.band is not distinct from b.code
		union all
		select h.line_id, h.line_ref, h.name, h.export_npu, h.score, h.status, h.sort_score, h.sort_seen
		from m cross join b join data.line_history h on upper(h.during) > m.at and h.during @> m.at and h.is_open
			and h.band is not distinct from b.code
	)
	select v.line_id, v.line_ref, v.name, m.at::date, v.export_npu, concat_ws(', ', 'score ' || v.score, s.label)
	from v cross join m left join ref.line_status s on s.code = v.status
	order by v.sort_score, v.sort_seen, v.line_ref
	limit least(at_most, 10000)
$$;
comment on function api.dashboard_band_rows(text, text, int) is 'The lines of a band at one of the moments of api.dashboard_bands, as they stood then';
-- Without series or label: those of all. counts adds up to the panel's figure.
create function api.dashboard_rows(panel text, series text default null, label text default null, at_most int default 1000)
returns table (ref text, on_day date, unit text, line_id uuid, line_ref text, line_name text, what text, counts bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if panel = 'bands' then
		return query select b.line_ref, b.on_day, b.unit, b.line_id, b.line_ref, b.line_name, b.what, 1::bigint
			from api.dashboard_band_rows(series, label, at_most) b;
		return;
	end if;
	return query select r.ref, r.on_day, r.unit, l.line_id, l.line_ref, l.name, r.what, r.counts::bigint
		from data.panel_rows(panel) r
		left join data.line l on l.line_id = r.line_id
		where r.counts <> 0 and (dashboard_rows.series is null or r.series = dashboard_rows.series)
			and (dashboard_rows.label is null or r.label = dashboard_rows.label)
			and (l.line_id is not null or r.line_id is null
				and (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null)
		order by r.on_day, r.ref
		limit least(at_most, 10000);
end
$$;
comment on function api.dashboard_rows(text, text, text, int) is 'The records a figure of the dashboard counts, of lines the caller sees';
