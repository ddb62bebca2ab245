#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever is wrong with a file is named by line, column and reason, all of it, and nothing is
# written.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_refuse

cat > groups.csv << 'CSV'
group_ref,kind,name
G-1,OCG,SYNTHETIC Harrow Street
CSV
cat > good.csv << 'CSV'
line_ref,name,status,export_force,export_npu,first_seen,last_seen,groups
L-1,SYNTHETIC Acorn,active,West Midlands,BE,2022-01-02,2022-12-01,G-1
CSV
as analyst1 import groups groups.csv
as analyst1 import lines good.csv
did 0 "the ground is laid"

counts='select (select count(*) from data.line), (select count(*) from data.crime_group), (select count(*) from data.assessment), (select max(entry_id) from audit.entry)'
# refused NAME FILE < ERRORS: refused with exactly these, and the database is as it was.
before=$(rows "$counts")
refused() {
	as $who import "$kind" "$2" --max-errors 1000
	[ "$status" -eq 1 ] && [ ! -s "$out" ] &&
		[ "$(rows "$counts")" = "$before" ]
	ok $? "$1: refused, nothing written" "$err"
	said "$1: by line, column and reason"
}

kind=lines
who=analyst1
cat > bad.csv << 'CSV'
line_ref,name,aliases,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen,lro,groups,numbers
,,,,,,,,,,,,,
L 2,SYNTHETIC B,,activ,West Midland,BQ,Dorest;Kent,heroine,maybe,2022-02-30,2023-01-01,lro_bx,G-9,0770
L-3,SYNTHETIC C,,active,Staffordshire,BE,,,yes,2022-12-02,2022-12-01,,,
L-4,SYNTHETIC D,,active,West Midlands,,,,yes,01/02/2022,tomorrow,,,07700 900123;x
L-3,SYNTHETIC C,,active,West Midlands,,,,no,2022-01-01,2022-12-01,,,
CSV
refused "cells" bad.csv << 'TEXT'
bad.csv:2: line_ref: is empty
bad.csv:2: name: is empty
bad.csv:2: status: is empty
bad.csv:2: export_force: is empty
bad.csv:2: bulk_marketing: is empty
bad.csv:2: first_seen: is empty
bad.csv:2: last_seen: is empty
bad.csv:3: line_ref: 'L 2' is not a reference: letters, digits and . _ / - only
bad.csv:3: status: 'activ' is not known; did you mean 'active'?
bad.csv:3: export_force: 'West Midland' is not known; did you mean 'West Midlands' or 'West Mercia'?
bad.csv:3: export_npu: 'BQ' is not known; known are BE, BW, CV, DY, SW, SH, WS, WV
bad.csv:3: imports: 'Dorest' is not known; did you mean 'Dorset'?
bad.csv:3: drugs: 'heroine' is not known; did you mean 'heroin'?
bad.csv:3: bulk_marketing: 'maybe' is neither yes nor no
bad.csv:3: first_seen: '2022-02-30' is not a day; days are written like 2022-12-31
bad.csv:3: last_seen: 2023-01-01 lies in the future: today is 2022-12-31
bad.csv:3: lro: 'lro_bx' is not known; did you mean 'lro_be' or 'lro_bw' or 'lro_cv'?
bad.csv:3: groups: there is no group 'G-9'; did you mean 'G-1'?
bad.csv:3: numbers: '0770' is not a telephone number; write it like 07700 900123 or +447700900123
bad.csv:4: export_npu: BE is a unit of West Midlands, not of Staffordshire
bad.csv:4: last_seen: 2022-12-01 lies before first_seen, 2022-12-02
bad.csv:5: first_seen: '01/02/2022' is not a day; days are written like 2022-12-31
bad.csv:5: last_seen: 'tomorrow' is not a day; days are written like 2022-12-31
bad.csv:5: numbers: 'x' is not a telephone number; write it like 07700 900123 or +447700900123
bad.csv:6: line_ref: L-3 stands in line 4 already
gridline import: 25 errors in 5 rows of bad.csv: nothing was imported
TEXT

as analyst1 import lines bad.csv --max-errors 2
said "a limit is kept, the count is whole" << 'TEXT'
bad.csv:2: line_ref: is empty
bad.csv:2: name: is empty
gridline import: 23 more are not shown (--max-errors)
gridline import: 25 errors in 5 rows of bad.csv: nothing was imported
TEXT
as analyst1 import lines bad.csv --dry-run --max-errors 1
did 1 "a dry run finds the same"
said "and says the same" << 'TEXT'
bad.csv:2: line_ref: is empty
gridline import: 24 more are not shown (--max-errors)
gridline import: 25 errors in 5 rows of bad.csv: nothing was imported
TEXT

# Hostile text: each is refused where it stands, and shown so that no terminal obeys it.
head='line_ref,name,status,export_force,first_seen,last_seen,aliases'
rest='active,West Midlands,2022-01-01,2022-12-01'
{
	echo "$head"
	printf 'H-1,SYNTHETIC \033[2J,%s,\n' "$rest"
	printf 'H-2,SYNTHETIC \342\200\256evil,%s,\n' "$rest"
	printf 'H-3,SYNTHETIC,%s,a\342\200\213b\n' "$rest"
	printf 'H-4,"SYNTHETIC\nx",%s,\n' "$rest"
	printf 'H-5,SYNTHETIC \351t\351,%s,\n' "$rest"
	printf 'H-6,SYNTHETIC,%s,\363\240\200\201\n' "$rest"
	printf 'H-7,"SYNTHETIC'"'"' ; drop table data.line; --",%s,\n' "$rest"
	printf 'H\033]0;x\007,SYNTHETIC,%s,\n' "$rest"
} > hostile.csv
refused "hostile text" hostile.csv << 'TEXT'
hostile.csv:2: name: holds the character U+001B, which may not stand in text
hostile.csv:3: name: holds the character U+202E, which may not stand in text
hostile.csv:4: aliases: holds the character U+200B, which may not stand in text
hostile.csv:5: name: holds the character U+000A, which may not stand in text
hostile.csv:7: name: is not UTF-8
hostile.csv:8: aliases: holds the character U+E0001, which may not stand in text
hostile.csv:10: line_ref: 'H^[]0;x^G' is not a reference: letters, digits and . _ / - only
hostile.csv:10: line_ref: holds the character U+001B, which may not stand in text
gridline import: 8 errors in 8 rows of hostile.csv: nothing was imported
TEXT
for column in name status export_force export_npu first_seen last_seen lro; do
	{
		echo 'line_ref,name,status,export_force,export_npu,first_seen,last_seen,lro'
		printf 'H-1,n,active,West Midlands,BE,2022-01-01,2022-12-01,lro_be\n'
	} | awk -F, -v OFS=, -v column="$column" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i }
		NR == 2 { $at = "\033[31m" sprintf("%4100s", "x") } 1' > wide.csv
	as analyst1 import lines wide.csv
	[ "$status" -eq 1 ] && ! LC_ALL=C grep -q '[[:cntrl:]]' "$err" && [ "$(wc -c < "$err")" -lt 900 ]
	ok $? "$column: an escape and four thousand characters are refused in few, plain words" "$err"
done

# The file itself.
{ cat good.csv; echo 'L-2,SYNTHETIC,active'; echo; echo 'L-3,"x" y,active,West Midlands,,2022-01-01,2022-12-01,'; } > broken.csv
refused "records" broken.csv << 'TEXT'
broken.csv:3: has 3 cells, the header has 8
broken.csv:5: wrong quoting: a cell that holds a quote stands in quotes, with each quote in it doubled; nothing after it was read
gridline import: 2 errors in 2 rows of broken.csv: nothing was imported
TEXT
printf 'line_ref,name\n"L-1,x\ny,z\n' > open.csv
printf 'line_ref,nmae,status,status,export_force,weather,first_seen\n' > header.csv
refused "header" header.csv << 'TEXT'
header.csv:1: nmae: there is no such column; did you mean 'name'?
header.csv:1: status: stands in the header twice
header.csv:1: weather: there is no such column
header.csv:1: name: is missing from the header
header.csv:1: last_seen: is missing from the header
gridline import: 5 errors in 0 rows of header.csv: nothing was imported
TEXT
{ cat good.csv; printf 'L-2,"SYNTHETIC\n\n'; } > open.csv
refused "an open quote" open.csv << 'TEXT'
open.csv:3: the closing quote is missing; nothing after it was read
gridline import: 1 error in 1 row of open.csv: nothing was imported
TEXT
: > empty.csv
refused "an empty file" empty.csv << 'TEXT'
empty.csv:1: the file is empty: it needs a header
gridline import: 1 error in 0 rows of empty.csv: nothing was imported
TEXT
printf '\377\376l\000i\000' > utf16.csv
refused "UTF-16" utf16.csv << 'TEXT'
utf16.csv:1: the file is UTF-16; save it as CSV UTF-8
gridline import: 1 error in 0 rows of utf16.csv: nothing was imported
TEXT
head -n 1 good.csv > header_only.csv
as analyst1 import lines header_only.csv
did 0 "a header alone is no error"
echo 'header_only.csv: nothing to change: 0 lines already so' | printed "and nothing to do"
printf 'line_ref,name,status,export_force,first_seen,last_seen\rL-9,x,active,West Midlands,2022-01-01,2022-12-01\r' > mac.csv
as analyst1 import lines mac.csv
did 1 "lone carriage returns are refused"
holds "$err" 'mac.csv:1: a carriage return without a line feed' "and named"

kind=groups
printf 'group_ref,kind,name,mapped,band\nG-2,gang,SYNTHETIC,perhaps,\nG-1,OCG,,yes,\nG-2,OCG,SYNTHETIC,yes,\n' > bad.csv
refused "groups" bad.csv << 'TEXT'
bad.csv:2: kind: 'gang' is not known; did you mean 'USG'?
bad.csv:2: mapped: 'perhaps' is neither yes nor no
bad.csv:3: name: is empty
bad.csv:4: group_ref: G-2 stands in line 2 already
gridline import: 4 errors in 3 rows of bad.csv: nothing was imported
TEXT

kind=assessments
who=supervisor1
cat > bad.csv << 'CSV'
line_ref,signed_on,model,factor,score,rationale
L-9,2022-12-05,LTS-1,children,1,SYNTHETIC
L-1,2021-12-05,LTS-1,children,6,SYNTHETIC
L-1,2022-12-05,LTS-9,children,1,SYNTHETIC
L-1,2022-12-05,LTS-1,childs,1.5,
L-1,2022-12-06,LTS-1,reach,1,SYNTHETIC
L-1,2022-12-06,LTS-1,reach,1,SYNTHETIC
CSV
refused "assessments" bad.csv << 'TEXT'
bad.csv:2: line_ref: you can see no line L-9; if it should be there, ask a supervisor
bad.csv:3: signed_on: 2021-12-05 lies before the line was first seen, 2022-01-02
bad.csv:3: model: LTS-1 was not in force on 2021-12-05
bad.csv:3: score: 6 is more than the scale of children, which ends at 5
bad.csv:4: model: there is no score model 'LTS-9'; known are LTS-1
bad.csv:5: factor: LTS-1 has no factor 'childs'; it has children, vulnerable, cuckooing, weapons, class_a, reach, group, community
bad.csv:5: score: '1.5' is not a whole number of at most nine digits
bad.csv:5: rationale: is empty
bad.csv:7: factor: L-1, 2022-12-06, LTS-1, reach stands in line 6 already
gridline import: 9 errors in 6 rows of bad.csv: nothing was imported
TEXT
head='line_ref,signed_on,model,factor,score,rationale'
printf '%s\nL-1,2022-12-05,LTS-1,children,1,SYNTHETIC\n' "$head" > bad.csv
refused "half an assessment" bad.csv << 'TEXT'
bad.csv:2: factor: the assessment of L-1 on 2022-12-05 lacks vulnerable, cuckooing, weapons, class_a, reach, group, community
gridline import: 1 error in 1 row of bad.csv: nothing was imported
TEXT
{
	echo "$head"
	for factor in children vulnerable cuckooing weapons class_a reach group community; do
		echo "L-1,2022-12-05,LTS-1,$factor,1,SYNTHETIC"
	done
} > whole.csv
as supervisor1 import assessments whole.csv
did 0 "a whole one is taken"
before=$(rows "$counts")
sed 's/reach,1/reach,2/' whole.csv > other.csv
refused "another one for that day" other.csv << 'TEXT'
other.csv:2: signed_on: L-1 has another assessment signed on 2022-12-05, and what is signed is not changed
gridline import: 1 error in 8 rows of other.csv: nothing was imported
TEXT

sed 's/,1,SYN/,5,SYN/; s/2022-12-05/2022-12-06/; s/$/,/; s/rationale,/&second_by/' whole.csv > top.csv
refused "a top score without a second scorer" top.csv << 'TEXT'
top.csv:2: second_by: the assessment of L-1 on 2022-12-06 comes to 100, in the top band: name who scored it second
gridline import: 1 error in 8 rows of top.csv: nothing was imported
TEXT
sed 's/SYNTHETIC,$/&supervisor1/' top.csv > signer.csv
refused "one who signs it, too" signer.csv << 'TEXT'
signer.csv:2: second_by: whoever imports signs, so the second scorer must be somebody else
gridline import: 1 error in 8 rows of signer.csv: nothing was imported
TEXT
sed 's/SYNTHETIC,$/&file/' top.csv > file.csv
refused "and the file itself" file.csv << 'TEXT'
file.csv:2: second_by: file stands for the scorer of the file: name somebody else
gridline import: 1 error in 8 rows of file.csv: nothing was imported
TEXT
sed '/children/s/SYNTHETIC,$/&analyst1/; /reach/s/SYNTHETIC,$/&analyst2/' top.csv > two.csv
refused "two of them" two.csv << 'TEXT'
two.csv:2: second_by: the assessment of L-1 on 2022-12-06 names two second scorers
gridline import: 1 error in 8 rows of two.csv: nothing was imported
TEXT

# Whether a line is closed is decided by its own steps.
kind=lines
who=analyst1
rows "insert into data.line (line_ref, name, holder_force, status, export_force, first_seen, last_seen)
	select 'C-' || n, 'SYNTHETIC', 'West Midlands', s, 'West Midlands', '2022-01-01', '2022-12-01'
	from unnest(array['active', 'closed-other', 'closed-type1-verified', 'merged']) with ordinality as x (s, n)" > /dev/null
before=$(rows "$counts")
head='line_ref,name,status,export_force,first_seen,last_seen'
rest='West Midlands,2022-01-01,2022-12-01'
{
	echo "$head"
	printf '%s,SYNTHETIC,%s,'"$rest"'\n' C-0 closed-other C-1 Closed-Type1-Verified C-2 active C-3 closed-other C-4 merged C-5 merged
} > closed.csv
refused "closing and opening by file" closed.csv << 'TEXT'
closed.csv:2: status: a new line cannot be closed-other: give it an open status, and close it by a step of its own
closed.csv:3: status: C-1 is open, and a file does not close it: claim an outcome, import outcomes, or close it with a reason
closed.csv:4: status: C-2 is closed-other, and a file does not change that: there are steps to reopen or revoke
closed.csv:5: status: C-3 is closed-type1-verified, and a file does not change that: there are steps to reopen or revoke
closed.csv:7: status: a new line cannot be merged: give it an open status, and close it by a step of its own
gridline import: 5 errors in 6 rows of closed.csv: nothing was imported
TEXT
{
	echo "$head"
	printf '%s,SYNTHETIC renamed,%s,'"$rest"'\n' C-1 dormant C-2 closed-other C-3 closed-type1-verified C-4 MERGED
} > closed.csv
as analyst1 import lines closed.csv
echo 'closed.csv: 0 new, 4 changed, 0 already so' | printed "a closed line changes otherwise, and stays closed"

# Numbers on two lines are kept, and told.
printf 'line_ref,name,status,export_force,first_seen,last_seen,numbers\nN-1,SYNTHETIC,active,West Midlands,2022-01-01,2022-12-01,07700 900001\nN-2,SYNTHETIC,active,West Midlands,2022-01-01,2022-12-01,07700 900001\n' > twice.csv
as analyst1 import lines twice.csv
did 0 "one number on two lines is taken"
echo 'twice.csv:3: numbers: warning: line 2 of the file has +447700900001, too' | said "with a warning"

# Usage: told without a server.
for words in 'import' 'import lines' 'import lines a.csv b.csv' 'import lines a.csv --max-errors 0' 'import lines a.csv --colour'; do
	# shellcheck disable=SC2086 # words are meant
	PGHOST=/nonexistent as analyst1 $words
	did 2 "gridline $words is wrong usage"
done
as analyst1 import line good.csv
did 1 "an unknown kind"
said "is refused with the nearest" << 'TEXT'
gridline import: there is no kind of import called 'line'
gridline import: did you mean 'lines'? Known are: arrests, assessments, charges, disruptions, groups, lines, outcomes, returns, safeguarding, taskings
TEXT
as analyst1 import lines missing.csv
echo 'gridline import: missing.csv: No such file or directory' | said "a missing file"
as analyst1 import lines .
echo 'gridline import: . is a directory' | said "a folder"
done_testing
