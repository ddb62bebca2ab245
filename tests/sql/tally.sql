-- SPDX-License-Identifier: MIT
-- Tallies are what a count would give, whatever happened to lines and events and in whatever order, folded or not;
-- and what is told from them is what each login would count in the lists.
select plan(17);
select setseed(0.2212);

create function pg_temp.untallied() returns text language sql as $$
	select string_agg(x::text, E'\n') from (select * from data.tally_faults() limit 20) x
$$;
create function pg_temp.unsummed(login text) returns text language sql as $$
	select tap.by(login, $q$ select string_agg(concat_ws(' ', kind, code, s.n, c.n), ', ') from api.summary() s full join (
		select 'band' as kind, b.code, count(g.band) as n from api.terms b left join api.grid g on g.is_open and g.band = b.code where b.vocabulary = 'band' group by 1, 2
		union all select 'unscored', '', count(*) from api.grid where is_open and band is null
		union all select 'open', '', count(*) from api.grid where is_open
		union all select 'overdue', '', count(*) from api.grid where is_open and overdue_taskings > 0
		union all select 'stale', '', count(*) from api.grid where is_open and is_stale
		union all select 'new', '', count(*) from api.grid where is_open and is_new
		union all select 'late_taskings', '', coalesce(sum(overdue_taskings), 0) from api.grid where is_open) c using (kind, code)
		where s.n is distinct from c.n $q$)
$$;
create function pg_temp.unsummed() returns text language sql as $$
	select string_agg(l || ': ' || pg_temp.unsummed(l), E'\n')
	from unnest(array['analyst1', 'analyst2', 'supervisor1', 'lro_be', 'lro_bw', 'analyst_st', 'auditor1', 'admin1', 'expired', 'leaver']) l
$$;
select is(pg_temp.untallied(), null, 'the small world is tallied as it came in');
select is(pg_temp.unsummed(), null, 'and its summary is what each login counts');

-- Something that happens to a line, of many kinds; what it says of itself stands in the failure.
create function pg_temp.some(many anyarray) returns anyelement language sql as $$ select many[1 + floor(random() * cardinality(many))::int] $$;
create function pg_temp.some_line() returns uuid language sql as $$ select line_id from data.line order by md5(line_ref || random()) limit 1 $$;
create function pg_temp.line_happens(i int) returns text language plpgsql as $$
declare
	id uuid := pg_temp.some_line();
	other uuid := (select line_id from data.line where line_id <> id order by md5(line_ref || random()) limit 1);
	what text := pg_temp.some(array['new', 'new', 'many', 'hide', 'share', 'move', 'rank', 'close', 'open', 'hear', 'review', 'task', 'task', 'read', 'delete', 'merge', 'merge', 'unmerge', 'sell', 'done', 'nothing']);
begin
	case what
	when 'new' then
		insert into data.line (line_ref, name, holder_force, shared, restricted, status, export_force, export_npu, last_seen, created_at)
		select 'R' || i, 'Random', f, random() < 0.3, random() < 0.2, pg_temp.some(array['reported', 'active', 'tasked']), f,
			case when f = 'West Midlands' and random() < 0.8 then pg_temp.some(array['BE', 'BW', 'CV', 'WV']) end,
			case when random() < 0.8 then date '2022-12-20' - floor(random() * 60)::int end, timestamptz '2022-12-20 09:00' - random() * interval '30 days'
		from (select pg_temp.some(array['West Midlands', 'West Midlands', 'Staffordshire']) as f) x;
	when 'many' then
		insert into data.line (line_ref, name, holder_force, status, export_force, export_npu)
		select 'M' || i || '-' || g, 'Many', 'West Midlands', 'active', 'West Midlands', pg_temp.some(array['BE', 'BW', 'CV']) from generate_series(1, 3) g;
	when 'hide' then update data.line set restricted = not restricted where line_id = id;
	when 'share' then update data.line set shared = not shared where line_id in (id, other);
	when 'move' then update data.line set export_npu = pg_temp.some(array['BE', 'BW', 'CV', null]), lro = null where holder_force = 'West Midlands' and line_id in (id, other);
	when 'rank' then update data.line l set score = s.score, band = data.band_of(s.score) from (select floor(random() * 101)::int as score) s where line_id in (id, other);
	when 'close' then update data.line set status = pg_temp.some(array['closed-other', 'dormant']) where line_id = id;
	when 'open' then update data.line set status = 'active' where line_id in (id, other);
	when 'hear' then update data.line set last_seen = greatest(first_seen, date '2022-12-20' - floor(random() * 60)::int) where line_id in (id, other);
	when 'review' then update data.line set last_review = date '2022-12-20' - floor(random() * 60)::int where line_id = id;
	when 'task' then
		insert into data.tasking (tasking_ref, line_id, title, unit, state, is_open, due, raised_on, raised_by, force)
		select 'RT' || i, id, 'Random', pg_temp.some(array['BE', 'BW', 'CLTF']), 'in-progress', true, date '2022-12-20' + floor(random() * 20)::int - 10, '2022-12-01', 'analyst1', holder_force
		from data.line where line_id = id;
	when 'read' then
		insert into data.line_reader (line_id, login) values (id, pg_temp.some(array['analyst2', 'lro_bw', 'analyst1'])) on conflict do nothing;
	when 'merge' then
		insert into data.deconfliction (line_a, line_b, cause, raised_on) select least(id, other), greatest(id, other), 'brand', '2022-12-20';
		return what || ' ' || tap.step('supervisor1', 'deconflict_merge', d.deconfliction_id, d.row_version, jsonb_build_object('rationale', 'Random', 'into_ref', l.line_ref))
			from data.deconfliction d join data.line l on l.line_id = d.line_a where d.state = 'open' and d.line_a = least(id, other) and d.line_b = greatest(id, other);
	when 'unmerge' then
		return what || ' ' || tap.step('supervisor1', 'line_unmerge', l.line_id, l.row_version, '{"reason": "Random"}') from data.line l where l.merged_into is not null limit 1;
	when 'sell' then insert into data.line_import (line_id, area) values (id, pg_temp.some(array['Kent', 'West Mercia'])) on conflict do nothing;
	when 'done' then
		delete from data.tasking where line_id = id and tasking_ref like 'RT%';
	when 'delete' then delete from data.line where line_id = id and line_ref ~ '^[RM]' and merged_into is null
		and not exists (select from data.line x where x.merged_into = id or x.successor_of = id);
	when 'nothing' then update data.line set name = name where line_id in (id, other);
	end case;
	return what;
exception when others then
	return what || ' ' || sqlstate || ' ' || sqlerrm;
end
$$;
-- Something that happens to an event or an outcome.
insert into data.person (person_ref) select 'P-' || i from generate_series(1, 5) i;
create function pg_temp.event_happens(i int) returns text language plpgsql as $$
declare
	id uuid := pg_temp.some_line();
	someone uuid := (select person_id from data.person order by md5(person_ref || random()) limit 1);
	at date := date '2022-12-20' - floor(random() * 500)::int;
	what text := pg_temp.some(array['arrest', 'arrest', 'charge', 'guard', 'disrupt', 'disrupt', 'of a group', 'void', 'void', 'void by step', 'mend', 'outcome', 'outcome', 'outcome moves', 'forget']);
begin
	case what
	when 'arrest' then
		insert into data.arrest (event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at)
		select 'AR' || i || '-' || g, at - g, 'CLTF', id, someone, true, random() < 0.7, '2022-12-19' from generate_series(1, 2) g;
	when 'charge' then
		insert into data.charge (event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at)
		values ('CH' || i, at, 'CLTF', id, someone, pg_temp.some(array['MDA-4-3-b', 'MDA-5-2']), true, random() < 0.7, '2022-12-19');
	when 'guard' then
		insert into data.safeguarding (event_ref, on_day, unit, line_id, person_id, route, stage, programme, entered_at)
		values ('SG' || i, at, 'CLTF', id, someone, 'funded', pg_temp.some(array['engaged', 'referred']), random() < 0.7, '2022-12-19');
	when 'disrupt', 'of a group' then
		insert into data.disruption (event_ref, on_day, unit, line_id, group_id, grade, four_p, drugs_linked, arrested, arrested_drugs, trafficking_outcomes, programme, entered_at)
		select 'DI' || i || '-' || g, at - g * 20, 'CLTF', case when what = 'disrupt' then id end, (select group_id from data.crime_group limit 1), pg_temp.some(array['major', 'none']),
			pg_temp.some(array['Pursue', 'Protect']), true, 2 * g, g, g / 2, what = 'disrupt' and random() < 0.5, '2022-12-19' from generate_series(0, 2) g;
	when 'void' then
		update data.arrest set voided_at = '2022-12-19 12:00', voided_by = 'analyst1', void_reason = 'Random' where event_id = (select event_id from data.arrest order by md5(event_ref || i) limit 1);
		update data.disruption set voided_at = '2022-12-19 12:00', voided_by = 'analyst1', void_reason = 'Random' where event_id = (select event_id from data.disruption order by md5(event_ref || i) limit 1);
		update data.charge set voided_at = '2022-12-19 12:00', voided_by = 'analyst1', void_reason = 'Random' where event_id = (select event_id from data.charge order by md5(event_ref || i) limit 1);
	when 'void by step' then
		return what || ' ' || coalesce((select tap.step('supervisor1', 'event_void', event_id, 1, '{"reason": "Random"}') from data.arrest where voided_at is null order by md5(event_ref || i) limit 1), 'none');
	when 'mend' then
		update data.disruption set line_id = id, arrested = arrested + 1, on_day = at, programme = not programme where event_id in (select event_id from data.disruption order by md5(event_ref || i) limit 2);
		update data.arrest set line_id = id where event_id in (select event_id from data.arrest order by md5(event_ref || i) limit 1);
	when 'outcome' then
		insert into data.charge (event_id, event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at)
		values (md5('c' || i)::uuid, 'CO' || i, at - 1, 'CLTF', id, someone, 'MDA-4-3-b', true, true, '2022-12-19');
		insert into data.closure (outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source, recovered_on, recovered_source, charge_id, claimed_by, claimed_on)
		select 'T1-' || i, id, 'type1', (select code from ref.closure_definition where code like 'T1%' limit 1), 'claimed', at, 'CLTF', at - 9, 'S', at - 8, 'S', md5('c' || i)::uuid, 'analyst1', at;
	when 'outcome moves' then
		update data.closure set state = x.to_state, ratified_by = 'supervisor1', ratified_on = on_day, check_back_due = on_day + 28,
			check_back_on = case when x.to_state = 'verified' then on_day + 28 end, check_back_source = 'S', reason = case when x.to_state = 'revoked' then 'S' else '' end
		from (select closure_id, pg_temp.some(array['provisional', 'provisional', 'verified', 'revoked']) as to_state from data.closure order by md5(outcome_ref || i) limit 2) x
		where x.closure_id = closure.closure_id;
	when 'forget' then delete from data.arrest where event_id = (select event_id from data.arrest order by md5(event_ref || i) limit 1);
	end case;
	return what;
exception when others then
	return what || ' ' || sqlstate || ' ' || sqlerrm;
end
$$;
create temporary table happened (i int, what text);
create function pg_temp.happens(a int, z int) returns text language plpgsql as $$
declare
	fault text;
begin
	for i in a..z loop
		insert into happened select i, case when random() < 0.5 then pg_temp.line_happens(i) else pg_temp.event_happens(i) end;
		if i % 7 = 0 then
			perform data.tally_fold();
		end if;
		fault := pg_temp.untallied();
		if fault is not null then
			return format('after %s: %s', (select string_agg(h.what, ', ' order by h.i) from happened h where h.i > happens.z - 5), fault);
		end if;
	end loop;
	return null;
end
$$;
select is(pg_temp.happens(1, 300), null, 'three hundred things that happened to lines and events, in one transaction');
select is(pg_temp.happens(i, i), null, 'and more in transactions of their own') from generate_series(301, 301) i;
\set QUIET on
select pg_temp.happens(302, 302) \g /dev/null
select is(pg_temp.happens(303, 500), null, 'and two hundred more on what they left');
select is((select string_agg(w, ', ') from unnest(array['new', 'many', 'hide', 'share', 'move', 'rank', 'close', 'open', 'hear', 'review', 'task', 'read', 'merge',
		'unmerge', 'sell', 'done', 'delete', 'arrest', 'charge', 'guard', 'disrupt', 'of a group', 'void', 'void by step', 'mend', 'outcome', 'outcome moves', 'forget']) w
	where not exists (select from happened h where h.what = w or h.what ~ format('^%s .* is (merged|a line of|void)', w))), null, 'each kind of it was done');
select is((select string_agg(what, ', ') from happened where what ~ ' [0-9A-Z]{5} ' and what !~ ' (GL00[245]|23505) '), null,
	'and what was refused was refused by a rule, or the outcome of a line that has one');
select is(pg_temp.unsummed(), null, 'the summary is what each login counts');
create function pg_temp.unshown(login text, panel text) returns text language sql as $$
	select tap.by(login, format('select string_agg(c.series || ''/'' || c.label || '' '' || c.value, '', '') from api.%s c
		where c.value <> (select coalesce(sum(r.counts), 0) from api.dashboard_rows(%L, c.series, c.label, 10000) r)',
		case panel when 'bands' then 'dashboard_bands()' else format('dashboard(%L)', panel) end, panel))
$$;
select is((select string_agg(p || ' ' || l || ': ' || pg_temp.unshown(l, p), E'\n')
	from unnest(array['type1', 'charges', 'safeguarding', 'disruptions', 'disruptions_force', 'arrests', 'socex', 'closing', 'bands']) p
	cross join unnest(array['analyst1', 'analyst2', 'supervisor1', 'lro_be', 'lro_bw', 'analyst_st', 'auditor1', 'admin1', 'expired', 'leaver']) l), null,
	'each panel of the dashboard is the sum of the rows it opens, for each login');
select is((select string_agg(format('%s %s: %s not %s', f.id, k.at, s.counts, r.counts), ', ')
	from ref.figure f
	cross join (select data.clock() as at union all select data.clock() - i * interval '1 hour' from generate_series(1, 30, 4) i
		union all select max(lower(during)) from data.line_history union all select data.known_at('2022-12-01')
		union all select data.known_at('2022-12-20')) k
	cross join lateral data.figure_sums(f, '2022-04-01', '2022-12-20', k.at) s
	cross join lateral (select sum(x.counts) as counts, sum(x.base) as base from data.figure_rows(f, '2022-04-01', '2022-12-20', k.at) x) r
	where s.done and (coalesce(s.counts, 0) <> coalesce(r.counts, 0) or coalesce(s.base, 0) <> coalesce(r.base, 0))), null,
	'a figure''s sums are those of its rows, at the end of days and at any moment');
select data.tally_fold();
select is((select count(*) from data.tally_change), 0::bigint, 'folding leaves no changes');
select is(pg_temp.untallied(), null, 'and tells the same');
create temporary table before as select * from data.tally where (n, x, y) <> (0, 0, 0);
select data.tally_rebuild();
select is((select count(*) from (table before except select * from data.tally union all (select * from data.tally where tally <> '' except table before)) x), 0::bigint,
	'as does counting anew');
select cmp_ok((select count(distinct tally) from data.tally where n > 0), '>=', 9::bigint, 'and there is something of each kind');
begin isolation level repeatable read;
select throws_ok('update data.line set restricted = not restricted where line_ref = ''W1''', 'GL004', null,
	'who sees a line is not changed where an event written meanwhile would be overlooked');
select lives_ok('update data.line set last_review = ''2022-12-20'' where line_ref = ''W1''', 'anything else of it is');
commit;
select is(pg_temp.untallied(), null, 'and tallied');
select * from finish();
