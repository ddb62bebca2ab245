-- SPDX-License-Identifier: MIT
create function search.rebuild() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
begin
	drop index search.line_text;
	truncate search.line, search.brand, search.name;
	insert into search.line select line_id, search_text from data.line;
	create index line_text on search.line using gin (text search.gin_trgm_ops);
	insert into search.name
	select distinct a, b, l.line_id
	from data.line l cross join search.brands(l.search_text) b cross join unnest(l.imports) a
	where l.is_open
	order by 1, 2, 3;
	insert into search.brand select distinct n.brand from search.name n;
end
$$;
comment on function search.rebuild() is 'Fill the search tables anew, after a load that went past the triggers';
