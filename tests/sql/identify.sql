-- SPDX-License-Identifier: MIT
-- A line comes on the grid and is edited: by whom, under which reference, with what beside it; and what the
-- grid was on a day gone by stays what it was.
select plan(54);
select line_id as w1 from data.line where line_ref = 'W1' \gset
select line_id as s1 from data.line where line_ref = 'S1' \gset
\set good '{"name": "Nightjar", "status": "reported", "export_force": "West Midlands", "export_npu": "BE", "first_seen": "2022-12-18"}'
create function pg_temp.add(login text, cells jsonb) returns text language sql as $$
	select step(login, 'line_add', null, null, '{"name": "Nightjar", "status": "reported", "export_force": "West Midlands",
		"export_npu": "BE", "first_seen": "2022-12-18"}'::jsonb || cells)
$$;
create function pg_temp.edit(login text, ref text, cells jsonb, v int default null) returns text language sql as $$
	select step(login, 'line_edit', l.line_id, coalesce(v, l.row_version), jsonb_build_object('name', l.name, 'status', l.status, 'export_force', l.export_force,
		'export_npu', coalesce(l.export_npu, ''), 'first_seen', coalesce(l.first_seen::text, '2022-12-01'), 'imports', l.imports_text) || cells)
	from data.line l where l.line_ref = ref
$$;

-- Of a new line.
select is(pg_temp.add('analyst1', '{"lro": "LRO_BE", "imports": "kent; essex", "drugs": "Heroin", "status": "Reported", "bulk_marketing": "YES",
	"numbers": "07700 900801; 00447700900801; +44 (0)7700 900802", "aliases": "Moth; Moth", "groups": "ocg1", "last_seen": ""}'),
	'WES22-0001 is on the grid', 'the force''s first line by number');
select is((select concat_ws('|', name, status, holder_force, export_force, export_npu, lro, imports_text, drugs_text, aliases_text, groups_text,
		bulk_marketing, first_seen, last_seen, is_open, restricted) from data.line where line_ref = 'WES22-0001'),
	'Nightjar|reported|West Midlands|West Midlands|BE|lro_be|Essex;Kent|heroin|Moth|OCG1|t|2022-12-18|2022-12-18|t|f', 'all is kept, in the vocabularies'' own spelling');
select is((select string_agg(n.number || ' ' || n.kind || ' ' || n.state || ' ' || n.first_seen, ', ' order by number) from data.line_number n
	join data.line l using (line_id) where line_ref = 'WES22-0001'), '+447700900801 MSISDN live 2022-12-18, +447700900802 MSISDN live 2022-12-18', 'a number is one however it is written');
select is((select count(*) from data.line_alias join data.line using (line_id) where line_ref = 'WES22-0001'), 1::bigint, 'so is an alias');
select is((select string_agg(login || ' ' || step || ' ' || said, '') from data.line_event join data.line using (line_id)
	where line_ref = 'WES22-0001'), 'analyst1 line_add WES22-0001 is on the grid', 'it is an event');
select is(by('analyst1', 'select count(*) from api.grid where line_ref = ''WES22-0001'' and rank is null'), '1', 'without a signed score it has no rank');
select is(pg_temp.add('analyst1', '{"name": "Curlew"}'), 'WES22-0002 is on the grid', 'the next number');
select is(pg_temp.add('analyst1', '{"name": "Dunlin", "line_ref": "WM22-0107"}'), 'WM22-0107 is on the grid', 'a reference of one''s own');
select is(pg_temp.add('analyst1', '{"name": "Egret"}'), 'WM22-0108 is on the grid', 'by which the next goes on');
select is(pg_temp.add('analyst1', '{"name": "Fulmar", "line_ref": "WM22-0107"}'),
	'GL004 One field needs mending: line_ref: WM22-0107 is taken; leave it empty for the next free one. [line_ref: WM22-0107 is taken; leave it empty for the next free one]', 'a reference that is taken');
select is(pg_temp.add('analyst_st', '{"name": "Gannet", "export_force": "Staffordshire", "export_npu": ""}'), 'STA22-0001 is on the grid', 'each force has letters and numbers of its own');
select is((select holder_force from data.line where line_ref = 'STA22-0001'), 'Staffordshire', 'who adds it holds it');
select is(by('analyst1', 'select count(*) from api.lines where line_ref = ''STA22-0001'''), '0', 'and another force sees it only when it is shared');
select matches(pg_temp.add('supervisor1', '{"name": "Hobby"}'), ' is on the grid$', 'a supervisor may');
select matches(pg_temp.add('lro_be', '{"name": "Ibis"}'), ' is on the grid$', 'an LRO of the unit, too');
select matches(pg_temp.add('lro_be', '{"name": "Jackdaw", "export_npu": "BW"}'), '^GL004 .*\[export_npu: you may identify lines of your own units only: BE\]$', 'not of another unit');
select matches(pg_temp.add('lro_be', '{"name": "Jackdaw", "export_npu": ""}'), '^GL004 .*\[export_npu: you may', 'nor of none');
select matches(pg_temp.add('auditor1', '{}'), '^GL002 ', 'an auditor may not');
select matches(pg_temp.add('admin1', '{}'), '^GL002 ', 'nor an administrator');
-- What one field alone cannot tell.
select matches(pg_temp.add('analyst1', '{"lro": "lro_bw"}'), '\[lro: lro_bw does not answer for BE\]$', 'an LRO of another unit');
select matches(pg_temp.add('analyst1', '{"export_force": "Kent", "export_npu": "BE"}'), '\[export_npu: BE is no unit of Kent\]$', 'a unit of another force');
select matches(pg_temp.add('analyst1', '{"last_seen": "2022-12-17"}'), '\[last_seen: 2022-12-17 lies before the line was first seen, 2022-12-18\]$', 'last before first');
select matches(pg_temp.add('analyst1', '{"status": "closed-other"}'), '\[status: closed-other closes the line', 'closed from the start');
select matches(pg_temp.add('analyst1', '{"status": "merged"}'), '\[status: merged closes the line', 'or merged');
select is(pg_temp.add('analyst1', '{"successor_of": "S2"}'), replace(pg_temp.add('analyst1', '{"successor_of": "X9"}'), 'X9', 'S2'), 'to go on from a line that is not seen is as from none');
select matches(pg_temp.add('analyst1', '{"successor_of": "W1"}'), '\[successor_of: W1 is still open\]$', 'or from one that is open');
select matches(pg_temp.add('analyst1', '{"name": "Knot", "successor_of": "W5"}'), 'is on the grid$', 'a closed one has a successor');
select matches(pg_temp.add('analyst1', '{"numbers": "07700 900803; none"}'), '\[numbers: ''none'' is not a telephone number', 'a number that is none');

-- Of an edit.
update ref.setting set training_base = '2022-12-28 09:00', training_started = now();
create function pg_temp.at_then() returns text language sql as $$
	select by('analyst1', 'select md5(string_agg(g::text, chr(10))) from api.grid_as_at(''2022-12-21 12:00'') g')
$$;
select pg_temp.at_then() as before \gset
select row_version as v from data.line where line_ref = 'W1' \gset
select is(pg_temp.edit('lro_be', 'W1', '{"name": "Alpha Two", "numbers": "07700 900804", "imports": "Kent", "aliases": "Beetle", "drugs": "heroin"}'), 'W1 is saved', 'an LRO edits a line of the own unit');
select is((select concat_ws('|', name, imports_text, aliases_text, drugs_text, groups_text, row_version, changed_by) from data.line where line_id = :'w1'),
	format('Alpha Two|Kent|Beetle|heroin||%s|lro_be', :v + 1), 'what is left out is taken away, in one new version');
select is((select string_agg(number, ' ' order by number) from data.line_number where line_id = :'w1'), '+447700900804 07700 900004', 'numbers are only added');
select matches(pg_temp.edit('lro_bw', 'W1', '{}'), '^GL005 ', 'of another unit''s line there is none');
select matches(pg_temp.edit('lro_be', 'W2', '{}'), '^GL002 ', 'one that is seen through a tasking is not theirs to edit');
select matches(pg_temp.edit('analyst1', 'S1', '{}'), '^GL002 ', 'nor another force''s');
select matches(pg_temp.edit('analyst1', 'W5', '{}'), '^GL002 W5: the line is closed, other', 'nor a closed one');
select matches(pg_temp.edit('lro_be', 'W1', '{"export_npu": "BW"}'), '\[export_npu: you may', 'an LRO does not give a line away');
select matches(pg_temp.edit('analyst1', 'W1', '{"successor_of": "W1"}'), '\[successor_of: a line cannot go on from itself', 'nor does it go on from itself');
select is(pg_temp.edit('analyst1', 'W1', '{"name": "Alpha Three", "status": "developing"}', :v),
	format('GL003 Line W1 was changed by lro_be while you wrote: it is at version %s, you saw %s. [name: yours ''Alpha Three'', now ''Alpha Two'''
		|| E'\nstatus: yours ''developing'', now ''active'']', :v + 1, :v), 'a stale edit shows what differs side by side');
select is((select name from data.line where line_id = :'w1'), 'Alpha Two', 'and overwrites nothing');
select is(pg_temp.edit('analyst1', 'W1', '{"name": "Alpha Three"}', :v + 1), 'W1 is saved', 'at the version that stands it is saved');

-- A form that is saved as it was given changes nothing, whoever was given it.
update data.line set first_seen = '2022-12-01' where line_ref = 'W1';
insert into data.line_group (line_id, group_id, valid_from) select :'w1', group_id, '2022-12-28' from data.crime_group;
insert into data.line_drug (line_id, drug) select :'w1', code from ref.drug where code <> 'heroin';
create function pg_temp.again(login text) returns text language plpgsql as $$
declare
	l data.line := (select x from data.line x where x.line_ref = 'W1');
	cells jsonb := by(login, format('select jsonb_object_agg(name, value) from api.step_form(''line_edit'', %L) where name <> ''''', l.line_id));
	said text := step(login, 'line_edit', l.line_id, l.row_version, cells);
	now data.line := (select x from data.line x where x.line_ref = 'W1');
begin
	return case when said <> 'W1 is saved' then said when now is distinct from l then now::text else 'unchanged' end;
end
$$;
select is(pg_temp.again(login), 'unchanged', 'a form saved as it was given changes nothing: ' || login) from unnest(array['analyst1', 'supervisor1', 'lro_be']) login;

-- Numbers.
create function pg_temp.number(cells jsonb, p_step text default 'line_numbers') returns text language sql as $$
	select step('analyst1', p_step, l.line_id, l.row_version, '{"first_seen": "2022-12-20"}'::jsonb || cells) from data.line l where l.line_ref = 'W1'
$$;
select is(pg_temp.number('{"number": "(07700) 900-805"}'), 'W1 has one number more', 'a number is added');
select is((select count(*) from data.line_number where line_id = :'w1' and number = '+447700900805'), 1::bigint, 'in its one form');
select matches(pg_temp.number('{"number": "0770"}'), '\[number: ''0770'' is not a telephone number; write it like', 'one that is none');
select matches(pg_temp.number('{"number": "0770", "kind": "msisdn"}'), '\[number: ''0770'' is not a telephone number; write it like', 'whatever the case of its kind');
select matches(pg_temp.number('{"number": "35-209900 176148-1", "kind": "imei"}'), '^W1 has one number more$', 'a handset');
select is((select number from data.line_number where line_id = :'w1' and kind = 'IMEI'), '352099001761481', 'by its digits');
select matches(pg_temp.number('{"number": "3520990017614", "kind": "IMEI"}'), '\[number: ''3520990017614'' is no IMEI, which has 14 to 16 digits', 'one that is none');
select matches(pg_temp.number('{"number": "8944 none", "kind": "ICCID"}'), '\[number: .* is no ICCID, which has 18 to 22 digits', 'nor a card');
select is(step('analyst1', 'number_state', :'w1', (select row_version from data.line where line_id = :'w1'),
	'{"number": "07700900805", "state": "Disabled", "on": "2022-12-27", "reason": "Tested."}'), 'A number of W1 is disabled', 'what became of a number');
select matches(step('analyst1', 'number_state', :'w1', (select row_version from data.line where line_id = :'w1'),
	'{"number": "07700 900001", "state": "live", "on": "2022-12-27", "reason": "Tested."}'), '\[number: this line has no such number', 'of another line''s, nothing');
select is(pg_temp.at_then(), :'before', 'the grid as at a day gone by is what it was');
select * from finish();
