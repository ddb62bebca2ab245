-- SPDX-License-Identifier: MIT
-- Panels, corridors and the map: every number is that of the rows it opens, for every login; what the caller may
-- not see is not counted; the tally of places is what a count would give.
select plan(41);

create function pg_temp.untallied() returns bigint language sql as $$
	with counted as (
		select c.holder_force, c.shared, c.restricted, c.export_force, c.export_unit, c.area, c.band, c.born, sum(c.n)::int as n
		from data.line l cross join lateral data.place_cells(l) c group by 1, 2, 3, 4, 5, 6, 7, 8
	)
	select count(*) from ((select * from data.place_tally where n <> 0 except select * from counted)
		union all (select * from counted except select * from data.place_tally where n <> 0)) x
$$;
insert into data.line_import (line_id, area) select l.line_id, a from data.line l
	join (values ('W1', 'West Mercia'), ('W1', 'Staffordshire'), ('W2', 'West Mercia'), ('W4', 'Kent'), ('S1', 'Warwickshire')) x (ref, a) on x.ref = l.line_ref;
select is(pg_temp.untallied(), 0::bigint, 'the tally of places is the count, after lines and places came in');
update data.line set restricted = true where line_ref = 'W2';
select is(pg_temp.untallied(), 0::bigint, 'after a line was restricted');
update data.line set export_npu = 'WV', shared = true where line_ref in ('W2', 'W3');
select is(pg_temp.untallied(), 0::bigint, 'after lines moved and were shared');
update data.line set status = 'dormant' where line_ref = 'W3';
update data.line set status = 'closed-other' where line_ref = 'W6';
select is(pg_temp.untallied(), 0::bigint, 'after one was closed');
update data.line set status = 'active' where line_ref = 'W6';
update data.line set export_npu = null where line_ref = 'W6';
select is(pg_temp.untallied(), 0::bigint, 'after it was opened again, from nowhere known');
update data.line set export_npu = 'BW', restricted = false, shared = false where line_ref = 'W2';
delete from data.line_import where area = 'Kent';
select is(pg_temp.untallied(), 0::bigint, 'after a place was taken away');
insert into data.line (line_ref, name, holder_force, status, export_force) values ('X1', 'Gone', 'Kent', 'active', 'Kent');
delete from data.line where line_ref = 'X1';
select is(pg_temp.untallied(), 0::bigint, 'after a line was deleted');
select data.tally_rebuild();
select is(pg_temp.untallied(), 0::bigint, 'counted anew it is the same');
select cmp_ok((select count(*) from data.place_tally where n <> 0), '>', 10::bigint, 'and it holds something');

-- Records of the year: on lines that all see, that few see, and of a group alone.
insert into data.person (person_ref) select 'P-' || i from generate_series(1, 9) i;
create function pg_temp.line(ref text) returns uuid language sql as $$ select line_id from data.line where line_ref = ref $$;
create function pg_temp.person(i int) returns uuid language sql as $$ select person_id from data.person where person_ref = 'P-' || i $$;
insert into data.charge (event_id, event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at)
	select md5('c' || i)::uuid, 'CH-' || i, day, 'CLTF', pg_temp.line(ref), pg_temp.person(p), 'MDA-4-3-b', true, programme, '2022-12-19'
	from (values (1, 'W1', date '2022-05-03', 1, true), (2, 'W1', '2022-06-03', 1, true), (3, 'W2', '2022-06-04', 2, true),
		(4, 'W4', '2022-06-05', 3, true), (5, 'W1', '2022-06-06', 4, false), (6, 'S2', '2022-07-01', 5, true),
		(7, 'W5', '2021-06-01', 6, true), (8, 'W3', '2022-12-20', 7, true)) x (i, ref, day, p, programme);
insert into data.arrest (event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at)
	select 'AR-' || i, day, 'CLTF', pg_temp.line(ref), pg_temp.person(1), true, programme, '2022-12-19'
	from (values (1, 'W1', date '2022-04-01', true), (2, 'W4', '2022-04-02', true), (3, 'W1', '2022-03-31', true), (4, 'W2', '2022-12-20', false)) x (i, ref, day, programme);
insert into data.safeguarding (event_ref, on_day, unit, line_id, person_id, route, stage, programme, entered_at)
	select 'SG-' || i, ('2022-08-0' || i)::date, 'CLTF', pg_temp.line('W1'), pg_temp.person(8), 'funded', stage, true, '2022-12-19'
	from (values (1, 'referred'), (2, 'engaged'), (3, 'engaged')) x (i, stage);
insert into data.disruption (event_ref, on_day, unit, line_id, group_id, grade, four_p, drugs_linked, arrested, arrested_drugs, trafficking_outcomes, programme, entered_at)
	select 'DI-' || i, day, 'CLTF', pg_temp.line(ref), (select group_id from data.crime_group where group_ref = 'OCG1'), grade, p, true, a, a / 2, a / 4, programme, '2022-12-19'
	from (values (1, 'W1', date '2022-05-01', 'major', 'Pursue', 0, true), (2, 'W4', '2022-05-02', 'negative', 'Prevent', 2, true),
		(3, 'W2', '2022-10-02', 'minor', 'Protect', 8, false), (4, null, '2022-11-02', 'none', 'Prepare', 5, false)) x (i, ref, day, grade, p, a, programme);
insert into data.closure (outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source, recovered_on, recovered_source, charge_id,
		claimed_by, claimed_on, ratified_by, ratified_on, check_back_due, check_back_on, check_back_source, reason)
	select 'T1-' || i, pg_temp.line(ref), 'type1', (select code from ref.closure_definition where code like 'T1%' limit 1), state, day, 'CLTF', day - 9, 'S', day - 8, 'S', md5('c' || charge)::uuid,
		'analyst1', day, 'supervisor1', day, day + 28, case state when 'verified' then day + 28 end, 'S', case state when 'revoked' then 'S' else '' end
	from (values (1, 'W1', date '2022-06-10', 1, 'revoked'), (2, 'W2', '2022-09-10', 3, 'verified'), (3, 'W4', '2022-12-01', 4, 'provisional'),
		(4, 'W5', '2021-06-10', 7, 'verified')) x (i, ref, day, charge, state);
update data.closure_state set at = '2022-12-19';
select cmp_ok((select count(*) from data.closure_state where state in ('verified', 'provisional', 'revoked')), '>=', 4::bigint, 'outcomes have their states');

-- cells(LOGIN, PANEL): what there is, as "series/label=value". faults: cells whose rows do not add up to them.
create function pg_temp.cells(login text, panel text) returns text language sql as $$
	select tap.by(login, format('select string_agg(concat_ws(''/'', nullif(series, ''''), label) || ''='' || value, '' '') from api.dashboard(%L) where value <> 0', panel))
$$;
create function pg_temp.faults(login text, panel text) returns text language sql as $$
	select tap.by(login, format('select string_agg(c.series || ''/'' || c.label, '', '') from api.%s c
		where c.value <> (select coalesce(sum(r.counts), 0) from api.dashboard_rows(%L, c.series, c.label) r)',
		case panel when 'bands' then 'dashboard_bands()' else format('dashboard(%L)', panel) end, panel))
$$;
select is((select string_agg(p || ' ' || l || ': ' || pg_temp.faults(l, p), E'\n')
	from unnest(array['type1', 'charges', 'safeguarding', 'disruptions', 'disruptions_force', 'arrests', 'socex', 'closing', 'bands']) p
	cross join unnest(array['analyst1', 'analyst2', 'supervisor1', 'lro_be', 'lro_bw', 'analyst_st', 'auditor1', 'admin1', 'expired']) l), null,
	'for every login each number of each panel is the sum of the rows it opens');
select is(pg_temp.cells('supervisor1', 'charges'), 'May=1 Jun=2 Dec=1', 'people charged, each in the month of the first charge; not another force''s own, not force-wide');
select is(pg_temp.cells('analyst1', 'charges'), 'May=1 Jun=1 Dec=1', 'nor on a restricted line to who is not named on it');
select is(pg_temp.cells('analyst2', 'charges'), 'May=1 Jun=2 Dec=1', 'who is named sees it counted');
select is(pg_temp.cells('lro_be', 'charges'), 'May=1 Jun=1', 'an LRO has their unit''s lines, and those it is tasked with');
select is(pg_temp.cells('admin1', 'charges'), null, 'an administrator sees none');
select is(pg_temp.cells('supervisor1', 'type1'), '2022/23/Sep=1 2022/23/Dec=1 2021/22/Jun=1', 'Type 1 of this year and last, without the revoked');
select is(pg_temp.cells('supervisor1', 'arrests'), 'Apr=2', 'arrests of the programme since April, none of the day before');
select is(pg_temp.cells('supervisor1', 'safeguarding'), 'Aug=1', 'a person engaged twice is one');
select is(pg_temp.cells('supervisor1', 'disruptions'), 'Major/Pursue=1 Negative/Prevent=1', 'the programme''s disruptions');
select is(pg_temp.cells('supervisor1', 'disruptions_force'), 'Minor/Protect=1 None/Prepare=1', 'never those of the force, which are apart');
select is(pg_temp.cells('lro_bw', 'disruptions_force'), 'Minor/Protect=1', 'of a group alone an LRO is not told');
select is(pg_temp.cells('supervisor1', 'socex'), 'Oct/Arrested=8 Oct/Linked to drugs=4 Oct/Trafficking=2 Nov/Arrested=5 Nov/Linked to drugs=2 Nov/Trafficking=1',
	'people arrested in them');
select is(by('supervisor1', 'select string_agg(concat_ws('' '', ref, line_ref, counts), '', '') from api.dashboard_rows(''socex'', ''Nov'', ''Arrested'')'),
	'DI-4 5', 'a figure opens to its records');
select matches(by('supervisor1', 'select note from api.dashboard(''closing'') limit 1'), '^half within -?\d+ days$', 'how long it took is told');
select matches(by('analyst1', 'select 1 from api.dashboard(''nothing'')'), '^GL005 ', 'an unknown panel is refused');

-- The supervisor sees every line of the force: what they count is what the board is told.
select is((select string_agg(p, ' ') from (values ('type1', 'select count(*) from data.rows_type1(''2022-04-01'', ''2022-12-20'', data.known_at(''2022-12-20''))'),
		('arrests', 'select count(*) from data.rows_arrests(''2022-04-01'', ''2022-12-20'', data.known_at(''2022-12-20''))')) x (p, q)
	where by('supervisor1', format('select sum(value) from api.dashboard(%L) where series in ('''', ''2022/23'')', p)) <> (select by('postgres', q))), null,
	'the panels count what the board''s figures count');

-- Bands.
create function pg_temp.bands(login text) returns text language sql as $$
	select tap.by(login, $q$ select string_agg(b.series || ' ' || b.label || ' ' || b.value, ', ') from api.dashboard_bands() b
		join data.panel_weeks() w on w.label = b.series left join ref.band x on x.label = b.label
		where b.value <> (select count(*) from api.grid_as_at(w.at) g where g.is_open and g.band is not distinct from x.code) $q$)
$$;
set session_replication_role = replica;
update data.line_history set during = tstzrange('2022-11-02', upper(during)) where line_ref = 'W1' and lower(during) = (select min(lower(h.during)) from data.line_history h where h.line_ref = 'W1');
set session_replication_role = origin;
select data.tally_rebuild() \g /dev/null
grant usage on schema data to analyst1, analyst2, supervisor1, lro_be, lro_bw, analyst_st;
grant usage on schema ref to analyst1, analyst2, supervisor1, lro_be, lro_bw, analyst_st;
grant execute on function data.panel_weeks(), data.week_of(timestamptz), data.day_of(timestamptz), data.day_start(date) to analyst1, analyst2, supervisor1, lro_be, lro_bw, analyst_st;
grant select on ref.band, ref.clock, ref.setting to analyst1, analyst2, supervisor1, lro_be, lro_bw, analyst_st;
select is(string_agg(pg_temp.bands(l), E'\n'), null, 'bands are those of the grid as it stood, for each login')
	from unnest(array['analyst1', 'analyst2', 'supervisor1', 'lro_be', 'lro_bw', 'analyst_st']) l;

-- Corridors and the map.
create function pg_temp.corridors(login text) returns text language sql as $$
	select concat_ws(' | ', tap.by(login, $q$ select string_agg(concat_ws('/', c.series, c.label, c.value), ' ') from api.corridors() c
			where c.value <> (select count(*) from api.grid g where g.is_open and coalesce(g.export_npu, g.export_force) = c.label
				and (c.series = '' or c.series = any (string_to_array(g.imports, ';')))) $q$),
		nullif(tap.by(login, 'select (select coalesce(sum(value), 0) from api.corridors() where series = '''') - (select count(*) from api.grid where is_open)'), '0'))
$$;
select is(string_agg(nullif(pg_temp.corridors(l), ''), E'\n'), null, 'a cell of the corridors is the grid filtered to it, and none is missing, for each login')
	from unnest(array['analyst1', 'analyst2', 'supervisor1', 'lro_be', 'lro_bw', 'analyst_st', 'auditor1', 'admin1', 'expired']) l;
select is(by('lro_be', 'select string_agg(label || '' '' || value, '', '') from api.corridors() where series = '''''), 'BE 1, BW 1',
	'an LRO has their own lines and the one they are tasked with');
select is(by('analyst2', 'select string_agg(label || '' '' || value, '', '') from api.corridors() where series = '''''), 'BE 2, BW 1, WV 1, Staffordshire 1',
	'who is named on a restricted line has it');
select is(by('supervisor1', 'select note from api.corridors() limit 1'),
	'50.0 % of the region''s export locations are in Birmingham and Coventry: 3 of 6', 'the share of the two cities');
create function pg_temp.map(login text) returns text language sql as $$
	select tap.by(login, $q$ select string_agg(concat_ws('/', m.series, m.label, m.value), ' ') from api.map() m
		where m.value <> (select case m.series when 'Lines' then count(*) when 'Open taskings' then coalesce(sum(g.open_taskings), 0)
			else count(*) filter (where g.band in ('critical', 'high')) end
			from api.grid g where g.is_open and coalesce(g.export_npu, g.export_force) = m.label) $q$)
$$;
select is(string_agg(pg_temp.map(l), E'\n'), null, 'a tile of the map is the grid filtered to it, for each login')
	from unnest(array['analyst1', 'analyst2', 'supervisor1', 'lro_be', 'lro_bw', 'analyst_st', 'auditor1', 'admin1']) l;
select is(by('supervisor1', 'select count(*) from api.map() where series = ''Lines'' and note ~ ''^\d+ \d+ ''') , '11', 'eight units and three forces have a tile');
select is(by('supervisor1', 'select string_agg(series || ''='' || filter, '' '' order by filter) from (select distinct series, filter from api.map()) m'),
	'Lines= Critical and high=band:critical,high Open taskings=has:taskings', 'what narrows the grid to a number is made of the bands there are');
select is((select count(*) from (select t.map_row, t.map_col, d.day from ref.map_tile t
		join (select code, valid_from, valid_to from ref.unit union all select code, valid_from, valid_to from ref.force) x using (code)
		join (values (date '2022-12-01'), ('2024-01-01')) d (day) on d.day between x.valid_from and x.valid_to
		group by 1, 2, 3 having count(*) > 1) y), 0::bigint, 'no two stand on one place at a time');
select is((select string_agg(u.code, ' ') from ref.unit u where u.kind in ('npu', 'lpa') and not exists (select from ref.map_tile t where t.code = u.code)), null,
	'every unit that owns ground has a tile');
select is(by('lro_be', 'select distinct whose from api.dashboard_panels()'),
	'lines of BE or tasked to it, restricted if you are named', 'a panel says whose figures they are');
select is(by('analyst1', 'select string_agg(distinct population, '' '') from api.dashboard_panels()'), 'force-wide lines programme', 'and over whom it counts');
select is(by('analyst1', 'select period from api.dashboard_panels() where panel = ''type1'''), 'from 1 Apr 2022 to 20 Dec 2022', 'and when');
select is(by('lro_be', 'select string_agg(distinct population, '' '') from api.dashboard_panels()'), 'lines programme your lines',
	'an LRO is not told of the force where only their lines are counted');
select * from finish();
