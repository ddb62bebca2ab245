#!/bin/sh
# SPDX-License-Identifier: MIT
# What gridline export writes, in which order and form, and where it goes.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_export

printf 'group_ref,kind,name,mapped,band\nG-1,OCG,SYNTHETIC Harrow,yes,\nG-2,USG,SYNTHETIC Lime,no,\n' > groups.csv
cat > lines.csv << 'CSV'
line_ref,name,aliases,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen,lro,groups,numbers
L-1,"SYNTHETIC Acorn, the",Ash;Oak,active,West Midlands,BE,Dorset;Police Scotland,heroin;crack cocaine,yes,2022-01-02,2022-12-01,lro_be,G-1,07700 900123
L-2,SYNTHETIC Zoë,,tasked,West Midlands,CV,,,no,2022-03-02,2022-11-01,,,
L-3,=SYNTHETIC(1),@alias;-x,dormant,West Midlands,,,,no,2022-03-02,2022-11-01,,G-1;G-2,
L-4,SYNTHETIC shut,,active,West Midlands,,,,no,2022-03-02,2022-11-01,,,
CSV
as analyst1 import groups groups.csv
as analyst1 import lines lines.csv
rows "update data.line set status = 'closed-other' where line_ref = 'L-4'" > /dev/null
{
	echo 'line_ref,signed_on,model,factor,score,rationale,second_by'
	for factor in children vulnerable cuckooing weapons class_a reach group community; do
		echo "L-1,2022-12-05,LTS-1,$factor,4,SYNTHETIC,analyst2"
		echo "L-3,2022-12-05,LTS-1,$factor,5,SYNTHETIC,analyst2"
	done
} > scores.csv
as supervisor1 import assessments scores.csv
did 0 "there is something to export"

as analyst1 export grid
did 0 "the grid as CSV"
cat > grid.csv << 'CSV'
rank,line_ref,name,score,band,change,status,export_force,export_npu,imports,drugs,bulk_marketing,lro,groups,open_taskings,overdue_taskings,first_seen,last_seen,last_review
1,L-3,'=SYNTHETIC(1),100,critical,new,dormant,West Midlands,,,,no,,G-1;G-2,0,0,2022-03-02,2022-11-01,
2,L-1,"SYNTHETIC Acorn, the",80,critical,new,active,West Midlands,BE,Dorset;Police Scotland,heroin;crack cocaine,yes,lro_be,G-1,0,0,2022-01-02,2022-12-01,
,L-2,SYNTHETIC Zoë,,,,tasked,West Midlands,CV,,,no,,,0,0,2022-03-02,2022-11-01,
CSV
printed "columns in their order, ranked, the unscored last, formulas guarded" < grid.csv
as analyst1 export grid --raw
sed "s/'=/=/" grid.csv | printed "--raw leaves the guard off"

as analyst1 export lines
cat > lines.expected << 'CSV'
line_ref,name,aliases,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen,lro,groups,numbers
L-3,'=SYNTHETIC(1),'-x;@alias,dormant,West Midlands,,,,no,2022-03-02,2022-11-01,,G-1;G-2,
L-1,"SYNTHETIC Acorn, the",Ash;Oak,active,West Midlands,BE,Dorset;Police Scotland,heroin;crack cocaine,yes,2022-01-02,2022-12-01,lro_be,G-1,
L-2,SYNTHETIC Zoë,,tasked,West Midlands,CV,,,no,2022-03-02,2022-11-01,,,
CSV
printed "lines have the import's columns, numbers stay in" < lines.expected
cp "$out" again.csv
as analyst1 import lines again.csv
echo 'again.csv: nothing to change: 3 lines already so' | printed "and come in again unchanged"
as analyst1 export groups -o groups2.csv
did 0 "groups into a file"
as analyst1 import groups groups2.csv
echo 'groups2.csv: nothing to change: 2 groups already so' | printed "come in again unchanged, too"
is "$(head -n 1 groups2.csv)|$(ls -l groups2.csv | cut -c1-10)|$(find . -name '*part*' | wc -l | tr -d ' ')" \
	'group_ref,kind,name,mapped,band|-rw-------|0' "the file is its owner's alone, and whole"
as analyst1 export lines --filter is:any
cut -d, -f1 "$out" | sort | tr '\n' ' ' > got
is "$(cat got)" 'L-1 L-2 L-3 L-4 line_ref ' "is:any has the closed ones"
cp "$out" any.csv
as analyst1 import lines any.csv
echo 'any.csv: nothing to change: 4 lines already so' | printed "and they come in again unchanged"

as analyst1 export grid --format json --filter npu:BE
cat << 'JSON' | printed "JSON with types"
[
{"rank": 2, "line_ref": "L-1", "name": "SYNTHETIC Acorn, the", "score": 80, "band": "critical", "change": "new", "status": "active", "export_force": "West Midlands", "export_npu": "BE", "imports": ["Dorset", "Police Scotland"], "drugs": ["heroin", "crack cocaine"], "bulk_marketing": true, "lro": "lro_be", "groups": ["G-1"], "open_taskings": 0, "overdue_taskings": 0, "first_seen": "2022-01-02", "last_seen": "2022-12-01", "last_review": null}
]
JSON
as analyst1 export grid --format json --filter no-such-word
printf '[]\n' | printed "an empty one is an empty array"
as analyst1 export groups --format text --sort -name
cat << 'TEXT' | printed "text for people, marked at head and foot"
OFFICIAL-SENSITIVE
groups as at 2022-12-31

Reference  Kind  Name              Mapped  Band
---------  ----  ----------------  ------  ----
G-2        USG   SYNTHETIC Lime    no
G-1        OCG   SYNTHETIC Harrow  yes

2 rows
OFFICIAL-SENSITIVE
TEXT

# order COLUMN: the references in that order.
order() {
	as analyst1 export grid --sort "$1"
	tail -n +2 "$out" | cut -d, -f2 | tr '\n' ' '
}
is "$(order score)|$(order -score)" 'L-2 L-1 L-3 |L-3 L-1 L-2 ' "--sort goes up, --sort - goes down"
is "$(order line_ref)|$(order -line_ref)" 'L-1 L-2 L-3 |L-3 L-2 L-1 ' "for text, too"
is "$(order last_seen)|$(order -last_seen)" 'L-2 L-3 L-1 |L-1 L-3 L-2 ' "and for dates"
as analyst1 export grid --sort scroe
did 2 "an unknown column"
printf "gridline export: --sort: grid has no column 'scroe'\ngridline export: did you mean 'score'?\n" | said "is refused with the nearest"
as analyst1 export gird
did 2 "an unknown listing"
printf "gridline export: there is no listing called 'gird'\ngridline export: did you mean 'grid'?\n" | said "is refused with the nearest"
as analyst1 export grid --filter 'npu:BE scroe>5'
did 2 "a wrong filter"
sed -n '2,3p' "$err" > got
printf '  npu:BE scroe>5\n         ^^^^^\n' > expected
same expected got "is shown with a caret under what is wrong"
as analyst1 export grid --filter 'status:active,activ'
did 2 "an unknown term in a filter"
sed -n '3p' "$err" > got
printf '                ^^^^^\n' > expected
same expected got "is pointed at"
as analyst1 export grid --format xml
did 2 "an unknown format is wrong usage"
as analyst1 export lines --as-at 2022-12-01
did 2 "--as-at goes with the grid only"

# As at: the grid of before the assessments and of a day when nothing was there.
rows "set session_replication_role = replica; delete from data.line_history;
	update data.line set valid_from = '2022-12-10 09:00Z', created_at = '2022-12-10 09:00Z'" > /dev/null
as analyst1 import lines again.csv
sed 's/dormant/active/' again.csv > later.csv
as analyst1 import lines later.csv
did 0 "a line changes on the day"
as analyst1 export grid --as-at 2022-12-30
did 0 "the grid as at the day before"
is "$(grep L-3 "$out" | cut -d, -f7)" dormant "is the grid of that day"
as analyst1 export grid --as-at 2022-12-31
is "$(grep L-3 "$out" | cut -d, -f7)" active "a day counts to its end"
as analyst1 export grid --as-at 2022-12-09
is "$(wc -l < "$out" | tr -d ' ')" 1 "before the first line there is none"
echo 'gridline export: nothing that you may see stood on the grid then' | said "and a word says so"
as analyst1 export grid --as-at 2022-12-10T09:30
is "$(wc -l < "$out" | tr -d ' ')" 4 "a moment does, too"
for day in 2022-02-30 yesterday 2022-12-31T25:00 2023-01-05; do
	as analyst1 export grid --as-at $day
	case $day in 2023*) did 1 "--as-at $day is refused" ;; *) did 2 "--as-at $day is refused" ;; esac
	[ ! -s "$out" ] && grep -q "$day" "$err"
	ok $? "in words that name it" "$err"
done

# Hostile text that came in by other ways is shown, not sent.
rows "update data.line set name = E'\\033[31m\\u202Eevil\\n' where line_ref = 'L-2'" > /dev/null
for format in csv json text; do
	as analyst1 export grid --format $format
	grep -q '\^\[\[31m<U+202E>evil^J' "$out" && ! LC_ALL=C tr -d '\n' < "$out" | LC_ALL=C grep -q '[[:cntrl:]]'
	ok $? "$format: an escape is shown, not sent" "$out"
done

# Who sees what, and who is told.
as lro_be export grid
is "$(tail -n +2 "$out" | cut -d, -f1,2)" '2,L-1' "an LRO's export has the LRO's lines, with the rank of the whole grid"
as admin1 export grid
is "$(wc -l < "$out" | tr -d ' ')" 1 "an administrator's has none"
n=$(rows 'select count(*) from audit.entry')
as auditor1 export grid --filter npu:BE
is "$(rows "select count(*) - $n from audit.entry")|$(rows "select login, operation from audit.entry order by entry_id desc limit 1" | cut -d'|' -f1)" \
	'1|auditor1' "an export is in the log"

# Where it goes.
as analyst1 export grid -o /nonexistent/x.csv
did 1 "a folder that is not there"
grep -q '/nonexistent/x.csv.part: No such file' "$err"
ok $? "is named" "$err"
PGUSER=analyst1 "$gridline" export grid > /dev/full 2> "$err"
status=$?
did 1 "a full disk is no success"
holds "$err" 'standard output: No space left' "and is named"
printf 'kept' > keep.csv
PGHOST=/nonexistent as analyst1 export grid -o keep.csv
is "$status|$(cat keep.csv)|$(find . -name '*part*' | wc -l | tr -d ' ')" '1|kept|0' "a failure leaves the old file"
rows "insert into data.line (line_ref, name, holder_force, status, export_force, first_seen, last_seen)
	select 'B-' || n, repeat('SYNTHETIC ', 10), 'West Midlands', 'active', 'West Midlands', '2022-01-01', '2022-12-01'
	from generate_series(1, 3000) n" > /dev/null
n=$(rows 'select count(*) from audit.entry')
{
	PGUSER=analyst1 "$gridline" export grid 2> "$err"
	echo $? > left
} | head -n 2 > "$out"
is "$(wc -l < "$out" | tr -d ' ')|$(cat left)|$(wc -c < "$err" | tr -d ' ')" '2|1|0' "a reader who has seen enough ends it, quietly"
is "$(rows "select count(*) - $n from audit.entry")" 1 "what was handed out is logged all the same"
done_testing
