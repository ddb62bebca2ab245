-- SPDX-License-Identifier: MIT
create function search.rebuild() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
begin
	drop index search.line_text;
	truncate search.line;
	insert into search.line select line_id, search_text from data.line;
	create index line_text on search.line using gin (text search.gin_trgm_ops);
end
$$;
comment on function search.rebuild() is 'Fill the search table anew, after a load that went past the triggers';
