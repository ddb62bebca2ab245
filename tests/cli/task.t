#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline task: a tasking from the bid to its completion from the command line, with a question and a
# decline on the way, by those whose turn it is; and what scripts get when it cannot be done.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_task

cat > lines.csv << 'CSV'
line_ref,name,aliases,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen,lro,groups,numbers
L-1,SYNTHETIC Acorn,,active,West Midlands,BE,Dorset,heroin,yes,2022-01-02,2022-12-01,lro_be,,
L-2,SYNTHETIC Zoë,,tasked,West Midlands,BW,,,no,2022-03-02,2022-11-01,,,
CSV
as analyst1 import lines lines.csv
did 0 "there is something to task"

# does LOGIN SAID STEP...: the command is done and says exactly that.
does() {
	does_said=$2
	does_login=$1
	shift 2
	as "$does_login" task "$@"
	is "$status|$(cat "$out")" "0|$does_said" "$does_login: $1 ${3-}"
}
# refused LOGIN STATUS WORDS STEP...: it is not, for that reason, and nothing is printed.
refused() {
	refused_login=$1
	refused_status=$2
	refused_words=$3
	shift 3
	as "$refused_login" task "$@"
	if [ "$status" -eq "$refused_status" ] && [ ! -s "$out" ] && grep -qF -- "$refused_words" "$err"; then
		pass "$refused_login: no $*"
	else
		fail "$refused_login: no $* (status $status)" "$err"
	fi
}

# From bid to completion.
does analyst1 'T22-0001 is submitted for BE, due 2023-01-09 (version 1)' raise --line L-1 --title 'Visit the addresses' \
	--reason 'Two calls this week' --unit BE --due 5wd --route local --set submit=yes
refused analyst1 1 'you raised it' step T22-0001 authorise --reason 'Go on'
does analyst2 'T22-0001 is authorised and offered to BE (version 2)' step T22-0001 task_authorise --reason 'Worth doing'
echo 'gridline task: read now, at version 1; --seen holds it to the one you saw' | said "which version was taken is said"
does lro_be 'T22-0001 is returned for clarification (version 3)' answer T22-0001 query --reason 'Which addresses?'
does analyst1 'T22-0001 is clarified and offered to BE again (version 4)' step T22-0001 clarify --reason 'Both'
does lro_be 'T22-0001 is declined by BE (version 5)' answer T22-0001 decline --reason 'No officers free' --seen 4
does supervisor1 'T22-0001 is offered to BW (version 6)' step T22-0001 offer --unit BW --reason 'Theirs as well'
refused lro_be 1 'it is for BW to answer' answer T22-0001 accept --officer lro_be
does lro_bw 'T22-0001 is accepted for BW, by lro_bw (version 7)' answer t22-0001 accept --officer lro_bw
does lro_bw 'T22-0001 is in progress (version 8)' step T22-0001 start
does lro_bw 'T22-0001 has a result, to be reviewed (version 9)' complete T22-0001 --result 'Both seen' --evidence 'Log 1'
refused lro_bw 1 'Review the result' step T22-0001 review --reason 'Mine'
does analyst1 'T22-0001 is reviewed and complete (version 10)' step T22-0001 review --reason 'Log 1 read'
is "$(rows "select state || '|' || result || '|' || (select count(*) from data.tasking_event e where e.tasking_id = t.tasking_id) from data.tasking t")" \
	'complete|Both seen|10' "the database has it so, each step in its history"

# Seen once, changed meanwhile; done twice under one key.
does analyst1 'T22-0002 is submitted for BW, due 2023-01-04 (version 1)' raise --line L-2 --title 'Talk to the landlord' \
	--reason 'SYNTHETIC' --unit BW --due 2023-01-04 --route local --priority urgent --set submit=yes
does analyst2 'T22-0002 is authorised and offered to BW (version 2)' step T22-0002 authorise --reason 'SYNTHETIC' --seen 1
refused lro_bw 1 'version' answer T22-0002 accept --seen 1
key=9b2f6f0e-9a62-4a5b-8f0d-0a4c5c6a7b11
does lro_bw 'T22-0002 is accepted for BW (version 3)' answer T22-0002 accept --seen 2 --operation $key
does lro_bw 'T22-0002 is accepted for BW (version 3)' answer T22-0002 accept --seen 2 --operation $key
is "$(rows "select count(*) from data.tasking_event where step = 'task_accept'")" 2 "a key is done once"
does analyst1 'T22-0002 is carried forward to 2023-01-11, 1 time by now (version 4)' step T22-0002 carry --due 2023-01-11 --reason 'Holidays'

# Reading.
as lro_bw task list --format csv
cat << 'CSV' | printed "open ones as CSV"
tasking_ref,line_ref,group_ref,title,unit,officer,priority,raised_on,raised_by,due_on,answer_due,state,late,carried,result,row_version
T22-0002,L-2,,Talk to the landlord,BW,,urgent,2022-12-31,analyst1,2023-01-11,2023-01-04,accepted,no,1,,4
CSV
as analyst1 task list --state any --format csv
is "$(tail -n +2 "$out" | cut -d, -f1,12 | sort | tr '\n' ' ')" 'T22-0001,complete T22-0002,accepted ' "any state"
as analyst1 task list --unit be --state any
holds "$out" '^0 rows$' "of one unit"
as lro_bw task list --mine --format csv
is "$(tail -n +2 "$out" | cut -d, -f1,2)" 'T22-0002,open' "my own list, by section"
rows "update data.tasking set raised_on = '2022-12-20', submitted_on = '2022-12-20', authorised_on = '2022-12-20', offered_on = '2022-12-20',
	answer_due = '2022-12-22', answered_on = '2022-12-21', due = '2022-12-30' where tasking_ref = 'T22-0002'" > /dev/null
as lro_bw task list --mine --late --format json
grep -qF '"section": "late"' "$out" && grep -qF '"late": true' "$out"
ok $? "late ones, as JSON" "$out"
as lro_bw task list --unit BW --late
cat << 'TEXT' | printed "and as text"
OFFICIAL-SENSITIVE
Taskings

Reference  On   What                  Unit  Officer  Due         State     Late
---------  ---  --------------------  ----  -------  ----------  --------  ----
T22-0002   L-2  Talk to the landlord  BW             2022-12-30  accepted  yes

1 row
OFFICIAL-SENSITIVE
TEXT
is "$(rows "select object_id || '|' || (detail ->> 'filter') || '|' || (detail ->> 'rows') from audit.entry order by entry_id desc limit 1")" \
	'taskings|unit:BW state:open late|1' "what was listed is in the log"
as lro_bw task show T22-0002
did 0 "one of them"
grep -q 'Talk to the landlord' "$out" && grep -q '^History$' "$out" && grep -q 'Holidays' "$out"
ok $? "has its history" "$out"
as analyst1 task show T22-0001 --format csv
is "$(head -n 1 "$out")" 'section,label,text' "as CSV, too"

# The sheet of a unit: rows and numbers of the screen's list.
for n in 1 2 3; do
	as analyst1 task raise --line L-2 --title "SYNTHETIC job $n" --reason x --unit BW --due 2023-01-0$((n + 2)) --route local --set submit=yes
	as supervisor1 task step T22-000$((n + 2)) authorise --reason x
done
as lro_bw task answer T22-0003 accept --officer lro_bw
as lro_bw task answer T22-0005 accept
as lro_bw report tasking-sheet --unit bw
did 0 "the sheet of a unit"
sed -zE 's/ 12:[0-9]{2} by / 12:00 by /; s/entry [0-9]+,[ \n][0-9a-f]{64}/entry N, HASH/' "$out" > settled
cp settled "$out"
cat << 'TEXT' | printed "is its list"
OFFICIAL-SENSITIVE
Tasking sheet: BW, Birmingham West
What lro_bw may see
As at 31 December 2022
Counted 31 December 2022 12:00 by lro_bw

1 late, 1 awaiting our answer, 1 due before the next review on 4 January 2023, 1
open besides.

Tasking   On   What                  Officer  Due         Priority
--------  ---  --------------------  -------  ----------  --------
Late: 1
T22-0002  L-2  Talk to the landlord           2022-12-30  urgent
      State: Accepted  Line: SYNTHETIC Zoë
Awaiting our answer: 1
T22-0004  L-2  SYNTHETIC job 2                2023-01-04  normal
      State: Offered to the unit  Answer by: 2023-01-04  Line: SYNTHETIC Zoë
Due before the next review: 1
T22-0003  L-2  SYNTHETIC job 1       lro_bw   2023-01-03  normal
      State: Accepted  Line: SYNTHETIC Zoë
Open: 1
T22-0005  L-2  SYNTHETIC job 3                2023-01-05  normal
      State: Accepted  Line: SYNTHETIC Zoë

  Answer, update and complete them in the console (key 4) or with gridline task.
  A tasking stands in the first section that it fits.

Handling code P: Lawful sharing permitted
Head of the log: entry N, HASH
OFFICIAL-SENSITIVE
TEXT
as lro_bw report tasking-sheet --unit BW --format csv
sed -n 's/^\([a-z]*\),[^,]*,\(T22-[0-9]*\).*/\1 \2/p' "$out" > sheet
PGUSER=lro_bw rows "select section, tasking_ref from api.my_tasks() where section in ('late', 'answer', 'due', 'open')" | tr '|' ' ' > screen
[ -s screen ] && same screen sheet "the same rows in the same sections as the screen has"
as supervisor1 report tasking-sheet --unit BW --format pdf -o sheet.pdf
is "$(pdfinfo sheet.pdf | sed -n 's/^Pages: *//p')" 1 "one page"
pdftotext -layout sheet.pdf text
is "$(grep -oE 'T22-[0-9]+|^ *(Late|Awaiting our answer|Due before the next review|Open): [0-9]+' text | sed 's/^ *//' | tr '\n' ' ')" \
	'Late: 1 T22-0002 Awaiting our answer: 1 T22-0004 Due before the next review: 1 T22-0003 Open: 1 T22-0005 ' "with its sections"
as analyst1 report tasking-sheet
did 2 "a sheet is of a unit"
as analyst1 report tasking-sheet --unit XX
did 1 "of one that is there"
holds "$err" 'There is no unit XX' "says which"

# What cannot be done, in words.
refused analyst1 1 'there is no task' show T22-9999
refused lro_cv 1 'or it is not yours to see' show T22-0002
refused analyst1 1 'there is no line' raise --line L-9 --title x
refused analyst1 1 'did you mean' step T22-0002 carry --set duee=5wd --reason x
refused analyst1 1 'title: is empty' raise --line L-1 --reason x --unit BE --due 5wd --route local
refused analyst1 1 'unit: ' raise --line L-1 --title x --reason x --unit XX --due 5wd --route local
refused analyst1 1 'no unit' list --unit XX
refused analyst1 1 'states are open, any, draft' list --state opened
refused analyst1 2 'line' raise --title x
refused analyst1 2 'accept, decline or query' answer T22-0002 perhaps
refused analyst1 2 "did you mean 'list'" lits
refused analyst1 2 'list, show, raise, answer, complete or step' frobnicate
refused analyst1 2 'list, show, raise, answer, complete or step?'
refused analyst1 2 'takes no --late' show T22-0002 --late
refused analyst1 2 'NAME=VALUE' step T22-0002 carry --set due
refused analyst1 2 'write: task show REF' show
refused analyst1 1 'takes the number of a version' step T22-0002 carry --due 5wd --reason x --seen two
refused stranger 1 '' list
is "$(rows "select state from data.tasking where tasking_ref = 'T22-0002'")" accepted "and nothing of it was done"
done_testing
