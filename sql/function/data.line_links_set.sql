-- SPDX-License-Identifier: MIT
-- For one line what data.import_apply_links is for a file. The line has its lists already, so the triggers
-- of these tables find nothing left to do.
create function data.line_links_set(l data.line) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with today as materialized (
		select data.clock()::date as day
	), alias_off as (
		delete from data.line_alias a where a.line_id = (l).line_id and a.alias <> all ((l).aliases)
	), alias_on as (
		insert into data.line_alias (line_id, alias) select (l).line_id, unnest((l).aliases) on conflict do nothing
	), drug_off as (
		delete from data.line_drug d where d.line_id = (l).line_id and d.drug <> all ((l).drugs)
	), drug_on as (
		insert into data.line_drug (line_id, drug) select (l).line_id, unnest((l).drugs) on conflict do nothing
	), import_off as (
		delete from data.line_import m using today
		where m.line_id = (l).line_id and m.area <> all ((l).imports) and m.valid_from >= today.day
	), import_end as (
		update data.line_import m set valid_to = today.day - 1 from today
		where m.line_id = (l).line_id and m.area <> all ((l).imports) and m.valid_from < today.day and m.valid_to >= today.day
	), import_on as (
		insert into data.line_import (line_id, area, valid_from)
		select (l).line_id, a, today.day from today, unnest((l).imports) a
		where not exists (select from data.line_import m
			where m.line_id = (l).line_id and m.area = a and today.day between m.valid_from and m.valid_to)
	), group_off as (
		delete from data.line_group g using today, data.crime_group c
		where g.line_id = (l).line_id and c.group_id = g.group_id and c.group_ref <> all ((l).group_refs) and g.valid_from >= today.day
	), group_end as (
		update data.line_group g set valid_to = today.day - 1 from today, data.crime_group c
		where g.line_id = (l).line_id and c.group_id = g.group_id and c.group_ref <> all ((l).group_refs)
			and g.valid_from < today.day and g.valid_to >= today.day
	)
	insert into data.line_group (line_id, group_id, valid_from)
	select (l).line_id, c.group_id, today.day from today, data.crime_group c
	where c.group_ref = any ((l).group_refs) and not exists (select from data.line_group g
		where g.line_id = (l).line_id and g.group_id = c.group_id and today.day between g.valid_from and g.valid_to)
$$;
comment on function data.line_links_set(data.line) is 'Bring the link tables of one line to the lists it has';
