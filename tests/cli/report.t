#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline report: what is on the page in each format, what the page bears, what is logged, and that
# no text of the database is obeyed by what makes the PDF.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_report

printf 'group_ref,kind,name,mapped,band\nG-1,OCG,SYNTHETIC Harrow,yes,\n' > groups.csv
cat > lines.csv << 'CSV'
line_ref,name,aliases,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen,lro,groups,numbers
L-1,SYNTHETIC Acorn,,active,West Midlands,BE,Dorset;Police Scotland,heroin,yes,2022-01-02,2022-12-01,lro_be,G-1,
L-2,SYNTHETIC Zoë,,tasked,West Midlands,CV,,,no,2022-03-02,2022-11-01,,,
L-3,SYNTHETIC 茶壶,,dormant,West Midlands,,,,no,2022-03-02,2022-11-01,,,
CSV
as analyst1 import groups groups.csv
as analyst1 import lines lines.csv
{
	echo 'line_ref,signed_on,model,factor,score,rationale,second_by'
	for factor in children vulnerable cuckooing weapons class_a reach group community; do
		echo "L-1,2022-12-05,LTS-1,$factor,4,SYNTHETIC,analyst2"
		echo "L-3,2022-12-05,LTS-1,$factor,2,SYNTHETIC,"
	done
} > scores.csv
as supervisor1 import assessments scores.csv
did 0 "there is something to report"

# settled: what changes from run to run, minute and hash, is made the same.
settled() {
	sed -zE 's/ 12:[0-9]{2} by / 12:00 by /; s/entry [0-9]+,[ \n][0-9a-f]{64}/entry N, HASH/' "$out" > "$out.settled"
	mv "$out.settled" "$out"
}

as analyst1 report grid
did 0 "the grid as text"
settled
cat << 'TEXT' | printed "is the page, in 80 columns, what has no place below its row"
OFFICIAL-SENSITIVE
Threat grid
What analyst1 may see
As at 31 December 2022
Counted 31 December 2022 12:00 by analyst1

3 open lines. Since the week began 2 are new, 0 went up and 0 went down.

Lines by band
critical ######################################## 1
medium   ######################################## 1
unscored ######################################## 1

Open lines, the greatest threat first
Rank  Reference  Name             Score  Band      Change  Status   NPU
----  ---------  ---------------  -----  --------  ------  -------  ---
   1  L-1        SYNTHETIC Acorn     80  critical     new  active   BE
      Sells in: Dorset; Police Scotland  LRO: lro_be  Open: 0  Late: 0
   2  L-3        SYNTHETIC 茶壶      40  medium       new  dormant
      Open: 0  Late: 0
      L-2        SYNTHETIC Zoë                             tasked   CV
      Open: 0  Late: 0

Handling code P: Lawful sharing permitted
Head of the log: entry N, HASH
OFFICIAL-SENSITIVE
TEXT
as analyst1 report grid --format csv --npu be
cat << 'CSV' | printed "CSV is the main table with all its columns"
rank,line_ref,name,score,band,change,status,export_force,export_npu,imports,lro,groups,open_taskings,overdue_taskings,last_seen,last_review
1,L-1,SYNTHETIC Acorn,80,critical,new,active,West Midlands,BE,Dorset;Police Scotland,lro_be,G-1,0,0,2022-12-01,
CSV
as analyst1 report grid --format json --npu CV
grep -qF '{"rank": null, "line_ref": "L-2", "name": "SYNTHETIC Zoë", "score": null,' "$out"
ok $? "JSON has types" "$out"
as analyst1 report grid --as-at 2022-12-01 --format csv
is "$(wc -l < "$out" | tr -d ' ')" 1 "before the first line there is none"
as analyst1 report grid --as-at 2022-12-01
holds "$out" 'No open line that you may see' "and the page says so"
holds "$out" '^As at 1 December 2022$' "and which day it is of"
as lro_be report grid --format csv
is "$(tail -n +2 "$out" | cut -d, -f2)" L-1 "an LRO's has the LRO's lines"

# The log: what was handed out, what was asked, to whom; the head on the page vouches for that entry.
as analyst1 report grid --npu BE --recipient 'Board secretary' --condition 'destroy after the meeting'
did 0 "to a recipient, on a condition"
is "$(rows "select login, operation, object_id, recipient, detail ->> 'filter', detail ->> 'rows' from audit.entry order by entry_id desc limit 1")" \
	'analyst1|disclosure|report grid|Board secretary|npu:BE|1' "is in the log"
holds "$out" '^For Board secretary$' "and on the page"
holds "$out" '^Handling code C: Lawful sharing permitted with conditions: destroy after the' "with its handling code"
is "$(tr '\n' ' ' < "$out" | sed -E 's/.*Head of the log: entry ([0-9]+), ([0-9a-f]{64}).*/\1|\2/')" \
	"$(rows "select entry_id, encode(hash, 'hex') from audit.head")" "the head of the log is that entry"

# What cannot be asked.
as analyst1 report
did 2 "no report"
as analyst1 report gird
did 2 "an unknown report"
printf "gridline report: there is no report called 'gird'; did you mean 'grid'?\nTry 'gridline report --help'.\n" | said "is refused with the nearest"
as analyst1 report grid --explain 12
did 2 "an option that the report does not take"
printf "gridline report: the report grid takes no --explain\nTry 'gridline report --help'.\n" | said "is refused by name"
as analyst1 report grid --as-at 2022-02-30
did 2 "a day that is none"
as analyst1 report grid --as-at 2023-01-05
did 1 "a day to come"
holds "$err" 'for the database it is 2022-12-31' "is refused with today"
as analyst1 report grid --format xml
did 2 "an unknown format"
as stranger report grid
did 1 "a stranger gets nothing"
[ ! -s "$out" ]
ok $? "and no page"

# pages_text: the words of grid.pdf in the file text; a letter and the dot set over it are one.
pages_text() {
	pdftotext -layout grid.pdf - | tr -d '\f' |
		sed "$(printf 's/Z\314\207/\305\273/g; s/z\314\207/\305\274/g')" > text
}

# PDF. Texts that troff, tbl, pic or the PDF would obey stand in it as they are.
as analyst1 report grid --format pdf -o grid.pdf
did 0 "the grid as PDF"
is "$(head -c 5 grid.pdf)|$(ls -l grid.pdf | cut -c1-10)" '%PDF-|-rw-------' "is one, its owner's alone"
pages_text
is "$(grep -c '^ *OFFICIAL-SENSITIVE$' text)" 2 "marked at head and foot"
holds text 'page 1 of 1$' "with its number"
holds text 'Handling code P: Lawful sharing permitted' "its handling code"
holds text "entry $(rows 'select entry_id from audit.head'), $(rows "select encode(hash, 'hex') from audit.head")" "and the head of the log"
holds text 'SYNTHETIC Zoë' "letters that the fonts have are printed"
holds text 'SYNTHETIC <U+8336 58F6>' "others are shown by number"

rows "insert into data.line (line_ref, name, holder_force, status, export_force, first_seen, last_seen)
	select 'N-' || lpad(n::text, 3, '0'), t, 'West Midlands', 'active', 'West Midlands', '2022-01-01', '2022-12-01'
	from unnest(array['SYNTHETIC Żółta Łyżka', '.sy touch /tmp/gridline-obeyed', '.ab stop', '''br', '\\X''pdf: /Launch''', '\\!.ab', 'T{', 'T}', '.TE',
		'_', '=', '\\^', '\"\\\"', '.PE', '\\n[.p]', '\\*[gl-marking]', '%PDF', '.so /etc/passwd', '\\[u0041]', '\\h''9i''x', '|-#\$@^~\`{}[]()<>&*;:!?+'])
		with ordinality as x (t, n)" > /dev/null
as analyst1 report grid --format pdf -o grid.pdf
did 0 "hostile names"
pages_text
rows "select name from data.line where line_ref like 'N-%' order by line_ref" > names
while read -r name; do
	grep -qF -- "$name" text || printf '%s\n' "$name"
done < names > found
empty found "stand in the PDF as they are"
[ ! -e /tmp/gridline-obeyed ]
ok $? "and nothing was obeyed"

# Whatever characters come together, groff has nothing to say, and no row is lost.
rows "insert into data.line (line_ref, name, holder_force, status, export_force, first_seen, last_seen)
	select 'R-' || lpad(n::text, 3, '0'), (select string_agg(case when c % 3 = 0 then substr('\\.''\"{}[]()%^~\`_=T&XnZhvs*\$', 1 + abs(c / 7) % 31, 1)
			else chr(32 + abs(c / 11) % 600) end, '') from (select hashint4(n * 100 + k) as c from generate_series(1, 24) k) x),
		'West Midlands', 'active', 'West Midlands', '2022-01-01', '2022-12-01'
	from generate_series(1, 400) n" > /dev/null
as analyst1 report grid --format pdf -o grid.pdf
did 0 "four hundred names of anything"
pages_text
is "$(grep -oE '\bR-[0-9]{3}\b' text | sort -u | wc -l | tr -d ' ')" 400 "stand there, each in its row"
rows "delete from data.line where line_ref like 'R-%'" > /dev/null

# Every letter and sign that is said to be printable is: groff complains of one that it lacks.
rows "insert into data.line (line_ref, name, holder_force, status, export_force, first_seen, last_seen)
	select 'C-' || lpad((c / 32)::text, 4, '0'), string_agg(chr(c), '' order by c), 'West Midlands', 'active', 'West Midlands', '2022-01-01', '2022-12-01'
	from generate_series(161, 10240) c where c not between 767 and 879 group by c / 32" > /dev/null
as analyst1 report grid --format pdf -o grid.pdf
did 0 "all characters up to U+2800"
rows "delete from data.line where line_ref like 'C-%'" > /dev/null

# Several pages: heads again, numbers up to the last.
rows "insert into data.line (line_ref, name, holder_force, status, export_force, first_seen, last_seen)
	select 'B-' || n, 'SYNTHETIC name of some length for line number ' || n, 'West Midlands', 'active', 'West Midlands', '2022-01-01', '2022-12-01'
	from generate_series(1, 200) n" > /dev/null
as analyst1 report grid --format pdf -o grid.pdf
pages=$(pdfinfo grid.pdf | sed -n 's/^Pages: *//p')
pages_text
[ "$pages" -gt 3 ] && [ "$(grep -c '^ *OFFICIAL-SENSITIVE$' text)" -eq $((2 * pages)) ]
ok $? "each page of $pages is marked at head and foot" text
is "$(grep -oE 'page [0-9]+ of [0-9]+' text | tr '\n' ' ')" "$(seq -f "page %g of $pages" -s ' ' "$pages") " "numbered to the last"
is "$(grep -c 'Rank *Reference' text)" "$pages" "and has the table's head"
is "$(grep -oE '\bB-[0-9]+' text | sort -u | wc -l | tr -d ' ')" 200 "no row is lost between them"
printf 'captive = { enabled = true; connection = "dbname=%s"; };\n' "$PGDATABASE" > captive.conf
as analyst1 report grid --format pdf --config captive.conf
did 1 "in captive mode no other program is started"
holds "$err" 'a PDF takes another program' "which is said"
rows "insert into data.line (line_ref, name, holder_force, status, export_force, first_seen, last_seen)
	select 'M-' || n, 'SYNTHETIC', 'West Midlands', 'active', 'West Midlands', '2022-01-01', '2022-12-01'
	from generate_series(1, 20000) n" > /dev/null
as analyst1 report grid
did 1 "a report of more rows than anybody reads"
holds "$err" 'more than 20000 rows' "is refused"
rows "delete from data.line where line_ref like 'M-%'" > /dev/null
as analyst1 report grid --format pdf
cmp -s "$out" grid.pdf
is $? 1 "the log has grown, so the next one bears another head"
is "$(head -c 5 "$out")" '%PDF-' "on standard output, too"
done_testing
