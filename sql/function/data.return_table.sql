-- SPDX-License-Identifier: MIT
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
