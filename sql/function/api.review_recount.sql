-- SPDX-License-Identifier: MIT
create function api.review_recount(week text)
returns table (measure text, frozen bigint, recounted bigint, difference bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.measure, c.frozen, c.recounted, c.recounted - c.frozen from data.review_recount(week) c
$$;
comment on function api.review_recount(text) is 'Figures a closed review froze, beside the same counted now';
