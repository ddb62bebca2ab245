-- SPDX-License-Identifier: MIT
create function data.review_since(p_series uuid, p_week text) returns timestamptz
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select max(r.frozen_at) from data.review r where r.series_id = p_series), data.week_day(p_week) - interval '7 days')
$$;
comment on function data.review_since(uuid, text) is 'Since when what changed is news to a review: the freeze before, or a week';
