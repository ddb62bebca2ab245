-- SPDX-License-Identifier: MIT
-- Finding lines by a word.
select plan(17);
insert into data.line (line_ref, name, holder_force, status, export_force)
	select 'X' || i, 'Common ' || i, 'West Midlands', 'active', 'West Midlands' from generate_series(1, 60) i;
insert into data.line (line_ref, name, holder_force, status, export_force) values
	('Y1', E'Sm\u200bith 100%_\\', 'West Midlands', 'active', 'West Midlands'),
	('Y2', 'ＳＭＩＴＨ Café', 'West Midlands', 'active', 'West Midlands'),
	('Y3', 'Ölkanne ÉCLAIR', 'West Midlands', 'active', 'West Midlands');
insert into data.line_alias (line_id, alias) select line_id, 'ΣΊΓΜΑ' from data.line where line_ref = 'Y3';
update ref.setting set search_bound = 50;
create function pg_temp.found(word text) returns text language sql as $$
	select coalesce((select string_agg(line_ref, ' ' order by line_ref) from data.line
		where line_id = any (api.line_search(word))), case when api.line_search(word) is null then 'walk' else '' end)
$$;
set session authorization analyst1;
select coalesce((select string_agg(line_ref, ' ' order by line_ref) from api.grid where line_id = any (api.line_search('alpha'))), '') as alpha,
	api.line_search('ALIAS OF')::text is not null as alias,
	(select string_agg(line_ref, ' ' order by line_ref) from api.grid where line_id = any (api.line_search('smith'))) as smith,
	(select string_agg(line_ref, ' ' order by line_ref) from api.grid where line_id = any (api.line_search('café'))) as cafe,
	(select string_agg(line_ref, ' ' order by line_ref) from api.grid where line_id = any (api.line_search('100%_\'))) as wild,
	cardinality(api.line_search('0%_\x')) as no_wild,
	api.line_search('common') is null as common, api.line_search('al') is null as short,
	cardinality(api.line_search('zzzz')) as none, cardinality(api.line_search('foxtrot')) as hidden,
	(select count(*) from api.grid where search_text like '%' || api.search_key('COMMON') || '%') as walked,
	(select string_agg(line_ref, ' ') from api.grid where line_id = any (api.line_search('ölKANNE'))) as umlaut,
	(select string_agg(line_ref, ' ') from api.grid where line_id = any (api.line_search('éclair'))) as accent,
	(select string_agg(line_ref, ' ') from api.grid where search_text like '%' || api.search_key('ÖLKANNE') || '%') as umlaut_walk,
	(select name_key from api.grid where line_ref = 'Y3') as name_key,
	api.line_search(null) is null as nothing, api.search_key('Sm' || chr(8203) || 'ITH') as key \gset
reset session authorization;
select is(:'alpha'::text, 'W1', 'by name, whatever the case');
select ok(:'alias', 'by alias');
select is(:'smith'::text, 'Y1 Y2', 'invisible and full-width characters do not hide a name');
select is(:'cafe'::text, 'Y2', 'beyond ASCII');
select is(:'umlaut'::text, 'Y3', 'in either case');
select is(:'accent'::text, 'Y3', 'whichever way round');
select is(:'umlaut_walk'::text, 'Y3', 'by a walk, too');
select is(:'name_key'::text, 'ölkanne éclair', 'and names sort by the same lower case');
select is(:'wild'::text, 'Y1', 'pattern characters are themselves');
select is(:no_wild, 0, 'and only themselves');
select ok(:'common', 'too many: walk');
select ok(:'short', 'too short: walk');
select is(:none, 0, 'none is an empty list');
select is(:hidden, 0, 'what may not be seen is not found');
select is(:walked, 60, 'the walk finds what the search left');
select ok(:'nothing', 'no word, no list');
select is(:'key'::text, 'smith', 'a key is what is compared');
select * from finish();
