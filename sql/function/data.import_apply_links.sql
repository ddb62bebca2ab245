-- SPDX-License-Identifier: MIT
-- Lists are set to what the file says. An area that is no longer imported into, or a group no
-- longer linked, ends the day before. One statement, so that the triggers which keep the lists on
-- the lines see all four tables as they will be, and find nothing left to do.
create function data.import_apply_links(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	with today as materialized (
		select data.clock()::date as day
	), file as materialized (
		select i.*, array(select c.group_id from data.crime_group c where c.group_ref = any (i.group_refs)) as group_ids
		  from data.import_line i
		 where i.import_id = p_import and i.verdict <> 'same'
	), alias_off as (
		delete from data.line_alias a using file i
		 where a.line_id = i.line_id and a.alias <> all (i.aliases)
	), alias_on as (
		insert into data.line_alias (line_id, alias)
		select i.line_id, item from file i, unnest(i.aliases) as item
		    on conflict do nothing
	), drug_off as (
		delete from data.line_drug d using file i
		 where d.line_id = i.line_id and d.drug <> all (i.drugs)
	), drug_on as (
		insert into data.line_drug (line_id, drug)
		select i.line_id, item from file i, unnest(i.drugs) as item
		    on conflict do nothing
	), import_off as (
		delete from data.line_import m using file i, today
		 where m.line_id = i.line_id and m.area <> all (i.imports) and m.valid_from >= today.day
	), import_end as (
		update data.line_import m set valid_to = today.day - 1
		  from file i, today
		 where m.line_id = i.line_id and m.area <> all (i.imports)
		   and m.valid_from < today.day and m.valid_to >= today.day
	), import_on as (
		insert into data.line_import (line_id, area, valid_from)
		select i.line_id, item, case i.verdict when 'new' then date '-infinity' else today.day end
		  from file i cross join today, unnest(i.imports) as item
		 where i.verdict = 'new' or not exists (
			select from data.line_import m where m.line_id = i.line_id and m.area = item
			   and today.day between m.valid_from and m.valid_to)
	), group_off as (
		delete from data.line_group g using file i, today
		 where g.line_id = i.line_id and i.group_refs is not null and g.group_id <> all (i.group_ids)
		   and g.valid_from >= today.day
	), group_end as (
		update data.line_group g set valid_to = today.day - 1
		  from file i, today
		 where g.line_id = i.line_id and i.group_refs is not null and g.group_id <> all (i.group_ids)
		   and g.valid_from < today.day and g.valid_to >= today.day
	), group_on as (
		insert into data.line_group (line_id, group_id, valid_from)
		select i.line_id, item, case i.verdict when 'new' then date '-infinity' else today.day end
		  from file i cross join today, unnest(i.group_ids) as item
		 where i.group_refs is not null
		   and (i.verdict = 'new' or not exists (
			select from data.line_group g where g.line_id = i.line_id and g.group_id = item
			   and today.day between g.valid_from and g.valid_to))
	)
	select data.line_numbers_add(array_agg(i.line_id), array_agg(item))
	  from file i, unnest(i.numbers) as item
$$;
comment on function data.import_apply_links(uuid) is 'Write the lists of the lines of a checked import';
