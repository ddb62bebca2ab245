-- SPDX-License-Identifier: MIT
-- Numbers without records: whoever has a place in Gridline may read them.
create function api.figures(as_at date default null, period text default null)
returns table ("position" int, id text, label text, value text, amount numeric, unit text, paragraph text, population text,
	period_name text, from_day date, to_day date, is_over boolean, before text, before_change text, year_ago text, year_change text,
	note text, printed text, rule text, definition text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select f."position", f.id, f.label, f.value, f.amount, f.unit, f.paragraph, f.population, f.period, f.from_day, f.to_day, f.is_over,
		f.before, f.before_change, f.year_ago, f.year_change, f.note, f.printed, f.rule, f.definition
	from data.figures(data.figures_day(as_at), period) f
$$;
comment on function api.figures(date, text) is 'The figures of the board paper, counted as at a day, over their own stretches or a period by name';
