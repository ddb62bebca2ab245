-- SPDX-License-Identifier: MIT
create function data.values_review_item_move(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note from data.item_values(id) v
$$;
comment on function data.values_review_item_move(uuid) is 'Which item its form is about';
