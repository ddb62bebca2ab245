create function data.figure_shown(f ref.figure, amount numeric, counts numeric, base numeric) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when amount is null then ''
		when data.figure_is_small(f, counts) then case when f.unit = 'percent' then 'few' else '<' || (select s.suppress_below from ref.setting s) end
		when f.counted = 'coverage' then case when counts = base then 'all' else format('%s of %s', counts, base) end
		when f.counted = 'over half' and amount > 50 then '>50'
		else round(amount, f.decimals)::text end
$$;
comment on function data.figure_shown(ref.figure, numeric, numeric, numeric) is 'A figure as reports print it; empty where nothing was returned';
create function data.figure_change(f ref.figure, now numeric, was numeric) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when now is null or was is null then ''
		when round(now, greatest(f.decimals, 1)) = round(was, greatest(f.decimals, 1)) then 'no change'
		when f.unit = 'percent' then to_char(round(now, 1) - round(was, 1), 'FMSG990.0') || ' points'
		else to_char(round(now, f.decimals) - round(was, f.decimals), 'FMSG999,999,999') || case when was = 0 then ''
			else format(' (%s%%)', to_char(100 * (now - was) / was, 'FMSG999990' || case when abs(100 * (now - was) / was) < 10 then '.0' else '' end)) end
		end
$$;
comment on function data.figure_change(ref.figure, numeric, numeric) is 'The difference between two values of a figure, as a count and as a percentage';
-- What nobody recorded is no nought: before the programme began, and before the first event of the force that
-- is kept, there is nothing to compare with.
create function data.figure_since(f ref.figure) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when f.measure in ('returns', 'o2r_net', 'exports') then date '-infinity'
		when f.population = 'programme' then (select u.valid_from from ref.unit u where u.code = 'CLTF')
		else (select d.on_day from data.disruption d where not d.programme order by d.on_day limit 1) end
$$;
comment on function data.figure_since(ref.figure) is 'The first day a figure can be counted for';
create function data.figure_was(f ref.figure, from_day date, to_day date, known timestamptz, now_amount numeric,
	out shown text, out change text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	was record;
begin
	shown := '';
	change := '';
	if from_day >= data.figure_since(f) then
		select * into was from data.figure_amount(f, from_day, to_day, known);
		shown := data.figure_shown(f, was.amount, was.counts, was.base);
		change := data.figure_change(f, now_amount, case when not data.figure_is_small(f, was.counts) then was.amount end);
	end if;
end
$$;
comment on function data.figure_was(ref.figure, date, date, timestamptz, numeric) is 'A figure over a stretch before, and the change since; empty where it cannot be counted';
-- Only where each value is of a stretch of one kind is it known how many there should be.
create function data.figure_gaps(f ref.figure, from_day date, to_day date, known timestamptz) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select format('returned for %s of %s months', g.got, g.due)
	from (
		select (select count(*) from data.rows_returns(from_day, to_day, known, f.series, f.breakdown, f.category)) as got,
			(select count(*) from generate_series(date_trunc('month', from_day + interval '1 month' - interval '1 day'),
				date_trunc('month', to_day + 1) - interval '1 month', interval '1 month')) as due
		from ref.series s where s.code = f.series and s.period_kind = 'month'
	) g
	where g.got < g.due
$$;
comment on function data.figure_gaps(ref.figure, date, date, timestamptz) is 'How much of a period has been returned, where some is missing';
-- What a reader must know beside the number, counted like it: what a share is of, what is missing, and where
-- the paper errs.
create function data.figure_note(f ref.figure, from_day date, to_day date, known timestamptz, amount numeric, counts numeric, base numeric)
returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	said text[];
	p record;
	other record;
begin
	if f.counted in ('share', 'over half') and amount is not null and not data.figure_is_small(f, counts) then
		said := said || format('%s of %s, %s%%', counts, base, round(100 * counts / base, 1));
	end if;
	if f.counted = 'change' and amount is not null then
		said := said || format('%s against %s', counts, base);
	end if;
	if f.id = 'socex_ocgs_drugs_share' then
		select count(*) as events, count(*) filter (where d.drugs_linked) as linked,
			count(distinct d.group_id) filter (where g.kind = 'OCG') as ocgs,
			count(distinct d.group_id) filter (where g.kind = 'OCG' and d.drugs_linked) as linked_ocgs
		  into other
		  from data.disruption d left join data.crime_group g using (group_id)
		 where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known;
		if other.events > 0 and other.ocgs > 0 then
			said := said || format('by events, %s of %s are linked to drugs (%s%%); by groups, %s of %s OCGs are (%s%%)', other.linked, other.events,
				round(100.0 * other.linked / other.events, 1), other.linked_ocgs, other.ocgs, round(100.0 * other.linked_ocgs / other.ocgs, 1));
		end if;
	end if;
	if f.counted = 'coverage' then
		select string_agg(r.ref, ', ' order by r.ref) filter (where r.counts = 0 and r.base = 1) as without,
			string_agg(r.ref, ', ' order by r.ref) filter (where r.base = 0) as beyond
		  into other from data.figure_rows(f, from_day, to_day, known) r;
		said := said || concat_ws('; ', format('%s of %s', counts, base), 'nothing in ' || other.without, 'also in ' || other.beyond);
	end if;
	if f.counted = 'average' and amount is not null then
		select * into p from data.period_shift('quarter', date_trunc('quarter', to_day)::date,
			(date_trunc('quarter', to_day) + interval '3 months')::date - 1, 0);
		select * into other from data.figure_amount(f, p.from_day, least(p.to_day, to_day), known);
		said := said || format('%s over the whole months; of %s alone it is %s', counts,
			data.period_label('quarter', p.from_day, p.to_day), coalesce(round(other.amount)::text, 'not known'));
	end if;
	if f.against is not null and amount is not null and not data.figure_is_small(f, counts) then
		select * into p from data.period(f.against);
		select * into other from data.figure_amount(f, p.from_day, p.to_day, known);
		if other.amount is not null and not data.figure_is_small(f, other.counts) then
			said := said || format('%s on %s (%s)', data.figure_change(f, amount, other.amount), p.label, other.amount);
		end if;
	end if;
	return concat_ws('; ', variadic coalesce(said, '{}') || data.figure_gaps(f, from_day, to_day, known) || nullif(f.caution, ''));
end
$$;
comment on function data.figure_note(ref.figure, date, date, timestamptz, numeric, numeric, numeric) is 'What a reader must know beside a figure';
-- Each figure with the stretch before it and the same a year ago. What is not over is counted to the day, and
-- compared with as many days: a quarter of six weeks is not held against one of thirteen. Where the stretch
-- before is the one a year ago, it is told once.
create function data.figures(as_at date, name text)
returns table ("position" int, id text, label text, value text, amount numeric, unit text, paragraph text, population text,
	period text, from_day date, to_day date, is_over boolean, before text, before_change text, year_ago text, year_change text,
	note text, printed text, rule text, definition text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	f ref.figure;
	p record;
	back record;
	got record;
	ago record;
	was record;
	known timestamptz := data.known_at(as_at);
	upto date;
begin
	for f in
		select x.* from ref.figure x
		where case when name is null then x.listed else x.period_kind not in ('fixed', 'year before', 'twelve before') end
		order by x.position
	loop
		select * into p from data.figure_period(f, as_at, name);
		upto := least(p.to_day, as_at);
		"position" := f.position; id := f.id; label := f.label; unit := f.unit; paragraph := f.paragraph;
		population := f.population; from_day := p.from_day; to_day := p.to_day; printed := f.printed; rule := f.rule; definition := f.definition;
		is_over := p.to_day <= as_at;
		period := p.label || case when p.from_day > as_at then ', not begun' when not is_over then ' so far' else '' end;
		value := ''; amount := null; before := ''; before_change := ''; year_ago := ''; year_change := '';
		note := 'Not begun';
		if p.from_day <= as_at then
			select * into got from data.figure_amount(f, p.from_day, upto, known);
			value := data.figure_shown(f, got.amount, got.counts, got.base);
			amount := case when not data.figure_is_small(f, got.counts) then got.amount end;
			note := data.figure_note(f, p.from_day, upto, known, got.amount, got.counts, got.base);
			if f.counted not in ('coverage', 'change') and f.period_kind <> 'day' then
				select * into back from data.period_shift(p.kind, p.from_day, upto, 1);
				select * into was from data.figure_was(f, back.from_day, back.to_day, known, amount);
				before := was.shown;
				before_change := was.change;
				select * into ago from data.period_year_ago(p.kind, p.from_day, upto);
				if ago.from_day <> back.from_day then
					select * into was from data.figure_was(f, ago.from_day, ago.to_day, known, amount);
					year_ago := was.shown;
					year_change := was.change;
				end if;
			end if;
		end if;
		return next;
	end loop;
end
$$;
comment on function data.figures(date, text) is 'The figures as at a day, over their own stretches or one that is named';
create function data.figures_day(as_at date) returns date
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	today date := data.clock()::date;
begin
	if data.my_force() is null then
		perform data.refuse('GL001', 'The login has no place in Gridline.', 'Ask the administrator for one.');
	end if;
	if as_at > today then
		perform data.refuse('GL004', format('%s lies in the future: today is %s.', as_at, today), 'Figures are counted as at a day that has come.');
	end if;
	return coalesce(as_at, today);
end
$$;
comment on function data.figures_day(date) is 'The day figures are counted as at: today if none is named, none to come, for who may read them';
create function data.figure_rows_of(id text, as_at date, name text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric, hidden boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	f ref.figure;
	p record;
begin
	select x.* into f from ref.figure x where x.id = figure_rows_of.id;
	if f.id is null then
		perform data.refuse('GL005', format('There is no figure %s.', data.import_quote(coalesce(figure_rows_of.id, ''))),
			'The report board lists them by id.');
	end if;
	select * into p from data.figure_period(f, as_at, name);
	return query
	with r as (
		select * from data.figure_rows(f, p.from_day, least(p.to_day, as_at), data.known_at(as_at))
	), ranked as (
		select r.*, row_number() over small as rn, sum(r.counts) over small - r.counts as before,
			count(*) filter (where r.counts > 0 and r.counts < x.suppress_below) over () as few, x.suppress_below
		from r cross join ref.setting x
		window small as (partition by r.counts > 0 order by r.counts, r.on_day rows unbounded preceding)
	)
	select k.ref, k.line_id, k.on_day, k.unit, k.what, k.counts, k.base,
		coalesce(f.measure = 'returns' and f.of_people and k.few > 0 and k.counts > 0
			and (k.counts < k.suppress_below or k.rn <= 2 or k.before < k.suppress_below), false)
	from ranked k
	order by k.on_day, k.ref;
end
$$;
comment on function data.figure_rows_of(text, date, text) is 'The rows a figure counts as at a day, and which of them are too small to be told';
-- What was returned, as tables show it: one stretch of its own a value, months of a breakdown by financial year,
-- or all that lies in a period asked for. `hidden` is the prefix of the small numbers of a stretch, and then of
-- the next greater ones, until there are two that come to no less than the bound: so none is the rest of a total.
create function data.return_cells(p_series text, as_at date, name text)
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
	), bucketed as (
		select g.*, case
			when s.unit = 'percent' then data.period_label(s.period_kind, g.period_start, g.period_end)
			when name is not null then (select a.label from asked a)
			when s.period_kind = 'month' and g.breakdown <> '' then to_char(g.period_start - interval '3 months', 'YYYY') || '/'
				|| to_char(g.period_start + interval '9 months', 'YY')
			when s.period_kind = 'months' and extract(month from g.period_start) = 1 and g.period_end = g.period_start + interval '1 year' - interval '1 day'
				then to_char(g.period_start, 'YYYY')
			else data.period_label(s.period_kind, g.period_start, g.period_end) end as bucket
		from given g join ref.series s on s.code = g.series
		where g.n = g.wanted
	), cell as (
		select b.series, b.breakdown, b.category, b.bucket, min(b.period_start) as from_day, max(b.period_end) as to_day, sum(b.value) as value,
			count(*) as months
		from bucketed b group by b.series, b.breakdown, b.category, b.bucket
	), ranked as (
		select c.*, s.of_people, x.suppress_below,
			row_number() over small as rn, sum(c.value) over small - c.value as before,
			count(*) filter (where c.value > 0 and c.value < x.suppress_below) over (partition by c.series, c.breakdown, c.bucket) as few
		from cell c join ref.series s on s.code = c.series cross join ref.setting x
		window small as (partition by c.series, c.breakdown, c.bucket, c.value = 0 order by c.value, c.category rows unbounded preceding)
	)
	select r.series, r.breakdown, r.category, r.bucket, r.from_day, r.to_day, r.value, r.months,
		r.of_people and r.value > 0 and r.few > 0 and (r.value < r.suppress_below
			or r.breakdown <> '' and (r.rn <= 2 or r.before < r.suppress_below))
	from ranked r
$$;
comment on function data.return_cells(text, date, text) is 'What was returned, by the stretches tables show, and what they must hide';
-- Cells, their sums over the stretches, and where parts are shares their plain average. A sum over something
-- hidden is hidden; for the total of a part has its own row, and would tell it.
create function data.return_table(p_series text, as_at date, name text)
returns table ("position" bigint, series text, series_label text, unit text, paragraph text, breakdown text, breakdown_label text,
	category text, category_position int, period text, from_day date, to_day date, shown text, amount numeric, share text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if p_series is not null and not exists (select from ref.series s where s.code = p_series) then
		perform data.refuse('GL005', format('There is no series %s.', data.import_quote(p_series)),
			'Known are: ' || (select string_agg(s.code, ', ' order by s.position) from ref.series s) || '.');
	end if;
	return query
	with cell as materialized (
		select * from data.return_cells(p_series, as_at, name)
	), part as (
		select c.series, c.breakdown, c.category, coalesce(k.position, 0) as category_position, c.bucket, c.from_day, c.to_day, c.value, c.hidden
		from cell c left join ref.series_category k using (series, breakdown, category)
		union all
		select c.series, b.breakdown, '', 1000, c.bucket, c.from_day, c.to_day, c.value, c.hidden
		from cell c join ref.series_breakdown b on b.series = c.series and b.adds_up
		where c.breakdown = '' and exists (select from cell x where x.series = c.series and x.breakdown = b.breakdown and x.bucket = c.bucket)
		union all
		select c.series, c.breakdown, '', 1000, c.bucket, min(c.from_day), max(c.to_day), round(avg(c.value), 1), false
		from cell c join ref.series s on s.code = c.series and s.unit = 'percent' where c.breakdown <> ''
		group by c.series, c.breakdown, c.bucket
		union all
		-- The months of a financial year that stands in another table by parts.
		select c.series, b.breakdown, '', 1000, x.bucket, min(c.from_day), max(c.to_day), sum(c.value), bool_or(c.hidden)
		from cell c join ref.series s on s.code = c.series and s.period_kind = 'month'
		join ref.series_breakdown b on b.series = c.series and b.adds_up
		join (select distinct x.series, x.breakdown, x.bucket, x.from_day, x.to_day from cell x where x.breakdown <> '') x
			on x.series = c.series and x.breakdown = b.breakdown and c.from_day >= x.from_day and c.to_day <= x.to_day
		where c.breakdown = '' and c.bucket <> x.bucket
		group by c.series, b.breakdown, x.bucket
	), summed as (
		select p.*, false as is_sum from part p
		union all
		select p.series, p.breakdown, p.category, p.category_position, '', min(p.from_day), max(p.to_day), sum(p.value), bool_or(p.hidden), true
		from part p join ref.series s on s.code = p.series
		where s.unit <> 'percent' group by p.series, p.breakdown, p.category, p.category_position having count(*) > 1
	), shared as (
		select m.*, max(m.value) filter (where m.category = '') over (partition by m.series, m.breakdown, m.bucket, m.is_sum) as whole from summed m
	)
	select row_number() over (order by s.position, b.position nulls first, h.category_position, h.category, h.is_sum, h.from_day), h.series, s.label, s.unit, s.paragraph,
		h.breakdown, coalesce(b.label, ''), h.category, h.category_position, case when h.is_sum then 'Total' else h.bucket end, h.from_day, h.to_day,
		case when h.hidden then '*' else trim_scale(h.value)::text end,
		case when not h.hidden then h.value end,
		case when h.hidden or h.whole is null or h.whole = 0 or h.category = '' or not coalesce(b.adds_up, false) then ''
			else round(100 * h.value / h.whole) || '%' end
	from shared h join ref.series s on s.code = h.series left join ref.series_breakdown b on b.series = h.series and b.breakdown = h.breakdown;
end
$$;
comment on function data.return_table(text, date, text) is 'Returns by stretch and part, with sums, averages and shares; small numbers hidden';
create function data.figure_months(ids text[], as_at date, at_most int)
returns table (id text, label text, month text, shown text, amount numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select f.id, f.label, to_char(m.from_day, 'YYYY-MM'), data.figure_shown(f, a.amount, a.counts, a.base),
		case when not data.figure_is_small(f, a.counts) then a.amount end
	from unnest(ids) with ordinality x (id, n) join ref.figure f using (id)
	cross join generate_series(at_most - 1, 0, -1) as i
	cross join lateral (select (date_trunc('month', as_at) - make_interval(months => i))::date as from_day,
		least(as_at, (date_trunc('month', as_at) - make_interval(months => i - 1))::date - 1) as to_day) m
	cross join lateral data.figure_amount(f, m.from_day, m.to_day, data.known_at(as_at)) a
	order by m.from_day, x.n
$$;
comment on function data.figure_months(text[], date, int) is 'Figures by month, up to the month of a day';
