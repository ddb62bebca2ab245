-- SPDX-License-Identifier: MIT
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
