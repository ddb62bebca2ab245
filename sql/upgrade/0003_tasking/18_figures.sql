create function data.period_label(kind text, from_day date, to_day date) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case kind
		when 'year' then to_char(from_day, 'YYYY')
		when 'financial-year' then to_char(from_day, 'YYYY') || '/' || to_char(to_day, 'YY')
		when 'quarter' then format('%s-Q%s', extract(year from from_day - interval '3 months'),
			extract(quarter from from_day - interval '3 months'))
		when 'half-year' then format('%s-H%s', to_char(from_day, 'YYYY'), case when extract(month from from_day) = 1 then 1 else 2 end)
		when 'month' then to_char(from_day, 'YYYY-MM')
		when 'week' then to_char(from_day, 'IYYY-"W"IW')
		when 'twelve-months' then '12m-' || to_char(to_day, 'YYYY-MM')
		when 'months' then to_char(from_day, 'YYYY-MM') || '..' || to_char(to_day, 'YYYY-MM')
		else case when from_day = to_day then from_day::text else from_day || '..' || to_day end end
$$;
comment on function data.period_label(text, date, date) is 'The name of a period, as data.period reads it';
-- The one place that knows how stretches of time are written. Financial years begin in April: 2022-Q3 is
-- October to December 2022, 2022/23 the year it is in. Weeks are ISO weeks: 2021-W53 is none.
create function data.period(name text, out kind text, out label text, out from_day date, out to_day date)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	t text := upper(btrim(coalesce(name, '')));
	y int := case when t ~ '^[12][0-9]{3}' then left(t, 4)::int end;
	half text[];
begin
	if t ~ '^[12][0-9]{3}$' then
		kind := 'year';
		from_day := make_date(y, 1, 1);
		to_day := make_date(y, 12, 31);
	elsif t ~ '^[12][0-9]{3}/[0-9]{2}$' and right(t, 2)::int = (y + 1) % 100 then
		kind := 'financial-year';
		from_day := make_date(y, 4, 1);
		to_day := make_date(y + 1, 3, 31);
	elsif t ~ '^[12][0-9]{3}-Q[1-4]$' then
		kind := 'quarter';
		from_day := make_date(y, 1, 1) + make_interval(months => 3 * right(t, 1)::int);
		to_day := from_day + interval '3 months' - interval '1 day';
	elsif t ~ '^[12][0-9]{3}-H[12]$' then
		kind := 'half-year';
		from_day := make_date(y, 1, 1) + make_interval(months => 6 * (right(t, 1)::int - 1));
		to_day := from_day + interval '6 months' - interval '1 day';
	elsif t ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$' then
		kind := 'month';
		from_day := make_date(y, right(t, 2)::int, 1);
		to_day := from_day + interval '1 month' - interval '1 day';
	elsif t ~ '^12M-[12][0-9]{3}-(0[1-9]|1[0-2])$' then
		kind := 'twelve-months';
		to_day := (make_date(substr(t, 5, 4)::int, right(t, 2)::int, 1) + interval '1 month')::date - 1;
		from_day := to_day + 1 - interval '1 year';
	elsif t ~ '^[12][0-9]{3}-W[0-9]{2}$' and right(t, 2)::int between 1 and 53 then
		kind := 'week';
		from_day := date_trunc('week', make_date(y, 1, 4))::date + 7 * (right(t, 2)::int - 1);
		to_day := from_day + 6;
		if to_char(from_day, 'IYYY-"W"IW') <> t then
			perform data.refuse('GL004', format('%s has no week %s.', y, right(t, 2)::int),
				format('Its last is %s.', to_char(make_date(y, 12, 28), 'IYYY-"W"IW')));
		end if;
	elsif t ~ '^[^.]+[.]{2}[^.]+$' then
		kind := 'days';
		half := string_to_array(t, '..');
		if half[1] ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and half[2] ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' then
			kind := 'months';
			half := array[half[1] || '-01', ((half[2] || '-01')::date + interval '1 month' - interval '1 day')::date::text];
		end if;
		from_day := data.parse_day(half[1]);
		to_day := data.parse_day(half[2]);
	end if;
	if from_day is null or to_day is null or from_day > to_day then
		perform data.refuse('GL004', format('%s is no period.', data.import_quote(btrim(coalesce(name, '')))),
			'Write 2022/23 for a financial year, 2022-Q3 for its third quarter (October to December), 2022-12 for a month, '
			'2022-W52 for an ISO week, 2022 for a calendar year, 2022-H2 for half of it, 12m-2022-12 for twelve months to '
			'December, or two days: 2022-04-01..2022-12-31.');
	end if;
	label := data.period_label(kind, from_day, to_day);
end
$$;
comment on function data.period(text) is 'A period by its name: what it is, how it reads, and its first and last day';
-- The same stretch some steps back. A week moves by seven days and, a year ago, to the week of that number
-- (52 where there was no 53rd); what ends with a month ends with one again.
create function data.period_shift(kind text, first_day date, last_day date, back int, out from_day date, out to_day date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with asked as (
		select first_day as a, last_day + 1 as z
	), moved as (
		select a, z, case kind
			when 'month' then interval '1 month' when 'quarter' then interval '3 months' when 'half-year' then interval '6 months'
			when 'months' then make_interval(months => (12 * (extract(year from z) - extract(year from a)) + extract(month from z) - extract(month from a))::int)
			when 'week' then interval '7 days' when 'days' then make_interval(days => z - a)
			else interval '1 year' end * back as by
		from asked
	)
	select (a - by)::date, (z - by)::date - 1 from moved
$$;
comment on function data.period_shift(text, date, date, int) is 'A period so many steps before';
-- A week goes to the one of its number in the ISO year before; after a 53rd there is only the 52nd to look at.
create function data.period_year_ago(kind text, first_day date, last_day date, out from_day date, out to_day date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select w.monday, w.monday + (last_day - first_day)
	from (
		select date_trunc('week', make_date(extract(isoyear from first_day)::int - 1, 1, 4))::date
			+ 7 * (least(extract(week from first_day), extract(week from make_date(extract(isoyear from first_day)::int - 1, 12, 28)))::int - 1) as monday
	) w
	where kind = 'week'
	union all
	select s.from_day, s.to_day from data.period_shift('year', first_day, last_day, 1) s
	where kind is distinct from 'week'
$$;
comment on function data.period_year_ago(text, date, date) is 'The same stretch a year earlier';
create function data.known_at(as_at date) returns timestamptz
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (as_at + 1)::timestamptz - interval '1 microsecond'
$$;
comment on function data.known_at(date) is 'The last moment of a day: what was entered and stood by then counts';
create function data.lines_at(known timestamptz)
returns table (line_id uuid, line_ref text, status text, is_open boolean, export_force text, export_npu text, last_seen date,
	last_review date, lro text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.line_id, l.line_ref, l.status, l.is_open, l.export_force, l.export_npu, l.last_seen, l.last_review, l.lro
	from data.line l where l.valid_from <= known
	union all
	select h.line_id, h.line_ref, h.status, h.is_open, h.export_force, h.export_npu, h.last_seen, h.last_review, h.lro
	from data.line_history h where h.during @> known
$$;
comment on function data.lines_at(timestamptz) is 'Lines as they stood at a moment';
create function data.rows_type1(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.outcome_ref, c.line_id, c.on_day, c.unit, format('Type 1, %s, by %s', s.state, c.definition), 1, null::numeric
	from data.closure c
	cross join lateral (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
		order by s.n desc limit 1) s
	where c.on_day between from_day and to_day and c.kind = 'type1' and s.state in ('provisional', 'verified')
$$;
comment on function data.rows_type1(date, date, timestamptz) is 'Type 1 outcomes that stood';
-- The first charge of a person counts, the others are shown beside it.
create function data.rows_charged(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.event_ref, c.line_id, c.on_day, c.unit,
		o.label || case when c.nth > 1 then ': counted already by ' || c.first_ref else '' end, (c.nth = 1)::int, null::numeric
	from (
		select c.*, row_number() over person as nth, first_value(c.event_ref) over person as first_ref
		from data.charge c join ref.offence o on o.code = c.offence
		where c.on_day between from_day and to_day and c.programme and o.counts_for_type1 and c.entered_at <= known
			and coalesce(c.voided_at, 'infinity') > known
		window person as (partition by c.person_id order by c.on_day, c.event_ref)
	) c join ref.offence o on o.code = c.offence
$$;
comment on function data.rows_charged(date, date, timestamptz) is 'Charges of the programme that count for Type 1; each person counts once';
create function data.rows_engaged(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select g.event_ref, g.line_id, g.on_day, g.unit, concat_ws(', ', 'engaged', g.route || ' service', g.mechanism)
			|| case when g.nth > 1 then ': counted already by ' || g.first_ref else '' end, (g.nth = 1)::int, null::numeric
	from (
		select g.*, row_number() over person as nth, first_value(g.event_ref) over person as first_ref
		from data.safeguarding g
		where g.on_day between from_day and to_day and g.programme and g.stage = 'engaged' and g.entered_at <= known
			and coalesce(g.voided_at, 'infinity') > known
		window person as (partition by g.person_id order by g.on_day, g.event_ref)
	) g
$$;
comment on function data.rows_engaged(date, date, timestamptz) is 'Engagements with services through the programme; each person counts once';
create function data.rows_groups(from_day date, to_day date, known timestamptz, kind text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.group_ref, d.grade, d.four_p)
			|| case when d.nth > 1 then ': counted already by ' || d.first_ref else '' end, (d.nth = 1)::int, null::numeric
	from (
		select d.*, g.group_ref, row_number() over one_group as nth, first_value(d.event_ref) over one_group as first_ref
		from data.disruption d join data.crime_group g using (group_id)
		where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
			and g.kind = rows_groups.kind and (g.mapped or g.kind <> 'OCG') and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known
		window one_group as (partition by d.group_id order by d.on_day, d.event_ref)
	) d
$$;
comment on function data.rows_groups(date, date, timestamptz, text) is 'Disruptions by the programme of mapped OCGs, or of USGs; each group counts once';
create function data.rows_arrests(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select a.event_ref, a.line_id, a.on_day, a.unit, case when a.drugs_linked then 'linked to drugs' else 'not linked to drugs' end,
		1, null::numeric
	from data.arrest a
	where a.on_day between from_day and to_day and a.programme and a.entered_at <= known
		and coalesce(a.voided_at, 'infinity') > known
$$;
comment on function data.rows_arrests(date, date, timestamptz) is 'Arrests by the programme';
-- A state of one day, not of a stretch: the first day says nothing.
create function data.rows_exports(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.line_ref, l.line_id, to_day, l.export_npu, concat_ws(', ', l.export_force, u.label),
		case when l.export_npu in ('BE', 'BW', 'CV', 'LBM', 'LCV') then 1 else 0 end, 1
	from data.lines_at(known) l join ref.force f on f.code = l.export_force left join ref.unit u on u.code = l.export_npu
	where l.is_open and f.region = (select x.region from ref.force x join ref.unit t on t.force = x.code where t.code = 'CLTF')
$$;
comment on function data.rows_exports(date, date, timestamptz) is 'Open lines exported from the region; those from Birmingham and Coventry count';
create function data.programme_events(from_day date, to_day date, known timestamptz, at_most int)
returns table (kind text, line_id uuid, on_day date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	(select 'arrest', x.line_id, x.on_day from data.arrest x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'charge', x.line_id, x.on_day from data.charge x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'safeguarding', x.line_id, x.on_day from data.safeguarding x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'disruption', x.line_id, x.on_day from data.disruption x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'seizure', x.line_id, x.on_day from data.seizure x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'type1', c.line_id, c.on_day from data.closure c
	where c.on_day between from_day and to_day and c.kind = 'type1'
		and (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
			order by s.n desc limit 1) in ('provisional', 'verified')
	order by c.on_day desc limit at_most)
$$;
comment on function data.programme_events(date, date, timestamptz, int) is 'The latest events and outcomes of the programme on lines, of each kind';
create function data.programme_at(place text, is_unit boolean, from_day date, to_day date, known timestamptz) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.on_day
	from (
		select x.line_id, date '-infinity' as a, date 'infinity' as z from data.line x where is_unit and coalesce(x.export_npu, '') = place
		union all
		select x.line_id, '-infinity', 'infinity' from data.line x where not is_unit and x.export_force = place
		union all
		select i.line_id, i.valid_from, i.valid_to from data.line_import i where not is_unit and i.area = place
	) l
	cross join lateral (
		select x.on_day from data.arrest x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.charge x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.safeguarding x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.disruption x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.seizure x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select c.on_day from data.closure c where c.line_id = l.line_id and c.kind = 'type1' and c.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
				order by s.n desc limit 1) in ('provisional', 'verified')
	) e
	limit 1
$$;
comment on function data.programme_at(text, boolean, date, date, timestamptz) is 'A day the programme was at work in a place, by its lines one after the other; null if on none';
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
		select l.export_npu as code, e.on_day from event e join data.line l using (line_id) where l.export_npu is not null
		union all
		select l.export_force, e.on_day from event e join data.line l using (line_id)
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
create function data.rows_socex(from_day date, to_day date, known timestamptz, counted text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.grade, d.four_p, g.group_ref),
		case counted when 'arrested' then d.arrested when 'drugs' then d.arrested_drugs when 'trafficking' then d.trafficking_outcomes
			else 1 end, null::numeric
	from data.disruption d left join data.crime_group g using (group_id)
	where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
		and coalesce(d.voided_at, 'infinity') > known
		and case counted when 'arrested' then d.arrested when 'drugs' then d.arrested_drugs when 'trafficking' then d.trafficking_outcomes
			else 1 end > 0
$$;
comment on function data.rows_socex(date, date, timestamptz, text) is 'Disruption events of the force: how many, or the people in them (events, arrested, drugs, trafficking)';
create function data.rows_socex_ocgs(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.group_ref, d.grade, d.four_p)
			|| case when d.nth > 1 then ': counted already by ' || d.first_ref else '' end, (d.nth = 1)::int, null::numeric
	from (
		select d.*, g.group_ref, row_number() over one_group as nth, first_value(d.event_ref) over one_group as first_ref
		from data.disruption d join data.crime_group g using (group_id)
		where d.on_day between from_day and to_day and not d.programme and d.drugs_linked and g.kind = 'OCG'
			and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known
		window one_group as (partition by d.group_id order by d.on_day, d.event_ref)
	) d
$$;
comment on function data.rows_socex_ocgs(date, date, timestamptz) is 'Disruption events of the force linked to drugs, by OCG; each counts once';
create function data.rows_socex_share(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.ref, e.line_id, e.on_day, e.unit, e.what, coalesce(o.counts, 0), e.counts
	from data.rows_socex(from_day, to_day, known, 'events') e
	left join data.rows_socex_ocgs(from_day, to_day, known) o using (ref)
$$;
comment on function data.rows_socex_share(date, date, timestamptz) is 'OCGs linked to drugs over disruption events, as the paper has it';
create function data.rows_returns(from_day date, to_day date, known timestamptz, series text, breakdown text, category text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select format('%s v%s', v.series, v.version), null::uuid, v.period_end, v.category,
		format('%s, %s to %s: %s', concat_ws(', ', s.label, nullif(v.category, '')), v.period_start, v.period_end, v.source)
			|| format(', received %s', v.received_on), v.value, null::numeric
	from data.return_value v join ref.series s on s.code = v.series
	where v.series = rows_returns.series and v.breakdown = coalesce(rows_returns.breakdown, '')
		and v.category = coalesce(rows_returns.category, '') and v.period_start >= from_day and v.period_end <= to_day
		and v.entered_at <= known and coalesce(v.replaced_at, 'infinity') > known
$$;
comment on function data.rows_returns(date, date, timestamptz, text, text, text) is 'What was returned for whole stretches within a period, in the version that stood';
