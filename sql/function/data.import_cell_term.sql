-- SPDX-License-Identifier: MIT
-- Terms of a vocabulary, one or several in a cell. Each that occurs is looked up once.
create function data.import_cell_term(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with used as materialized (
		select r.line, item
		  from data.import_row r
		 cross join lateral data.import_items(
			case when (p_column).shape = 'terms' then r.cells ->> (p_column).name
			     else replace(r.cells ->> (p_column).name, ';', ',') end) as item
		 where r.import_id = p_import and r.cells ->> (p_column).name <> ''
	), wrong as materialized (
		select item, format('%s is not known', data.import_quote(item)) || data.nearest_terms((p_column).vocabulary, item) as reason
		  from (select distinct item from used) as occurring
		 where not exists (select from ref.term t
		                    where t.vocabulary = (p_column).vocabulary and lower(t.code) = lower(item))
	)
	insert into data.import_error (import_id, line, cell, reason)
	select distinct p_import, used.line, (p_column).name, wrong.reason
	  from used join wrong using (item)
$$;
comment on function data.import_cell_term(uuid, ref.import_column) is 'Notes cells with terms that are not known, with the nearest that are';
