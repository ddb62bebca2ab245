create or replace function data.known_at(as_at date) returns timestamptz
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select data.day_start(as_at + 1) - interval '1 microsecond'
$$;
comment on function data.known_at(date) is 'The last moment of a day: what was entered and stood by then counts';
create or replace function data.lines_at(known timestamptz)
returns table (line_id uuid, line_ref text, status text, is_open boolean, export_force text, export_npu text, last_seen date,
	last_review date, lro text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.line_id, l.line_ref, l.status, l.is_open, l.export_force, l.export_npu, l.last_seen, l.last_review, l.lro
	from data.line l where l.valid_from <= known
	union all
	select h.line_id, h.line_ref, h.status, h.is_open, h.export_force, h.export_npu, h.last_seen, h.last_review, h.lro
	from data.line_history h where upper(h.during) > known and h.during @> known
$$;
comment on function data.lines_at(timestamptz) is 'Lines as they stood at a moment';
create or replace function data.rows_groups(from_day date, to_day date, known timestamptz, kind text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.group_ref, d.grade, d.four_p)
			|| case when d.nth > 1 then ': counted already by ' || d.first_ref else '' end, (d.nth = 1)::int, null::numeric
	from (
		select d.*, g.group_ref, row_number() over one_group as nth, first_value(d.event_ref) over one_group as first_ref
		from data.disruption d
		join (select x.group_id, x.group_ref from data.crime_group x
			where x.kind = rows_groups.kind and (x.kind <> 'OCG' or data.group_mapped(x.group_id, known)) offset 0) g using (group_id)
		where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
			and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known
		window one_group as (partition by d.group_id order by d.on_day, d.event_ref)
	) d
$$;
comment on function data.rows_groups(date, date, timestamptz, text) is 'Disruptions by the programme of mapped OCGs, or of USGs; each group counts once';
-- A line counts where it is run from and where it sold on the day. Places further away are told and count for
-- nothing: the claim is of the region. The latest events of each kind find most places; only what they have not
-- found is looked for line by line, so that a year of a hundred thousand events is not gone through for a yes.
create or replace function data.rows_impact(from_day date, to_day date, known timestamptz)
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
-- The same sums as over data.figure_rows, without making the rows: each is one walk of an index that holds all
-- it asks for. tests/cli/figures.t and tests/sql/figures.sql hold the two against each other.
create or replace function data.figure_sums(f ref.figure, from_day date, to_day date, known timestamptz,
	out counts numeric, out base numeric, out done boolean)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	day_end timestamptz := data.known_at(data.day_of(known));
begin
	done := true;
	case f.measure
	when 'type1' then
		-- As it stands, but for those that came to that after the moment.
		select count(*) into counts
		  from data.closure c
		  left join (select distinct s.closure_id from data.closure_state s where s.at > known) late using (closure_id)
		 where c.on_day between from_day and to_day and c.kind = 'type1'
			and case when late.closure_id is null then c.state else (select s.state from data.closure_state s
				where s.closure_id = c.closure_id and s.at <= known order by s.n desc limit 1) end in ('provisional', 'verified');
	when 'charged' then
		select count(*) into counts
		  from (select distinct c.person_id from data.charge c
			 where c.on_day between from_day and to_day and c.programme and c.entered_at <= known
				and coalesce(c.voided_at, 'infinity') > known
				and c.offence in (select o.code from ref.offence o where o.counts_for_type1)) x;
	when 'engaged' then
		select count(*) into counts
		  from (select distinct g.person_id from data.safeguarding g
			 where g.on_day between from_day and to_day and g.programme and g.stage = 'engaged' and g.entered_at <= known
				and coalesce(g.voided_at, 'infinity') > known) x;
	when 'ocg', 'usg' then
		select count(*) into counts
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
				and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = upper(f.measure) and (g.kind <> 'OCG' or data.group_mapped(g.group_id, known));
	when 'arrests' then
		select count(*) into counts from data.arrest a
		 where a.on_day between from_day and to_day and a.programme and a.entered_at <= known
			and coalesce(a.voided_at, 'infinity') > known;
	when 'socex', 'socex_arrested', 'socex_drugs', 'socex_trafficking' then
		select case f.measure when 'socex' then count(*) when 'socex_arrested' then coalesce(sum(d.arrested), 0)
				when 'socex_drugs' then coalesce(sum(d.arrested_drugs), 0) else coalesce(sum(d.trafficking_outcomes), 0) end into counts
		  from data.disruption d
		 where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known;
	when 'socex_ocgs', 'socex_share' then
		select count(*), case when f.measure = 'socex_share' then (select count(*) from data.disruption d
				where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
					and coalesce(d.voided_at, 'infinity') > known) end into counts, base
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and not d.programme and d.drugs_linked and d.entered_at <= known
				and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = 'OCG';
	when 'exports' then
		-- What stands, less what came since the end of that day, and between the moment and that.
		select coalesce(sum(x.n), 0), coalesce(sum(x.n) filter (where x.unit in ('BE', 'BW', 'CV', 'LBM', 'LCV')), 0) into base, counts
		  from (select t.b as force, t.unit, t.n from data.tallied t where t.tally = 'lines'
			union all
			select t.b, t.c, -t.n from data.tallied t where t.tally = 'stood' and t.day > data.day_of(known)
			union all
			select l.export_force, l.export_npu, -1 from data.line l where l.valid_from > known and l.valid_from <= day_end and l.is_open
			union all
			select h.export_force, h.export_npu, (upper(h.during) <= day_end)::int - (lower(h.during) > known)::int
			  from data.line_history h
			 where known < day_end and upper(h.during) > known and lower(h.during) <= day_end and h.is_open) x
		  join ref.force g on g.code = x.force
		 where g.region = (select r.region from ref.force r join ref.unit t on t.force = r.code where t.code = 'CLTF');
	else
		done := false;
	end case;
end
$$;
comment on function data.figure_sums(ref.figure, date, date, timestamptz) is 'The sums of the rows of a figure, where they can be had without the rows';
create function data.review_board_count(p_review uuid, p_at timestamptz) returns setof data.review_board
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	f ref.figure;
	p record;
	got record;
	b data.review_board;
	today date := data.day_of(p_at);
begin
	b.review_id := p_review;
	for f in select x.* from ref.figure x where x.listed order by x.position loop
		select * into p from data.figure_period(f, today, null);
		select null::numeric as amount, null::numeric as counts, null::numeric as base into got;
		if p.from_day <= today then
			select * into got from data.figure_amount(f, p.from_day, least(p.to_day, today), p_at);
		end if;
		b.position := f.position; b.id := f.id; b.label := f.label; b.unit := f.unit; b.population := f.population;
		b.period := p.label || case when p.from_day > today then ', not begun' when p.to_day > today then ' so far' else '' end;
		b.from_day := p.from_day; b.to_day := least(p.to_day, greatest(today, p.from_day));
		b.value := data.figure_shown(f, got.amount, got.counts, got.base);
		b.amount := got.amount; b.counts := got.counts; b.base := got.base; b.definition := f.definition;
		return next b;
	end loop;
end
$$;
comment on function data.review_board_count(uuid, timestamptz) is 'The figures of the board as a review freezes them: as of a moment, over their own stretches';
-- What was returned, as tables show it: one stretch of its own a value, months of a breakdown by financial year,
-- or all that lies in a period asked for. `hidden` is the prefix of the small numbers of a stretch, and then of
-- the next greater ones, until there are two that come to no less than the bound: so none is the rest of a total.
create or replace function data.return_cells(p_series text, as_at date, name text)
returns table (series text, breakdown text, category text, bucket text, from_day date, to_day date, value numeric, months bigint,
	hidden boolean)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with asked as (
		select p.label, p.from_day, p.to_day from data.period(name) p where name is not null
		union all
		select null, '-infinity', 'infinity' where name is null
	), given as (
		select s.code as series, v.breakdown, v.category, v.period_start, v.period_end, sum(v.value) as value, count(*) as n,
			coalesce(cardinality(s.sum_of), 1) as wanted
		from asked a cross join ref.series s
		join data.return_value v on v.series = any (coalesce(s.sum_of, array[s.code]))
		where (p_series is null or s.code = p_series) and v.period_start >= a.from_day and v.period_end <= a.to_day
			and v.entered_at <= data.known_at(as_at) and coalesce(v.replaced_at, 'infinity') > data.known_at(as_at)
			and (name is not null or s.period_kind <> 'month' or v.period_start >= make_date(extract(year from as_at - interval '3 months')::int - 1, 4, 1))
		group by s.code, v.breakdown, v.category, v.period_start, v.period_end
	), moment as (
		select distinct g.series, g.wanted, g.breakdown, g.period_start, g.period_end, v.entered_at as at
		from given g join ref.series s on s.code = g.series
		join data.return_value v on v.series = any (coalesce(s.sum_of, array[s.code])) and v.breakdown = g.breakdown
			and v.period_start = g.period_start and v.period_end = g.period_end and v.entered_at <= data.known_at(as_at)
		where s.of_people
	), stood as (
		select m.series, m.breakdown, v.category, m.period_start, m.period_end, m.at, sum(v.value) as value
		from moment m join ref.series s on s.code = m.series
		join data.return_value v on v.series = any (coalesce(s.sum_of, array[s.code])) and v.breakdown = m.breakdown
			and v.period_start = m.period_start and v.period_end = m.period_end and v.entered_at <= m.at and coalesce(v.replaced_at, 'infinity') > m.at
		group by m.series, m.breakdown, v.category, m.period_start, m.period_end, m.at, m.wanted
		having count(*) = m.wanted
	), once as (
		select o.series, o.breakdown, o.category, o.period_start, o.period_end, bool_or(o.hidden) as hidden
		from (
			select t.*, t.value > 0 and count(*) filter (where t.value > 0 and t.value < x.suppress_below) over stretch > 0
				and (t.value < x.suppress_below or t.breakdown <> '' and (row_number() over small <= 2 or sum(t.value) over small - t.value < x.suppress_below)) as hidden
			from stood t cross join ref.setting x
			window stretch as (partition by t.series, t.breakdown, t.period_start, t.period_end, t.at),
				small as (partition by t.series, t.breakdown, t.period_start, t.period_end, t.at, t.value = 0 order by t.value, t.category rows unbounded preceding)
		) o group by 1, 2, 3, 4, 5
	), bucketed as (
		select g.*, coalesce(o.hidden, false) as hidden, case
			when s.unit = 'percent' then data.period_label(s.period_kind, g.period_start, g.period_end)
			when name is not null then (select a.label from asked a)
			when s.period_kind = 'month' and g.breakdown <> '' then to_char(g.period_start - interval '3 months', 'YYYY') || '/'
				|| to_char(g.period_start + interval '9 months', 'YY')
			when s.period_kind = 'months' and extract(month from g.period_start) = 1 and g.period_end = g.period_start + interval '1 year' - interval '1 day'
				then to_char(g.period_start, 'YYYY')
			else data.period_label(s.period_kind, g.period_start, g.period_end) end as bucket
		from given g join ref.series s on s.code = g.series
		left join once o on (o.series, o.breakdown, o.category, o.period_start, o.period_end)
			= (g.series, g.breakdown, g.category, g.period_start, g.period_end)
		where g.n = g.wanted
	), cell as (
		select b.series, b.breakdown, b.category, b.bucket, min(b.period_start) as from_day, max(b.period_end) as to_day, sum(b.value) as value,
			count(*) as months, count(*) filter (where b.hidden) as hides, sum(b.value) filter (where b.hidden) as hidden_sum
		from bucketed b group by b.series, b.breakdown, b.category, b.bucket
	), judged as (
		select c.*, s.of_people, x.suppress_below, c.hides > 0 and (c.hides = 1 or c.hidden_sum < x.suppress_below)
			or c.value > 0 and c.value < x.suppress_below as first
		from cell c join ref.series s on s.code = c.series cross join ref.setting x
	), ranked as (
		select j.*, row_number() over small as rn, sum(j.value) over small - j.value as before,
			count(*) filter (where j.first) over (partition by j.series, j.breakdown, j.bucket) as few
		from judged j
		window small as (partition by j.series, j.breakdown, j.bucket, j.value = 0 and not j.first order by not j.first, j.value, j.category rows unbounded preceding)
	)
	select r.series, r.breakdown, r.category, r.bucket, r.from_day, r.to_day, r.value, r.months,
		r.of_people and r.few > 0 and (r.first or r.value > 0 and r.breakdown <> '' and (r.rn <= 2 or r.before < r.suppress_below))
	from ranked r
$$;
comment on function data.return_cells(text, date, text) is 'What was returned, by the stretches tables show, and what they must hide';
-- A month of few people hides the next greater one of its quarter, too: the figure of the quarter, less the others,
-- would tell it.
create or replace function data.figure_months(ids text[], as_at date, at_most int)
returns table (id text, label text, month text, shown text, amount numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with month as materialized (
		select x.n, f.id, f.label, m.from_day, date_trunc('quarter', m.from_day) as quarter, a.amount, a.counts,
			data.figure_shown(f, a.amount, a.counts, a.base) as shown, data.figure_is_small(f, a.counts) as small,
			f.of_people and f.counted = 'number' as of_people
		from unnest(ids) with ordinality x (id, n) join ref.figure f using (id)
		cross join generate_series(at_most - 1, 0, -1) as i
		cross join lateral (select (date_trunc('month', as_at) - make_interval(months => i))::date as from_day,
			least(as_at, (date_trunc('month', as_at) - make_interval(months => i - 1))::date - 1) as to_day) m
		cross join lateral data.figure_amount(f, m.from_day, m.to_day, data.known_at(as_at)) a
	), ranked as (
		select o.*, count(*) filter (where o.small) over (partition by o.id, o.quarter) as few,
			row_number() over least_first as nth, sum(o.counts) over least_first - o.counts as before
		from month o
		window least_first as (partition by o.id, o.quarter, o.counts > 0 order by o.counts, o.from_day rows unbounded preceding)
	), judged as (
		select r.*, r.of_people and not r.small and r.few > 0 and r.counts > 0 and (r.nth <= 2 or r.before < s.suppress_below) as beside
		from ranked r cross join ref.setting s
	)
	select j.id, j.label, to_char(j.from_day, 'YYYY-MM'), case when j.beside then '*' else j.shown end,
		case when not j.small and not j.beside then j.amount end
	from judged j
	order by j.from_day, j.n
$$;
comment on function data.figure_months(text[], date, int) is 'Figures by month, up to the month of a day; few people hidden, and what would give them away';
