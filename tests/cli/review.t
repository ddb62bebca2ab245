#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline review: a meeting from its agenda to the freeze on the command line, what scripts get when it cannot be
# done, and that the frozen grid is, byte for byte, the export taken before closing, whatever is edited later.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_review

cat > lines.csv << 'CSV'
line_ref,name,aliases,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen,lro,groups,numbers
L-1,SYNTHETIC Acorn,,active,West Midlands,BE,Dorset,heroin,yes,2022-01-02,2022-12-01,lro_be,,
L-2,SYNTHETIC Zoë,,tasked,West Midlands,BW,,,no,2022-03-02,2022-09-01,,,
CSV
as analyst1 import lines lines.csv
did 0 "there is something to look at"
rows "insert into data.review_series (name, force, weekday, chair) values ('Weekly', 'West Midlands', 3, 'supervisor1')" > made
today=$(rows "select today from ref.clock")
week=$(rows "select to_char(today, 'IYYY-\"W\"IW') from ref.clock")

# does LOGIN SAID VERB...: the command is done and says exactly that. refused LOGIN STATUS WORDS VERB...: it is not.
does() {
	does_said=$2
	does_login=$1
	shift 2
	as "$does_login" review "$@"
	is "$status|$(cat "$out")" "0|$does_said" "$does_login: $*"
}
refused() {
	refused_login=$1
	refused_status=$2
	refused_words=$3
	shift 3
	as "$refused_login" review "$@"
	if [ "$status" -eq "$refused_status" ] && [ ! -s "$out" ] && grep -qF -- "$refused_words" "$err"; then
		pass "$refused_login: no $*"
	else
		fail "$refused_login: no $* (status $status)" "$err"
	fi
}

refused analyst1 1 'there is no week 2021-W53: 2021 has 52' prepare 2021-W53
refused analyst1 1 "there is no review" open "$week"
refused analyst1 2 "did you mean 'list'?" lst
refused analyst1 2 'write: review decide WEEK ITEM DECISION' decide "$week"
refused analyst1 2 '--state takes prepared, open, closed or any' list --state shut
as analyst1 review prepare "$week"
did 0 "a review is prepared"
holds "$out" "the review of $week on " "and says for when"
as analyst1 review show "$week" --format csv
did 0 "its agenda"
cut -d, -f1-3 "$out" | grep -E '^[0-9]' > agenda
printf '1,new,L-1\n2,new,L-2\n' > wanted
same wanted agenda "has each line once"
refused analyst1 1 "there is no item '$week:9'" decide "$week" 9 monitor --rationale x
refused analyst1 1 'has not begun' decide "$week" 1 monitor --rationale x
does analyst1 "the review of $week is open, supervisor1 in the chair: 2 items (version 2)" open "$week"
refused analyst2 1 'supervisor1 has the chair' go "$week" 2
does supervisor1 'the meeting is at item 2 (version 2)' go "$week" 2
refused analyst1 1 'rationale: is empty' decide "$week" 1 monitor
refused analyst1 1 "'mon' is not known" decide "$week" 1 mon --rationale x
does analyst1 'item 1: develop; T22-0001 is submitted for CLTF, due '"$(rows "select data.working_day('$today', 5)")"' (version 2)' \
	decide "$week" 1 develop --rationale 'Who pays?' --set task_title=Billing --set task_unit=CLTF --set task_due=5wd
refused supervisor1 1 'one item has neither decision nor deferral: 2' close "$week"
does supervisor1 'item 2 goes to the next review (version 2)' defer "$week" 2 --reason 'No answer yet'
does lro_be "a note to the review of $week is added (version 2)" note "$week" --note 'Room booked'
as analyst1 review show "$week" --format json
holds "$out" 'T22-0001' "a decision names its tasking"

as analyst1 export grid -o before.csv
did 0 "the grid before it closes"
does supervisor1 "the review of $week is closed and frozen; the next is $(rows "select to_char(today + 7, 'IYYY-\"W\"IW') from ref.clock") (version 3)" close "$week"
rows "update data.line set name = 'SYNTHETIC Other', status = 'dormant' where line_ref = 'L-1'" > made
rows "update data.tasking set state = 'cancelled'" > made
rows "insert into data.line (line_ref, name, holder_force, status, export_force, valid_from) values ('L-0', 'SYNTHETIC Late', 'West Midlands', 'active', 'West Midlands', '2022-01-01')" > made
as analyst1 export grid --as-at "$week" -o after.csv
did 0 "the grid of the review"
same before.csv after.csv "is that grid, byte for byte, after later edits"
as analyst1 export grid -o now.csv
! cmp -s before.csv now.csv
ok $? "which is not the grid of now"
as analyst1 export grid --as-at 2021-W53
did 1 "a week that there is not"
holds "$err" 'there is no week 2021-W53' "is told"
refused supervisor1 1 'it is closed; a note or a correction can be added' add "$week" --set subject=x --set why=x
does analyst1 'a late correction to item 1 is added (version 3)' correct "$week" 1 --note 'CLTF and BE' --reason 'Misheard'
as auditor1 review show "$week"
did 0 "the minutes as a card"
holds "$out" 'Late correction to item 1: CLTF and BE' "with what was said late"
as analyst1 review list --format csv
is "$(cut -d, -f1,4,6,7,8 "$out" | sed -n '/closed/p')" "$week,closed,2,1,1" "the list tells how it ended"

# The papers say the same.
as analyst1 report pack --week "$week" --recipient 'CDP' --format csv
did 0 "a pack"
is "$(sed 1d "$out" | cut -d, -f1,3)" "$(printf '1,L-1\n2,L-2')" "has the agenda"
is "$(rows "select count(*) from audit.entry where operation = 'disclosure' and recipient = 'CDP'")" 1 "and is logged with its recipient"
as auditor1 report minutes --week "$week"
did 0 "minutes"
for words in 'Develop' 'Who pays?' 'T22-0001' 'Room booked' 'late correction' 'Lines open' "$(rows "select encode(frozen_hash, 'hex') from data.review where state = 'closed'")"; do
	holds "$out" "$words" "hold $words"
done
as analyst1 report minutes --week 2022-W01
did 1 "minutes of a review that was not held"
holds "$err" 'there is no review of' "are none"
as analyst1 report changes --from "$week" --to 2021-W53
did 1 "changes between weeks that there are"
as analyst1 report changes --from 2022-W50 --to "$week" --format csv
did 0 "changes"
is "$(grep -c '^new,L-1,SYNTHETIC Acorn,' "$out" | sed 's/^[1-9].*/some/')" some "are told cell by cell"
done_testing
