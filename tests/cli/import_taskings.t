#!/bin/sh
# SPDX-License-Identifier: MIT
# Taskings from files and to files: all or nothing, each fault at its line and column; whoever imports what was authorised
# could have authorised it; what goes out comes in again as the same file.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_taskings

world="insert into data.line (line_ref, name, holder_force, shared, restricted, status, export_force, export_npu, first_seen, last_seen)
	select 'L-' || n, 'SYNTHETIC', 'West Midlands', false, false, 'active', 'West Midlands', 'BE', '2022-01-02', '2022-12-01' from generate_series(1, 9) n
	union all values ('S-1', 'SYNTHETIC', 'Staffordshire', true, false, 'active', 'Staffordshire', null, date '2022-01-02', date '2022-12-01'),
		('C-1', 'SYNTHETIC', 'West Midlands', false, false, 'closed-other', 'West Midlands', 'BE', date '2022-01-02', date '2022-12-01');
	insert into data.crime_group (group_ref, kind, name, mapped) values ('OCG-1', 'OCG', 'SYNTHETIC', true), ('OCG-2', 'OCG', 'SYNTHETIC', true);
	insert into data.deconfliction (line_a, line_b, cause, raised_on) select min(line_id::text)::uuid, max(line_id::text)::uuid, 'brand', '2022-12-01'
		from data.line where line_ref in ('L-8', 'L-9')"
rows "$world" > /dev/null
head='tasking_ref,line_ref,group_ref,title,route,unit,officer,operation,four_p,priority,raised_on,raised_by,due_on,state,closed_on,result'

# In every state, in any case, as a supervisor who raised none of them.
{
	echo "$head"
	echo 'T-1,L-1,,Visit,Local,be,LRO_BE,skyclash,protect,HIGH,2022-12-01,analyst1,2023-01-10,in-progress,,'
	echo 'T-10,,OCG-1,Research,regional,WMROCU,,,Prepare,low,2022-12-02,analyst1,,accepted,,'
	echo 'T-11,L-1,OCG-1,"Both, and ""more""",force,INT,,,,,2022-12-03,analyst2,2023-01-03,offered,,'
	echo 'T-12,L-2,,Never,force,CLTF,analyst2,Ferrari,Pursue,urgent,2022-11-01,analyst1,2022-11-20,cancelled,2022-11-15,'
	echo 'T-13,L-2,,=2+3,local,CLTF,,,,,2022-11-01,lro_be,2022-11-20,refused,2022-11-02,'
	echo 'T-14,L-2,,Draft,local,BE,,,,,2022-12-30,supervisor1,2023-01-20,draft,,'
	echo 'T-15,L-2,,Put forward,local,BE,,,,,2022-12-30,supervisor1,2023-01-20,submitted,,'
	echo 'T-16,L-2,,Authorised,local,BE,,,,,2022-12-30,analyst1,2023-01-20,authorised,,'
	echo 'T-17,L-2,,Declined,local,BE,,,,,2022-12-30,analyst1,2023-01-20,declined,,'
	echo 'T-18,L-2,,Asked,local,BE,,,,,2022-12-30,analyst1,2023-01-20,returned,,'
	echo 'T-19,L-2,,Result,local,BE,,,,,2022-12-20,analyst1,2022-12-29,result,,Seen'
	echo 'T-2,C-1,,Close it,force,CLTF,,,Pursue,normal,2022-05-01,analyst1,2022-06-01,complete,2022-05-28,"Phone recovered,'
	echo 'holder charged"'
	echo 'T-20,L-2,,Reviewed,local,BE,,,,,2022-12-20,analyst1,2022-12-29,reviewed,,-1 to it'
} > all.csv
as supervisor1 import taskings all.csv
did 0 "taskings of every state are taken"
echo 'all.csv: 13 new, 0 changed, 0 already so' | printed "and counted"
is "$(rows "select count(distinct state) from data.tasking")" 13 "all thirteen"
is "$(rows "select owner, operation, four_p, priority, unit, route, authorised_by, force from data.tasking where tasking_ref = 'T-1'")" \
	'lro_be|Skyclash|Protect|high|BE|local|supervisor1|West Midlands' "as the vocabularies spell them, authorised by who imported"
is "$(rows "select offered_on, answer_due from data.tasking where tasking_ref = 'T-11'")" '2022-12-31|2023-01-05' "an offered one has its full time to answer"
is "$(rows "select result, evidence, completed_on, result_on from data.tasking where tasking_ref = 'T-2'")" 'Phone recovered,
holder charged|file all.csv|2022-05-28|2022-05-28' "a result keeps its lines"
is "$(rows "select said from data.tasking_event join data.tasking using (tasking_id) where tasking_ref = 'T-12'")" \
	'is brought in by file: cancelled, raised by analyst1 on 2022-11-01' "its history begins with the file"
is "$(rows "select open_taskings, overdue_taskings, tasked_units from data.line where line_ref = 'L-2'")" '6|2|{BE}' "and they count on their lines"
as supervisor1 import taskings all.csv
echo 'all.csv: nothing to change: 13 taskings already so' | printed "the same again changes nothing"

# Out, and into a database that has none.
as supervisor1 export taskings -o out.csv
did 0 "they go out"
is "$(head -n 1 out.csv)" "$head" "in the columns they came in"
is "$(wc -l < out.csv)" 15 "all of them"
data_database cli_taskings_again
rows "$world" > /dev/null
as supervisor1 import taskings out.csv
did 0 "what goes out comes in"
as supervisor1 export taskings -o again.csv
same out.csv again.csv "and goes out again as the same file"
as supervisor1 export taskings --filter 'late:yes' --format json -o late.json
is "$(grep -c tasking_ref late.json)" 2 "late ones by a filter"
as lro_be export taskings --filter 'unit:BE open:yes due<2022-12-30' --sort -due_on
is "$(cut -d , -f 1 "$out" | tr '\n' ' ')" 'tasking_ref T-20 T-19 ' "fields and order of their own"
as analyst1 export taskings --filter 'state:complete more' --format text
did 0 "as a table"
as analyst1 export taskings --filter 'state:complete'  --format text
[ "$(grep -c 'Phone recovered, holder charged' "$out")" -eq 1 ]
ok $? "a text of two lines is one there" "$out"

# What is wrong, each by itself; nothing is taken.
{
	echo "$head"
	echo 'X-1,L-1,,T,local,XX,,,,,2022-12-01,analyst1,,submitted,,'
	echo 'X-2,L-1,,T,local,CLTF,,,,,2022-03-01,analyst1,,submitted,,'
	echo 'X-3,L-1,,T,local,BE,,,,,2022-12-01,analyst1,2023-05-01,in-progress,,'
	echo 'X-4,L-1,,T,local,BE,,,,,2022-12-01,analyst1,2022-11-30,submitted,,'
	echo 'X-5,L-1,,T,local,BE,,,,,2023-01-05,analyst1,2023-02-01,submitted,,'
	echo 'X-6,L-1,,T,local,BE,,,,,2022-12-01,analyst1,,complete,2022-12-05,   '
	echo 'X-7,L-1,,T,local,BE,,,,,2022-12-01,analyst1,,complete,,Done'
	echo 'X-8,L-1,,T,local,BE,,,,,2022-12-01,analyst1,,accepted,2022-12-05,'
	echo 'X-9,,,T,local,BE,,,,,2022-12-01,analyst1,,submitted,,'
	echo 'X-10,,OCG-1;OCG-2,T,local,BE,,,,,2022-12-01,analyst1,,submitted,,'
	echo 'X-11,S-1,,T,local,BE,,,,,2022-12-01,analyst1,,submitted,,'
	echo 'X-12,L-1,,T,local,BE,,,,,2022-12-01,nobody,,submitted,,'
	echo 'X-12,L-1,,T,local,BE,,,,soon,2022-12-01,analyst1,,waiting,,'
	echo 'T-1,L-3,,Visit,Local,be,LRO_BE,skyclash,protect,HIGH,2022-12-01,analyst1,2023-01-10,in-progress,,'
	printf 'X-13,L-1,,T,local,BE,,,,,2022-12-01,analyst1,,result,,%0102400d\n' 0
} > wrong.csv
before=$(rows 'select count(*) from data.tasking')
as supervisor1 import taskings wrong.csv
did 1 "a file with faults is refused"
said "each at its line and column" << 'TEXT'
wrong.csv:2: unit: 'XX' is not known
wrong.csv:3: unit: 'CLTF' was no unit on 2022-03-01
wrong.csv:4: unit: BE is no unit any more on 2023-05-01, when it is due
wrong.csv:5: due_on: 2022-11-30 lies before it was raised, 2022-12-01
wrong.csv:6: raised_on: 2023-01-05 lies in the future: today is 2022-12-31
wrong.csv:7: result: is empty: a tasking that is complete says what came of it
wrong.csv:8: closed_on: is empty: a tasking that is complete has the day it was closed
wrong.csv:9: closed_on: is given, but a tasking that is accepted is not closed
wrong.csv:10: line_ref: is empty, and so is group_ref: name what it is about
wrong.csv:11: group_ref: names more than one group: write a row for each
wrong.csv:12: line_ref: S-1 is held by Staffordshire, who alone may bring in its taskings
wrong.csv:13: raised_by: 'nobody' is not known; known are analyst1, analyst2, lro_be, lro_bw, lro_cv, lro_dy, lro_sh, lro_sw, lro_ws, lro_wv, supervisor1
wrong.csv:14: tasking_ref: X-12 stands in line 13 already
wrong.csv:14: priority: 'soon' is not known; known are urgent, high, normal, low
wrong.csv:14: state: 'waiting' is not known
wrong.csv:16: result: has 102400 characters, at most 2000 are allowed
gridline import: 16 errors in 15 rows of wrong.csv: nothing was imported
TEXT
is "$(rows 'select count(*) from data.tasking')" "$before" "and nothing of it is taken"
{
	echo "$head"
	echo 'T-1,L-3,,Visited,Local,be,LRO_BE,skyclash,protect,HIGH,2022-12-01,analyst1,2023-01-10,in-progress,,'
	echo 'X-1,L-8,,T,local,BE,,,,,2022-12-01,analyst1,,in-progress,,'
	echo 'X-2,C-1,,T,local,BE,,,,,2022-12-01,analyst1,,in-progress,,'
	echo 'X-3,L-1,,T,local,BE,analyst1,,,,2022-12-01,analyst2,,in-progress,,'
} > there.csv
as supervisor1 import taskings there.csv
said "what is there changes by steps; walls stand" << 'TEXT'
there.csv:2: line_ref: T-1 is there with L-1: a tasking that is there changes by its steps, each with its reason
there.csv:2: title: T-1 is there with Visit: a tasking that is there changes by its steps, each with its reason
there.csv:3: line_ref: L-8: its line may be the same as another line: decide the deconfliction first
there.csv:4: line_ref: C-1: its line is closed
there.csv:5: officer: analyst1 is no officer of BE
gridline import: 5 errors in 4 rows of there.csv: nothing was imported
TEXT

# Who may bring in what.
{
	echo "$head"
	echo 'Y-1,L-1,,T,national,BE,,,,,2022-12-01,analyst2,,submitted,,'
	echo 'Y-2,L-1,,T,force,BE,,,,,2022-12-01,analyst2,,accepted,,'
	echo 'Y-3,L-1,,T,local,BE,,,,,2022-12-01,analyst1,,accepted,,'
	echo 'Y-4,L-1,,T,local,BE,,,,,2022-12-01,analyst2,,accepted,,'
} > rights.csv
as analyst1 import taskings rights.csv
said "a route above the right, and one's own" << 'TEXT'
rights.csv:2: route: National is above your right: it is raised by supervisor
rights.csv:3: route: Force (SOCEx) is above your right: what is accepted there was authorised, by supervisor
rights.csv:4: raised_by: you raised it, and nobody authorises their own: somebody else brings in what is accepted
gridline import: 3 errors in 4 rows of rights.csv: nothing was imported
TEXT
sed -n '1p; 5p' rights.csv > may.csv
as analyst1 import taskings may.csv --dry-run
did 0 "a dry run finds nothing wrong"
is "$(rows 'select count(*) from data.tasking')" "$before" "and writes nothing"
as analyst1 import taskings may.csv
did 0 "what the analyst could have authorised"
is "$(rows "select authorised_by from data.tasking where tasking_ref = 'Y-4'")" analyst1 "stands for who imported it"
as lro_be import taskings may.csv
did 1 "an LRO imports nothing"
done_testing
