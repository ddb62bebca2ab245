-- SPDX-License-Identifier: MIT
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
