-- SPDX-License-Identifier: MIT
create function api.search_key(word text) returns text
language sql immutable strict security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.search_key(word)
$$;
comment on function api.search_key(text) is 'The form in which texts are searched: compare it with search_text';
