-- SPDX-License-Identifier: MIT
create function search.candidates(pattern text, bound int) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, search, pg_temp
as $$
	select line_id from search.line where text like pattern limit bound
$$;
comment on function search.candidates(text, int) is 'At most so many lines whose text is like the pattern, seen by nobody but api.line_search';
