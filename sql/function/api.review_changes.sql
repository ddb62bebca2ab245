-- SPDX-License-Identifier: MIT
create function api.review_changes(from_week text, to_week text) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.* from api.review_changes_at(api.review_moment(from_week), api.review_moment(to_week)) c
$$;
comment on function api.review_changes(text, text) is 'What changed on the grid from one week to another, as api.review_changes_at';
