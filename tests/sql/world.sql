-- SPDX-License-Identifier: MIT
-- SYNTHETIC. Lines are named by holder and case; scores fall with the number.
create schema tap;
create extension pgtap schema tap;
set search_path = tap, public;
do $$
begin
	execute format('alter database %I set search_path = tap, public', current_database());
end
$$;

-- by(LOGIN, QUERY): its first value as that login gets it, or "SQLSTATE message [detail]".
create function tap.by(login text, query text) returns text
language plpgsql
as $$
declare
	got text;
	message text;
	detail text;
begin
	begin
		execute format('set local session authorization %I', login);
		execute query into got;
	exception when others then
		get stacked diagnostics message = message_text, detail = pg_exception_detail;
		got := sqlstate || ' ' || message || case when detail <> '' then ' [' || detail || ']' else '' end;
	end;
	set local session authorization default;
	return got;
end
$$;
-- step(LOGIN, STEP, ID, VERSION, CELLS): what api.step says to that login.
create function tap.step(login text, step text, id uuid, version int, cells jsonb, op uuid default gen_random_uuid())
returns text
language sql
as $$
	select tap.by(login, format('select said from api.step(%L, %L, %L, %L, %L)', step, id, version, cells, op))
$$;

update ref.setting set training_base = '2022-12-20 09:00', training_started = now();

insert into data.staff (login, name, role, force, unit) values
	('analyst1', 'Analyst One', 'analyst', 'West Midlands', 'CLTF'),
	('analyst2', 'Analyst Two', 'analyst', 'West Midlands', 'CLTF'),
	('analyst_st', 'Analyst of Staffordshire', 'analyst', 'Staffordshire', null),
	('supervisor1', 'Supervisor One', 'supervisor', 'West Midlands', 'CLTF'),
	('auditor1', 'Auditor One', 'auditor', 'West Midlands', null),
	('admin1', 'Administrator One', 'admin', 'West Midlands', null),
	('lro_be', 'LRO Birmingham East', 'lro', 'West Midlands', 'BE'),
	('lro_bw', 'LRO Birmingham West', 'lro', 'West Midlands', 'BW'),
	('leaver', 'Left', 'analyst', 'West Midlands', 'CLTF'),
	('expired', 'Expired', 'supervisor', 'West Midlands', 'CLTF');
update data.staff set active = false where login = 'leaver';
update data.staff set valid_to = now() - interval '1 minute' where login = 'expired';

insert into data.line (line_ref, name, holder_force, shared, restricted, status, export_force, export_npu, lro, last_seen, last_review) values
	('W1', 'Alpha', 'West Midlands', false, false, 'active', 'West Midlands', 'BE', 'lro_be', '2022-12-19', '2022-12-12'),
	('W2', 'Bravo', 'West Midlands', false, false, 'tasked', 'West Midlands', 'BW', 'lro_bw', '2022-12-01', null),
	('W3', 'Charlie', 'West Midlands', false, false, 'reported', 'West Midlands', 'CV', null, '2022-10-01', null),
	('W4', 'Delta', 'West Midlands', false, true, 'active', 'West Midlands', 'BE', 'lro_be', '2022-12-01', null),
	('W5', 'Echo', 'West Midlands', false, false, 'closed-other', 'West Midlands', 'BE', null, '2022-06-01', null),
	('W6', 'Foxtrot', 'West Midlands', true, true, 'active', 'West Midlands', 'DY', null, '2022-12-02', null),
	('S1', 'Golf', 'Staffordshire', true, false, 'active', 'Staffordshire', null, null, '2022-12-03', null),
	('S2', 'Hotel', 'Staffordshire', false, false, 'active', 'Staffordshire', null, null, '2022-12-04', null),
	('K1', 'India', 'Kent', true, true, 'active', 'Kent', null, null, '2022-12-05', null);
insert into data.line_alias (line_id, alias) select line_id, 'Alias of ' || name from data.line where line_ref = 'W1';
insert into data.line_reader (line_id, login) select line_id, 'analyst2' from data.line where line_ref = 'W4';
insert into data.line_number (line_id, number)
	select line_id, '07700 9000' || to_char(row_number() over (order by line_ref), 'FM00') from data.line;

insert into data.crime_group (group_ref, kind, name, mapped, band) values
	('OCG1', 'OCG', 'Kettle', true, '1'), ('USG1', 'USG', 'Lantern', false, null);
insert into data.line_group (line_id, group_id)
	select l.line_id, g.group_id from data.line l join data.crime_group g on (l.line_ref, g.group_ref) in
		(('W1', 'OCG1'), ('W4', 'OCG1'), ('W3', 'USG1'));

insert into data.assessment (line_id, model) select line_id, 'LTS-1' from data.line where line_ref <> 'W3';
insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.assessment_id, a.model, f.code, 5 - right(l.line_ref, 1)::int % 5, 'SYNTHETIC'
	from data.assessment a join data.line l using (line_id) join ref.score_factor f using (model);
update data.assessment set signed_on = '2022-12-15', signed_by = 'supervisor1', second_by = 'analyst2';

insert into data.tasking (tasking_ref, line_id, title, unit, state, due, raised_on, completed_on, result, evidence, raised_by)
	select x.ref, l.line_id, x.title, x.unit, x.state, x.due, '2022-11-28', case when x.done then x.due end,
		case when x.done then 'Looked' else '' end, case when x.done then 'SYNTHETIC' else '' end, 'analyst2'
	from (values ('T1', 'W2', 'Visit', 'BE', 'in-progress', date '2022-12-22', false),
		('T2', 'W2', 'Look', 'CMPG', 'complete', '2022-12-01', true),
		('T3', 'W1', 'Stop', 'CMPG', 'in-progress', '2022-12-19', false)) x (ref, line_ref, title, unit, state, due, done)
	join data.line l on l.line_ref = x.line_ref;
