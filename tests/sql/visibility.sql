-- SPDX-License-Identifier: MIT
-- Who sees which rows: each role through every door that hands out lines.
select plan(36);
\set grid 'select coalesce(string_agg(line_ref, '' '' order by line_ref), '''') as got from api.grid'

set session authorization analyst1;
:grid \gset
reset session authorization;
select is(:'got'::text, 'S1 W1 W2 W3 W5', 'an analyst: the force''s lines and the shared, not the restricted');
set session authorization analyst2;
:grid \gset
reset session authorization;
select is(:'got'::text, 'S1 W1 W2 W3 W4 W5', 'a named reader: the restricted line as well');
set session authorization analyst_st;
:grid \gset
reset session authorization;
select is(:'got'::text, 'S1 S2', 'an analyst of another force: theirs, and no restricted line however shared');
set session authorization supervisor1;
:grid \gset
reset session authorization;
select is(:'got'::text, 'K1 S1 W1 W2 W3 W4 W5 W6', 'a supervisor: restricted lines, too');
set session authorization auditor1;
:grid \gset
reset session authorization;
select is(:'got'::text, 'S1 W1 W2 W3 W5', 'an auditor: as an analyst');
set session authorization lro_be;
:grid \gset
reset session authorization;
select is(:'got'::text, 'W1 W2 W5', 'an LRO: exported from the unit or tasked to it');
set session authorization lro_bw;
:grid \gset
reset session authorization;
select is(:'got'::text, 'W2', 'an LRO of another unit');
set session authorization admin1;
:grid \gset
reset session authorization;
select is(:'got'::text, '', 'an administrator: no line');
set session authorization stranger;
:grid \gset
reset session authorization;
select is(:'got'::text, '', 'a login without staff entry: no line');
set session authorization leaver;
:grid \gset
reset session authorization;
select is(:'got'::text, '', 'who left: no line');
set session authorization expired;
:grid \gset
reset session authorization;
select is(:'got'::text, '', 'whose access ran out: no line, supervisor or not');

-- The other doors show no more than the grid does.
\set doors 'select (select count(*) from api.lines) as lines, (select count(*) from api.grid_as_at(now() + interval ''1 day'')) as as_at, (select count(*) from api.standing(array(select unnest(:''ids''::uuid[])))) as standing, coalesce((select count(*) from api.movement), 0) as movement, (select n from api.summary() where kind = ''open'') as open, cardinality(api.line_search(''alpha'')) as alpha, cardinality(api.line_search(''delta'')) as delta'
select array_agg(line_id) as ids from data.line \gset
set session authorization analyst1;
:doors \gset a_
reset session authorization;
select is(:a_lines, 5, 'analyst: api.lines');
select is(:a_as_at, 5, 'analyst: api.grid_as_at');
select is(:a_standing, 5, 'analyst: api.standing');
select is(:a_movement, 3, 'analyst: api.movement has the ranked ones');
select is(:a_open, 4, 'analyst: api.summary counts the open ones');
select is(:a_alpha, 1, 'analyst: api.line_search finds what is theirs');
select is(:a_delta, 0, 'analyst: api.line_search does not find the restricted line');
set session authorization lro_bw;
:doors \gset b_
reset session authorization;
select is(:b_lines, 1, 'LRO: api.lines');
select is(:b_as_at, 1, 'LRO: api.grid_as_at');
select is(:b_standing, 1, 'LRO: api.standing');
select is(:b_movement, 1, 'LRO: api.movement');
select is(:b_open, 1, 'LRO: api.summary');
select is(:b_alpha, 0, 'LRO: api.line_search');
set session authorization admin1;
:doors \gset c_
reset session authorization;
select is(array[:c_lines, :c_as_at, :c_standing, :c_movement, :c_open, :c_alpha, :c_delta], array[0, 0, 0, 0, 0, 0, 0],
	'an administrator: nothing through any door');
set session authorization stranger;
:doors \gset d_
reset session authorization;
select is(array[:d_lines, :d_as_at, :d_standing, :d_movement, :d_open, :d_alpha, :d_delta], array[0, 0, 0, 0, 0, 0, 0],
	'a stranger: nothing through any door');

-- Cards, groups, terms.
select line_id as w4 from data.line where line_ref = 'W4' \gset
select group_id as ocg1 from data.crime_group where group_ref = 'OCG1' \gset
select group_id as usg1 from data.crime_group where group_ref = 'USG1' \gset
set session authorization analyst1;
select count(*) as n from api.line_card(:'w4') \gset
select string_agg(group_ref || ':' || lines, ' ' order by group_ref) as groups from api.groups \gset
select string_agg(label, ' ') as lines from api.group_card(:'ocg1') where section = 'Lines' \gset
reset session authorization;
select is(:n, 0, 'the card of a line not seen is empty');
select is(:'groups'::text, 'OCG1:W1 USG1:W3', 'groups name only lines that are seen');
select is(:'lines'::text, 'W1', 'and so do their cards');
set session authorization lro_be;
select string_agg(group_ref, ' ' order by group_ref) as groups from api.groups \gset
select count(*) as n from api.group_card(:'usg1') \gset
reset session authorization;
select is(:'groups'::text, 'OCG1', 'an LRO sees the groups of lines they see');
select is(:n, 0, 'and no card of another');

-- Sharing, restricting, tasking and moving take effect at once.
update data.line set shared = true where line_ref = 'S2';
set session authorization analyst1;
:grid \gset
reset session authorization;
select is(:'got'::text, 'S1 S2 W1 W2 W3 W5', 'a line that is shared appears');
update data.tasking set state = 'complete', result = 'Done', evidence = 'SYNTHETIC', completed_on = raised_on where tasking_ref = 'T1';
set session authorization lro_be;
:grid \gset
reset session authorization;
select is(:'got'::text, 'W1 W5', 'a line whose tasking is done goes');
delete from data.line_reader;
set session authorization analyst2;
:grid \gset
reset session authorization;
select is(:'got'::text, 'S1 S2 W1 W2 W3 W5', 'a reader who is struck off sees it no more');
update data.staff set unit = 'BW' where login = 'lro_be';
set session authorization lro_be;
:grid \gset
reset session authorization;
select is(:'got'::text, 'W2', 'an LRO who moves takes the new unit''s lines');
update data.staff set unit = 'BE', more_units = '{BW}' where login = 'lro_be';
set session authorization lro_be;
:grid \gset
reset session authorization;
select is(:'got'::text, 'W1 W2 W5', 'an LRO who answers for two units sees both');
select * from finish();
