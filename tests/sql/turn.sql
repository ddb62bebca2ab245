-- SPDX-License-Identifier: MIT
-- The turn of the day and of the week: what was due when the clock moved on.
select plan(13);

set session authorization analyst1;
select api.day_turn() as first \gset
select api.day_turn() as again \gset
reset session authorization;
select ok(:'first', 'the first call has something to do');
select ok(not :'again', 'the second has not');
select is((select string_agg(line_ref, ' ') from data.line where overdue_taskings > 0), 'W1', 'what was late is late');

-- Friday of the same week: T1 is late, too.
update ref.setting set training_base = '2022-12-23 09:00', training_started = now();
set session authorization lro_be;
select api.day_turn() as due \gset
select string_agg(line_ref || ' ' || overdue_taskings, ', ' order by line_ref) as late from api.grid where overdue_taskings > 0 \gset
reset session authorization;
select ok(:'due', 'a new day is due, whoever calls');
select is(:'late'::text, 'W1 1, W2 1', 'a tasking past its day is late');

-- A new score this week moves lines against Monday's ranks.
set session authorization analyst1;
select string_agg(line_ref || '=' || rank || change, ' ' order by rank) as before from api.grid where rank is not null \gset
reset session authorization;
insert into data.assessment (line_id, model) select line_id, 'LTS-1' from data.line where line_ref in ('W3', 'W2');
insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.assessment_id, a.model, f.code, 5, 'SYNTHETIC' from data.assessment a join ref.score_factor f using (model)
	where a.signed_on is null;
update data.assessment set signed_on = '2022-12-23', signed_by = 'supervisor1', second_by = 'analyst2' where signed_on is null;
set session authorization analyst1;
select string_agg(line_ref || '=' || rank || change, ' ' order by rank) as after from api.grid where rank is not null \gset
reset session authorization;
select is(:'before'::text, 'W1=1new S1=3new W2=5new', 'what was not on the grid on Monday is new');
select is(:'after'::text, 'W2=1new W3=2new W1=3new S1=5new', 'and stays new all week');

-- Monday: the week's ranks are taken as they stood at its start, and movement counts from there.
update ref.setting set training_base = '2022-12-28 09:00', training_started = now();
set session authorization analyst1;
select api.day_turn() as due \gset
select string_agg(line_ref || '=' || rank || change, ' ' order by rank) as monday from api.grid where rank is not null \gset
reset session authorization;
select ok(:'due', 'a new week is due');
select is(:'monday'::text, 'W2=1 W3=2 W1=3 S1=5', 'nothing has moved yet');
update data.line set score = 0, band = 'low' where line_ref = 'W2';
update data.line set status = 'closed-other' where line_ref = 'W3';
insert into data.line (line_ref, holder_force, status, export_force, score, band) values
	('W9', 'West Midlands', 'active', 'West Midlands', 99, 'critical');
set session authorization analyst1;
select string_agg(line_ref || '=' || rank || change, ' ' order by rank) as moved from api.grid where rank is not null \gset
select string_agg(line_ref || '=' || rank || change, ' ' order by rank) as counted from api.movement join api.grid using (line_id, rank, change) \gset
select bool_and(is_new = (line_ref = 'W9')) as new from api.grid \gset
reset session authorization;
select is(:'moved'::text, 'W9=1new W1=2+1 S1=4+1 W2=7-6', 'up, down and new');
select is(:'counted'::text, :'moved', 'api.movement counts the same');
select ok(:'new', 'what came on the grid this week is new');

-- An import that ended goes from the line's list with the turn of its day.
insert into data.line_import (line_id, area, valid_to) select line_id, 'Kent', '2022-12-29' from data.line where line_ref = 'W1';
update ref.setting set training_base = '2022-12-30 09:00', training_started = now();
set session authorization analyst1;
select api.day_turn() \gset
select imports as ended from api.grid where line_ref = 'W1' \gset
reset session authorization;
select is(:'ended'::text, '', 'a link that ended is off the grid');
select * from finish();
