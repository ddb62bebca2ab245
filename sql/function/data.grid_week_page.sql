-- SPDX-License-Identifier: MIT
-- The wall between what anybody may ask and functions that see every line: these show what data.seen_line has.
create function data.grid_week_page(region boolean, week text, at_most int)
returns table (place bigint, how text, rank bigint, line data.line_history, was data.line_history, was_rank bigint)
language sql stable security definer rows 500
set search_path = pg_catalog, pg_temp
as $$
	select g.* from data.grid_week(case when region then (select f.region from ref.force f where f.code = data.my_force()) end,
		week, least(greatest(at_most, 1), 2000)) g
$$;
comment on function data.grid_week_page(boolean, text, int) is 'The grid of a week, of what the caller sees';
