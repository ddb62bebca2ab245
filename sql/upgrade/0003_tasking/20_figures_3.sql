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
