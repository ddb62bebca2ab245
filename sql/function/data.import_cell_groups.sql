-- SPDX-License-Identifier: MIT
create function data.import_cell_groups(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = search, pg_temp
as $$
	with used as materialized (
		select r.line, item
		  from data.import_row r
		 cross join lateral data.import_items(r.cells ->> (p_column).name) as item
		 where r.import_id = p_import
	), wrong as materialized (
		select item,
		       format('there is no group %s', data.import_quote(item))
		           || coalesce('; did you mean ' || (
				select string_agg('''' || group_ref || '''', ' or ')
				  from (select group_ref from data.crime_group
				         where similarity(group_ref, item) >= 0.25
				         order by similarity(group_ref, item) desc, group_ref limit 3) as near) || '?',
				'; import groups first') as reason
		  from (select distinct item from used) as occurring
		 where not exists (select from data.crime_group g where g.group_ref = item)
	)
	insert into data.import_error (import_id, line, cell, reason)
	select distinct p_import, used.line, (p_column).name, wrong.reason
	  from used join wrong using (item)
$$;
comment on function data.import_cell_groups(uuid, ref.import_column) is 'Notes cells with references of groups that are not there';
