#!/bin/sh
# SPDX-License-Identifier: MIT
# Attacks by hand, each typed into psql by a login with the rights of its role and ill will.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/sql/world.sh"
world_clone test_attack

# as LOGIN SQL...: what it printed, errors as their SQLSTATE; each argument is sent on its own.
as() {
	attack_login=$1
	shift
	for attack_sql in "$@"; do
		printf '%s\n' "$attack_sql"
	done | PGUSER=$attack_login psql -XAtq -v VERBOSITY=sqlstate 2>&1 | sed 's/^.*ERROR: *//' | tr '\n' ' ' | sed 's/ $//'
}
# gives EXPECTED NAME LOGIN SQL...
gives() {
	attack_expected=$1 attack_name=$2
	shift 2
	is "$(as "$@")" "$attack_expected" "$attack_name"
}
one() {
	psql -XAtqc "$1"
}
w1=$(one "select line_id from data.line where line_ref = 'W1'")
w4=$(one "select line_id from data.line where line_ref = 'W4'")
w2=$(one "select line_id from data.line where line_ref = 'W2'")
all="select count(*) from api.grid;"

# Becoming somebody else.
gives 42501 "SET ROLE to the owner" analyst1 "set role gridline_owner;"
gives 42501 "SET ROLE to a colleague" lro_be "set role analyst1;"
gives 42501 "SET SESSION AUTHORIZATION" lro_be "set session authorization supervisor1;"
gives "2" "SET ROLE to one's group changes nothing" lro_bw "set role gridline_lro;" "select count(*) + 1 from api.grid;"
is "$(PGUSER=lro_be PGOPTIONS='-c role=gridline_owner' psql -XAtqc "$all" 2>&1 | grep -c 'permission denied')" 1 "PGOPTIONS role= is refused"
is "$(PGUSER=lro_be PGOPTIONS='-c session_authorization=supervisor1' psql -XAtqc "$all" 2>&1 | grep -c 'permission denied')" 1 "PGOPTIONS session_authorization= is refused"
gives 3 "forged settings are nobody's key" lro_be "set gridline.login = 'supervisor1';" "set app.unit = 'CV';" "set search_path = pg_temp, data, public;" "$all"
gives 3 "row_security = off shows no more" lro_be "set row_security = off;" "set row_security = on;" "$all"
gives 42501 "row_security = off is refused by the policy" lro_be "set row_security = off;" "$all"

# Rights and objects.
gives "42P01" "a table of data is not even found by name alone" analyst1 "set search_path = data, api;" "select count(*) from line;"
gives 42501 "a table of data" analyst1 "select count(*) from data.line;"
gives 42501 "the numbers" supervisor1 "select * from data.line_number;"
gives 42501 "the search table" analyst1 "select * from search.line;"
gives 42501 "the candidates of a search" analyst1 "select search.candidates('%', 100);"
gives 42501 "the reading half without its door" analyst1 "select data.dossier(gen_random_uuid());"
gives 42501 "the log's pen" analyst1 "select audit.write('erasure', 'line', 'x', '', '', '{}');"
gives 42501 "own staff row" analyst1 "update data.staff set role = 'supervisor' where login = 'analyst1';"
gives 42501 "ranks of another force" analyst1 "select * from data.rank_now('Kent');"
gives 42501 "CREATE TEMP to shadow a table" analyst1 "create temporary table staff (login text);"
gives 42501 "CREATE VIEW in public" analyst1 "create view public.line as select 1;"
gives 42501 "CREATE FUNCTION in pg_temp" analyst1 "create function pg_temp.f(text) returns boolean language sql as 'select true';"
gives 42501 "a leaky function in pg_temp" analyst1 "create function pg_temp.leak(text) returns boolean cost 0.0001 language plpgsql as 'begin raise notice ''%'', \$1; return true; end';"
gives 42501 "an operator of one's own" analyst1 "create operator pg_temp.= (leftarg = text, rightarg = text, function = texteq);"
gives 42501 "a large object" analyst1 "select lo_create(0);"
gives 42501 "a large object by import" analyst1 "select lo_from_bytea(0, 'x');"
gives 42501 "LOCK TABLE on data" analyst1 "begin;" "lock table data.line;"
gives 42501 "LOCK TABLE through a view" analyst1 "begin;" "lock table api.grid in access exclusive mode;"
gives 42501 "an update through a view" analyst1 "update api.grid set name = 'x';"
gives 42501 "a delete through a view" supervisor1 "delete from api.lines;"
gives 42501 "a lock of rows through a view" analyst1 "select 1 from api.grid for update;"
gives 42501 "TRUNCATE" analyst1 "truncate data.line;"
gives 42501 "COPY FROM" analyst1 "copy data.staff (login) from program 'true';"
gives 42501 "replacing an api function" analyst1 "create or replace function api.session() returns int language sql as 'select 1';"
gives 42501 "a rule on a view" analyst1 "create rule r as on insert to api.grid do instead nothing;"
gives "42501 5" "ALTER DEFAULT PRIVILEGES for the owner" analyst1 "alter default privileges for role gridline_owner grant select on tables to public;" "$all"
gives "42501 5" "a grant to oneself" analyst1 "grant gridline_supervisor to analyst1;" "$all"
gives 42501 "a change of the server" analyst1 "alter system set work_mem = '1GB';"
gives 42501 "membership of the owner" admin1 "grant gridline_owner to admin1;"
gives "42501 5" "DROP OWNED" analyst1 "drop owned by gridline_api;" "$all"
gives "5" "DROP OWNED of oneself takes nothing away from others" analyst1 "drop owned by analyst1;" "$all"
is "$(one "select relrowsecurity and relforcerowsecurity from pg_class where oid = 'data.line'::regclass")" t "and the policies still stand"

# Leaks past the policy.
PGUSER=analyst1 psql -XAtqc "select line_ref from api.grid where name::int = 1" > "$tap_dir/out" 2>&1
! grep -q 'Delta\|Foxtrot\|Hotel\|India' "$tap_dir/out"
ok $? "a cast that fails names no hidden line" "$tap_dir/out"
PGUSER=analyst1 psql -XAtqc "select line_ref from api.grid where 1 / (case when name = 'Delta' then 0 else 1 end) = 1" > "$tap_dir/out" 2>&1
! grep -q 'division by zero' "$tap_dir/out"
ok $? "a division is not tried on hidden lines" "$tap_dir/out"
PGUSER=analyst1 psql -XAtqc "explain analyze select * from api.grid where name = 'Delta'" > "$tap_dir/out" 2>&1
! grep -q 'Delta.*Delta' "$tap_dir/out"
ok $? "EXPLAIN shows the question only" "$tap_dir/out"
gives 0 "statistics" analyst1 "select count(*) from pg_stats where schemaname in ('data', 'audit', 'search');"
gives 0 "a hidden line by its id" analyst1 "select count(*) from api.grid where line_id = '$w4';"
gives 0 "its card" analyst1 "select count(*) from api.line_card('$w4');"
gives 0 "its rank" analyst1 "select count(*) from api.standing(array['$w4'::uuid]);"
gives 0 "its past" analyst1 "select count(*) from api.grid_as_at(now()) where line_id = '$w4';"
gives "GL005 GL005" "one error for hidden and for unknown" analyst1 "select api.consult('line', '$w4', 'why');" "select api.consult('line', '00000000-0000-4000-8000-000000000000', 'why');"
gives "3" "a cursor held past its transaction is the caller's own rows" lro_be "begin;" "declare c cursor with hold for select line_ref from api.grid;" "commit;" "move forward all in c;" "select count(*) from api.grid;"
gives "3" "COPY TO gives what SELECT gives" lro_be "copy (select count(*) from api.grid) to stdout;"

# Personal data: no read without a committed log row.
logged() {
	one "select count(*) from audit.entry where operation = 'consultation'"
}
is "$(logged)" 0 "nothing was consulted so far"
gives GL002 "a read in the consultation's own transaction" analyst1 "begin;" "select api.dossier(api.consult('line', '$w1', 'why'));" "rollback;"
gives GL002 "after its savepoint was released" analyst1 "begin;" "savepoint s;" "select api.consult('line', '$w1', 'why') as t \\gset" "release savepoint s;" "select api.dossier(:'t');" "rollback;"
gives GL002 "after a rollback" analyst1 "begin;" "select api.consult('line', '$w1', 'why') as t \\gset" "rollback;" "select api.dossier(:'t');"
gives "GL002" "in an exception block" analyst1 "do \$\$ declare t uuid; begin t := api.consult('line', '$w1', 'why'); perform api.dossier(t); end \$\$;"
gives GL002 "in one statement" analyst1 "with c as materialized (select api.consult('line', '$w1', 'why') as t) select api.dossier(t) from c;"
is "$(logged)" 0 "none of these left a log row, and none was answered"
token=$(as analyst1 "select api.consult('line', '$w1', 'why');")
gives GL002 "another's token" analyst2 "select api.dossier('$token');"
gives GL002 "another's token, for a supervisor" supervisor1 "select api.dossier('$token');"
gives GL002 "a guessed token" analyst1 "select api.dossier(gen_random_uuid());"
gives GL002 "no token" analyst1 "select api.dossier(null);"
gives line "one's own" analyst1 "select api.dossier('$token') ->> 'kind';"
gives "line" "a read that is rolled back stays logged" analyst1 "begin;" "select api.dossier('$token') ->> 'kind';" "rollback;"
is "$(logged)" 1 "by the row that came first"
one "update audit.consultation set at = at - interval '11 minutes'" > /dev/null
gives GL002 "an old token" analyst1 "select api.dossier('$token');"
token=$(as lro_be "select api.consult('line', '$w2', 'why');")
gives 1 "a line tasked to the unit can be consulted" lro_be "select jsonb_array_length(api.dossier('$token') -> 'numbers');"
one "update data.staff set active = false where login = 'lro_be'" > /dev/null
gives GL002 "a token of who was shut out since" lro_be "select api.dossier('$token');"
one "update data.staff set active = true where login = 'lro_be'" > /dev/null
gives 1 "and let in again" lro_be "select jsonb_array_length(api.dossier('$token') -> 'numbers');"
token=$(as lro_be "select api.consult('line', '$w2', 'why');")
one "update data.tasking set state = 'complete', result = 'Done', evidence = 'SYNTHETIC', completed_on = raised_on where tasking_ref = 'T1'" > /dev/null
gives GL002 "a token for a line one sees no more" lro_be "select api.dossier('$token');"
token=$(as analyst1 "set synchronous_commit = off;" "select api.consult('line', '$w1', 'why');")
gives line "a consultation that was not waited for is on disk before it opens" analyst1 "select api.dossier('$token') ->> 'kind';"
gives "GL001" "a stranger is told so" stranger "select * from api.session();"
gives "GL001" "who left, too" leaver "select * from api.session();"
gives "GL002" "a stranger exports nothing" stranger "select api.log_export('grid', '', 1);"
gives "GL005" "an administrator consults nothing" admin1 "select api.consult('line', '$w1', 'why');"

# Imports: who may write, and whose lines.
import="select api.import_begin('lines', 'f.csv', gen_random_uuid()) as i \\gset"
gives "GL002" "an LRO imports nothing" lro_be "$import"
gives "GL002" "nor an auditor" auditor1 "$import"
gives "GL002" "nor an administrator" admin1 "$import"
gives "GL001" "a stranger even less" stranger "$import"
gives "GL005" "another's import cannot be finished" analyst2 "select api.import_finish('$w1', true);"
before=$(one "select string_agg(l::text, ' ' order by line_id) from data.line l where holder_force <> 'West Midlands' or restricted")
for ref in S1 S2 K1 W4 W2; do
	as analyst1 "begin;" "$import" "select api.import_rows(:'i', jsonb_build_array(jsonb_build_object('line', 2, 'cells',
			(select jsonb_object_agg(c.name, case c.name when 'line_ref' then '$ref' when 'name' then 'Stolen'
				when 'status' then 'active' when 'export_force' then 'West Midlands'
				when 'bulk_marketing' then 'no' when 'first_seen' then '2022-01-01' when 'last_seen' then '2022-12-01' else '' end)
			from api.import_columns c where c.kind = 'lines')))) \\g /dev/null" \
		"select * from api.import_finish(:'i', false) \\g /dev/null" "commit;" > "$tap_dir/out"
done
is "$(one "select name from data.line where line_ref = 'W2'")" Stolen "an analyst imports a line of the force"
is "$(one "select string_agg(l::text, ' ' order by line_id) from data.line l where holder_force <> 'West Midlands' or restricted")" "$before" \
	"an import changes no line of another force and none that is hidden"

# What anybody may do in PostgreSQL must not matter to us.
gives "t" "an advisory lock is nobody's gate" analyst1 "select pg_try_advisory_lock(42);"
gives "line" "while one is held the log is written" analyst1 "select pg_advisory_lock(i) from generate_series(1, 3) i \\g /dev/null" "select api.consult('line', '$w1', 'why') as t \\gset" "select api.dossier(:'t') ->> 'kind';"
gives "5" "a NOTIFY is only noise" analyst1 "notify gridline, 'closed';" "$all"
gives "" "the log is whole after all this" auditor1 "select coalesce(problem, '') from api.audit_verify();"
done_testing
