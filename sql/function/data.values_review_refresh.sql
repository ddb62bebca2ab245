-- SPDX-License-Identifier: MIT
create function data.values_review_refresh(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note from data.review_values(id) v where v.name = ''
$$;
comment on function data.values_review_refresh(uuid) is 'Which review its form is about';
