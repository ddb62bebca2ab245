-- SPDX-License-Identifier: MIT
-- The log: what goes in by itself, that it only grows, and that any tampering shows.
select plan(24);
create function pg_temp.verdict() returns text language sql as $$
	select coalesce(first_bad || ': ' || problem, 'whole') from audit.verify()
$$;
select is(pg_temp.verdict(), 'whole', 'the log of the first load is whole');
select entry_id as last from audit.head \gset
insert into data.line (line_ref, holder_force, status, export_force) select 'A' || i, 'Kent', 'active', 'Kent' from generate_series(1, 3) i;
update data.line set name = 'Named' where line_ref = 'A1';
delete from data.line where line_ref = 'A1';
insert into data.line_number (line_id, number) select line_id, '07700 900999' from data.line where line_ref = 'A2';
select is((select string_agg(operation || ' ' || object_id, ', ' order by entry_id) from audit.entry where entry_id > :last),
	'collection 3 lines, alteration A1, erasure A1, collection 1 numbers', 'collection, alteration and erasure log themselves');
select is((select count(*) from audit.entry where detail::text like '%07700%'), 0::bigint, 'and never what was in them');
select is((select detail -> 'refs' from audit.entry where entry_id = :last + 1), '["A1", "A2", "A3"]'::jsonb, 'but of which lines');
select ok((select abs(extract(epoch from clock_timestamp() - max(at))) < 60 from audit.entry), 'times are real, whatever the training clock says');
select is((select count(*) from data.line where valid_from < '2023-01-01'), (select count(*) from data.line), 'while business times are not');

-- Two steps to personal data.
set session authorization analyst1;
select api.consult('line', line_id, '  Number check for a warrant  ') as token from api.grid where line_ref = 'W1' \gset
select api.dossier(:'token') as dossier \gset
select api.dossier(:'token') ->> 'id' = line_id::text as again from api.grid where line_ref = 'W1' \gset
reset session authorization;
select is((:'dossier'::jsonb) #>> '{numbers,0,kind}', 'MSISDN', 'a dossier holds the numbers');
select is(jsonb_array_length(:'dossier'::jsonb -> 'numbers'), (select count(*)::int from data.line_number join data.line using (line_id) where line_ref = 'W1'), 'all of that line''s');
select ok(:'again', 'and can be read again for a while');
select is((select login || ' ' || operation || ' ' || justification from audit.entry where entry_id = (:'dossier'::jsonb ->> 'entry')::bigint),
	'analyst1 consultation Number check for a warrant', 'the log says who, what and why');
select is((select count(*) from audit.consultation), 1::bigint, 'one token, one consultation');
set session authorization analyst1;
\set ON_ERROR_STOP 0
\set VERBOSITY sqlstate
select api.consult('line', gen_random_uuid(), 'why') \gset
\set unknown :LAST_ERROR_SQLSTATE
select api.consult('line', line_id, ' ') from api.grid where line_ref = 'W1' \gset
\set why :LAST_ERROR_SQLSTATE
select api.consult('person', line_id, 'why') from api.grid where line_ref = 'W1' \gset
\set person :LAST_ERROR_SQLSTATE
select * from api.audit_verify() \gset
\set verify :LAST_ERROR_SQLSTATE
select count(*) as log_seen from api.audit_log \gset
\set ON_ERROR_STOP 1
reset session authorization;
select is(:'unknown'::text, 'GL005', 'a line one cannot see cannot be consulted');
select is(:'why'::text, 'GL004', 'nor any without a reason');
select is(:'person'::text, 'GL004', 'nor what is no record');
select is(:'verify'::text, 'GL002', 'only auditors check the log');
select is(:log_seen, 0, 'only auditors read it');
set session authorization auditor1;
select coalesce(problem, '') as problem, entries as entries from api.audit_verify() \gset
select count(*) as log_seen from api.audit_log \gset
select api.log_export('grid', 'npu:BE', 3) as export \gset
reset session authorization;
select is(:'problem'::text, '', 'the auditor finds it whole');
select is(:log_seen, :entries, 'and reads every entry');
select is((select operation || ' ' || object_id || ' ' || detail::text from audit.entry where entry_id = :export),
	'disclosure grid {"rows": 3, "filter": "npu:BE"}', 'a hand-out is a disclosure');

-- Append-only, and what a superuser does past the triggers shows.
select throws_ok('update audit.entry set login = ''x''', 'GL002', null, 'no entry is changed');
begin;
set local session_replication_role = replica;
update audit.entry set justification = 'other' where entry_id = 3;
select pg_temp.verdict() as verdict \gset
rollback;
select is(:'verdict'::text, '3: this entry or the one before it was changed', 'a change shows');
begin;
set local session_replication_role = replica;
delete from audit.entry where entry_id = 3;
select pg_temp.verdict() as verdict \gset
rollback;
select is(:'verdict'::text, '4: an entry is missing before this one', 'a removal shows');
begin;
set local session_replication_role = replica;
delete from audit.consultation;
delete from audit.entry where entry_id = (select max(entry_id) from audit.entry);
select pg_temp.verdict() as verdict \gset
rollback;
select ok(:'verdict' like '%does not end where its head says', 'a removal at the end shows');
begin;
set local session_replication_role = replica;
alter table audit.entry drop constraint entry_pkey cascade;
update audit.entry set entry_id = 5 - entry_id where entry_id in (2, 3);
select pg_temp.verdict() as verdict \gset
rollback;
select is(:'verdict'::text, '2: this entry or the one before it was changed', 'a swap shows');
select * from finish();
