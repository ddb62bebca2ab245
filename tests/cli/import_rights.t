#!/bin/sh
# SPDX-License-Identifier: MIT
# Who may import, what they may touch, and that psql meets the same rules.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_rights

head='line_ref,name,status,export_force,first_seen,last_seen'
rest='active,West Midlands,2022-01-02,2022-12-01'
printf '%s\nL-1,SYNTHETIC,%s\n' "$head" "$rest" > lines.csv
for login in lro_be auditor1 admin1; do
	as $login import lines lines.csv
	did 1 "$login may not import"
	role=$(rows "select role from data.staff where login = '$login'")
	printf 'gridline import: The role %s may not do this.\ngridline import: Ask somebody who may: analyst or supervisor.\n' "$role" |
		said "$login is told who may"
done
is "$(rows 'select count(*) from data.line')" 0 "nothing came of it"
as supervisor1 import lines lines.csv
did 0 "a supervisor may"

# Lines of others: shared ones are seen but not changed, hidden ones are not told apart from none.
rows "insert into data.line (line_ref, name, holder_force, shared, status, export_force, first_seen, last_seen)
	values ('S-1', 'SYNTHETIC shared', 'Staffordshire', true, 'active', 'Staffordshire', '2022-01-01', '2022-12-01'),
	       ('S-2', 'SYNTHETIC hidden', 'Staffordshire', false, 'active', 'Staffordshire', '2022-01-01', '2022-12-01');
	insert into data.line (line_ref, name, holder_force, restricted, status, export_force, first_seen, last_seen)
	values ('R-1', 'SYNTHETIC restricted', 'West Midlands', true, 'active', 'West Midlands', '2022-01-01', '2022-12-01')" > /dev/null
printf '%s\nS-1,SYNTHETIC mine,%s\n' "$head" "$rest" > shared.csv
as analyst1 import lines shared.csv
head -n 1 "$err" > first
echo 'shared.csv:2: line_ref: S-1 is held by Staffordshire, who alone may change it' > expected
same expected first "a shared line is its holder's to change"
printf '%s,numbers\nS-1,SYNTHETIC shared,active,Staffordshire,2022-01-01,2022-12-01,07700 900123\n' "$head" > shared.csv
as analyst1 import lines shared.csv
did 1 "nor does it take numbers from others"
as analyst1 export lines -o shared.csv
as analyst1 import lines shared.csv
echo 'shared.csv: nothing to change: 2 lines already so' | printed "but it may stand in a file as it is"
for ref in S-2 R-1; do
	printf '%s\nL-2,SYNTHETIC new,%s\n%s,SYNTHETIC mine,%s\n' "$head" "$rest" $ref "$rest" > hidden.csv
	as analyst1 import lines hidden.csv
	did 1 "$ref, which the analyst may not see, is refused"
	head -n 1 "$err" > first
	echo "hidden.csv:3: line_ref: $ref is a line that you may not change; ask a supervisor" > expected
	same expected first "with whom to ask"
done
is "$(rows 'select count(*) from data.line where line_ref = $$L-2$$')" 0 "the good rows beside them were not taken"
is "$(rows "select string_agg(name, ',' order by line_ref) from data.line where line_ref in ('S-1', 'S-2', 'R-1')")" \
	'SYNTHETIC restricted,SYNTHETIC shared,SYNTHETIC hidden' "and they are as they were"
factor='LTS-1,children,1,SYNTHETIC'
printf 'line_ref,signed_on,model,factor,score,rationale\n%s,2022-12-01,%s\n%s,2022-12-01,%s\n' S-2 "$factor" NONE "$factor" > scores.csv
as supervisor1 import assessments scores.csv
head -n 2 "$err" | sed 's/scores.csv:[0-9]*//; s/S-2/REF/; s/NONE/REF/' | uniq | wc -l > lines
is "$(tr -d ' ' < lines)" 1 "for who signs, a line of others cannot be told from one that is not there"
for login in analyst1 lro_be auditor1 admin1; do
	as $login import assessments scores.csv
	did 1 "$login may not import assessments"
done
sed -i 's/^S-2/R-1/; /^L-2/d' hidden.csv
as supervisor1 import lines hidden.csv
did 0 "a supervisor may change a restricted line"

# What gridline does, psql can do, and no more.
psql_as() {
	PGUSER=$1 psql -XAt -v VERBOSITY=verbose -v ON_ERROR_STOP=1 > "$out" 2> "$err"
}
key=00000000-0000-4000-8000-000000000001
psql_as analyst1 << SQL
begin;
select api.import_begin('groups', 'by hand', '$key') as import \gset
select api.import_rows(:'import', '[{"line": 7, "cells": {"group_ref": "G-1", "kind": "ocg", "name": "SYNTHETIC"}}]');
select * from api.import_finish(:'import', false);
commit;
select * from api.import_outcome('$key');
SQL
ok $? "an import by hand" "$err"
tail -n 2 "$out" > last
printf '0|0|1|0|0\n1|0|0\n' > expected
grep -v COMMIT "$out" | tail -n 2 > last
same expected last "with its counts, and its outcome by key"
psql_as analyst1 << SQL
select api.import_begin('groups', 'by hand', '$key');
SQL
grep -q GL004 "$err"
ok $? "a key serves once" "$err"
psql_as analyst1 << SQL
begin;
select api.import_begin('groups', 'by hand', '00000000-0000-4000-8000-000000000002') as import \gset
select api.import_rows(:'import', '[{"line": 7, "cells": {"group_ref": "G 1", "kind": "x", "name": ""}}]');
select * from api.import_finish(:'import', false);
select * from api.import_errors(:'import', 10);
commit;
SQL
ok $? "a wrong one by hand" "$err"
holds "$out" '^3|0|0|0|0$' "is judged by the same rules"
holds "$out" "7|kind|'x' is not known; known are OCG, USG|f" "in the same words"
is "$(rows 'select count(*) from data.crime_group')|$(rows 'select count(*) from data.import_error')" '1|0' "and leaves nothing"
for rows in '[{"line": 1, "cells": {"group_ref": "G", "kind": "OCG"}}]' '[{"line": 1, "cells": {"group_ref": "G", "kind": "OCG", "name": "n", "row_version": "9"}}]'; do
	psql_as analyst1 <<- SQL
	begin;
	select api.import_begin('groups', 'by hand', gen_random_uuid()) as import \gset
	select api.import_rows(:'import', '$rows');
	SQL
	grep -q GL004 "$err"
	ok $? "columns are the kind's, no more, no fewer" "$err"
done
psql_as analyst1 << SQL
select api.import_begin('groups', 'by hand', '00000000-0000-4000-8000-000000000003') as import \gset
\o id
\qecho :import
SQL
psql_as analyst2 << SQL
select api.import_rows('$(cat id)', '[]');
SQL
grep -q GL005 "$err"
ok $? "another's import cannot be joined" "$err"
for table in data.import data.import_row data.import_line data.import_error ref.import_column; do
	psql_as analyst1 <<- SQL
	select count(*) from $table;
	SQL
	grep -q 42501 "$err"
	ok $? "$table is out of reach" "$err"
done
psql_as lro_be << SQL
select api.import_begin('lines', 'by hand', gen_random_uuid());
SQL
grep -q GL002 "$err"
ok $? "the database itself refuses an LRO" "$err"
done_testing
