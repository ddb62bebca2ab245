-- SPDX-License-Identifier: MIT
create function api.review_board(week text)
returns table ("position" int, id text, label text, unit text, population text, period_name text, from_day date, to_day date, definition text,
	definition_now text, frozen text, recounted text, difference text, change numeric, moved boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select b."position", b.id, b.label, b.unit, b.population, b.period, b.from_day, b.to_day, b.definition, b.definition_now, b.frozen,
		b.recounted, b.difference, b.change, b.moved
	from data.review_board(week) b
$$;
comment on function api.review_board(text) is 'Figures of the board that a closed review froze, beside the same counted now';
