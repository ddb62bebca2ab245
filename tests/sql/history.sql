-- SPDX-License-Identifier: MIT
-- Every version is kept with the business time it held, and the grid can be asked as at any moment.
select plan(11);
select line_id as w1 from data.line where line_ref = 'W1' \gset

select is((select count(*) from data.line_history where line_id = :'w1'), 0::bigint,
	'what one transaction builds up is one version');
update ref.setting set training_base = '2022-12-21 10:00', training_started = now();
update data.line set name = 'Alpha Two' where line_id = :'w1';
update ref.setting set training_base = '2022-12-22 10:00', training_started = now();
update data.line set status = 'dormant', score = 0, band = 'low' where line_id = :'w1';
update ref.setting set training_base = '2022-12-23 10:00', training_started = now();
update data.line set name = 'Alpha Two' where line_id = :'w1';

select is((select string_agg(name || ' ' || status, ', ' order by lower(during)) from data.line_history where line_id = :'w1'),
	'Alpha active, Alpha Two active', 'each superseded version is kept, a change of nothing is none');
select is((select row_version from data.line where line_id = :'w1'),
	(select max(row_version) + 1 from data.line_history where line_id = :'w1'), 'versions are numbered on');
select ok((select bool_and(upper(h.during) = coalesce(n.next, l.valid_from))
	from data.line l join data.line_history h using (line_id)
	left join lateral (select min(lower(x.during)) as next from data.line_history x
		where x.line_id = h.line_id and lower(x.during) > lower(h.during)) n on true), 'their times join without gap or overlap');

set session authorization analyst1;
select string_agg(line_ref || ' ' || name || coalesce(' ' || rank, ''), ', ' order by line_ref) as got
	from api.grid_as_at('2022-12-20 10:00') where line_ref in ('W1', 'W2') \gset d20_
select name as got from api.grid_as_at('2022-12-21 12:00') where line_ref = 'W1' \gset d21_
select count(*) as got from api.grid_as_at('2022-12-19') \gset d19_
select array_agg(line_ref || coalesce(rank::text, '')) as got from api.grid_as_at('2022-12-24') \gset now_
select array_agg(line_ref || coalesce(rank::text, '') order by sort_score, sort_seen, line_ref) as got from api.grid \gset grid_
reset session authorization;
select is(:'d20_got'::text, 'W1 Alpha 1, W2 Bravo 5', 'as at the first day: old name, old rank');
select is(:'d21_got'::text, 'Alpha Two', 'as at the second: new name');
select is(:d19_got, 0, 'as at a day before everything: nothing');
select is(:'now_got'::text, :'grid_got', 'as at now: the grid, in its order');

delete from data.line where line_ref = 'W3';
update ref.setting set training_base = '2022-12-28 10:00', training_started = now();
select is((select count(*) from data.line_history where line_ref = 'W3'), 1::bigint, 'a line that is deleted leaves its last version');

-- Rank and change as at a later week.
set session authorization analyst1;
select string_agg(line_ref || '=' || rank || change, ' ' order by rank) as got from api.grid_as_at('2022-12-28') where rank is not null \gset
reset session authorization;
select is(:'got'::text, 'S1=2 W2=4 W1=6', 'a week later ranks are the week''s, and none has moved');
update data.tasking set state = 'complete', result = 'Done', evidence = 'SYNTHETIC', completed_on = raised_on where tasking_ref = 'T1';
select is((select string_agg(state, ' ') from data.tasking_history where tasking_ref = 'T1'), 'in-progress',
	'taskings keep their versions, too');
select * from finish();
