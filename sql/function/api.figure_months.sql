-- SPDX-License-Identifier: MIT
create function api.figure_months(ids text[], as_at date default null, at_most int default 12)
returns table (id text, label text, month text, shown text, amount numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select m.id, m.label, m.month, m.shown, m.amount from data.figure_months(ids, data.figures_day(as_at), least(at_most, 36)) m
$$;
comment on function api.figure_months(text[], date, int) is 'Figures by month, the last of them the month of a day';
