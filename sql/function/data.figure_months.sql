-- SPDX-License-Identifier: MIT
-- A month of few people hides the next greater one of its quarter, too: the figure of the quarter, less the others,
-- would tell it.
create function data.figure_months(ids text[], as_at date, at_most int)
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
