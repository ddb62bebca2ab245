-- SPDX-License-Identifier: MIT
-- Reviews that were closed before the board's figures were frozen, too, keep the hash they have.
create function data.review_frozen(measures jsonb, board jsonb) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case when board is null then measures else jsonb_build_object('measures', measures, 'board', board) end
$$;
comment on function data.review_frozen(jsonb, jsonb) is 'The figures of a review in the form its hash is made over';
