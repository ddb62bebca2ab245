#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline import takes what is right, all of it or nothing, and takes it once.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_import

cat > groups.csv << 'CSV'
group_ref,kind,name,mapped,band
G-1,OCG,SYNTHETIC Harrow Street,yes,
G-2,usg,SYNTHETIC Lime Crew,No,
CSV
as analyst1 import groups groups.csv
did 0 "groups are taken"
echo 'groups.csv: 2 new, 0 changed, 0 already so' | printed "and counted"
is "$(rows 'select group_ref, kind, mapped from data.crime_group order by 1')" 'G-1|OCG|t
G-2|USG|f' "as they stand, terms in their own spelling"

cat > lines.csv << 'CSV'
line_ref,name,aliases,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen,lro,groups,numbers
L-1,SYNTHETIC Acorn,Oak; Ash ;,active,West Midlands,BE,Dorset;Police Scotland,heroin;Crack Cocaine,yes,2022-01-02,2022-12-01,lro_be,G-1,07700 900123
L-2,"SYNTHETIC ""Beech"", the",,Tasked,west midlands,cv,,,no,2022-03-02,2022-11-01,,G-2;G-1,+44 (0)7700 900124;07700-900125
CSV
as analyst1 import lines lines.csv --dry-run
did 0 "a dry run finds nothing wrong"
echo 'lines.csv: nothing was written; it would be: 2 new, 0 changed, 0 already so' | printed "and says what it would do"
is "$(rows 'select count(*) from data.line')" 0 "but does not"
as analyst1 import lines lines.csv
did 0 "lines are taken"
echo 'lines.csv: 2 new, 0 changed, 0 already so' | printed "and counted"
lines='select line_ref, name, aliases_text, status, export_force, export_npu, imports_text, drugs_text, bulk_marketing, first_seen, last_seen, lro, groups_text, row_version from data.line order by 1'
rows "$lines" > got
cat > lines.expected << 'TEXT'
L-1|SYNTHETIC Acorn|Ash;Oak|active|West Midlands|BE|Dorset;Police Scotland|heroin;crack cocaine|t|2022-01-02|2022-12-01|lro_be|G-1|1
L-2|SYNTHETIC "Beech", the||tasked|West Midlands|CV|||f|2022-03-02|2022-11-01||G-1;G-2|1
TEXT
same lines.expected got "every column arrives"
numbers='select line_ref, number from data.line_number join data.line using (line_id) order by 2'
is "$(rows "$numbers")" 'L-1|+447700900123
L-2|+447700900124
L-2|+447700900125' "numbers in one form"
is "$(rows 'select distinct holder_force from data.line')" 'West Midlands' "they are held by the importer's force"

as analyst1 import lines lines.csv
did 0 "the same file again"
echo 'lines.csv: nothing to change: 2 lines already so' | printed "changes nothing and says so"
rows "$lines" > got
same lines.expected got "not even a version"
is "$(rows 'select count(*) from data.line_history')" 0 "nor the history"

# Other ways to write the same file.
{ printf '\357\273\277'; sed 's/$/\r/' lines.csv; } > crlf.csv
as analyst1 import lines crlf.csv
echo 'crlf.csv: nothing to change: 2 lines already so' | printed "byte order mark and CRLF are no difference"
printf 'status,last_seen, name ,line_ref,first_seen,export_force\ndormant,2022-12-01,SYNTHETIC Acorn,L-1,2022-01-02,West Midlands' > some.csv
as analyst1 import lines some.csv
echo 'some.csv: 0 new, 1 changed, 0 already so' | printed "columns in any order, some left out"
rows "$lines" | grep L-1 > got
sed -n 's/active/dormant/; s/1$/2/; /L-1/p' lines.expected > expected2
same expected2 got "what is left out stays; one change is one version"
is "$(rows 'select count(*) from data.line_history')" 1 "and one version in the history"
sed 's/Oak; Ash ;/Elm/; s/Dorset;//; s/heroin;//; s/,G-1,07700.*/,,/; s/lro_be//' lines.csv | grep -v L-2 > fewer.csv
as analyst1 import lines fewer.csv
did 0 "a shorter list"
is "$(rows 'select aliases_text, imports_text, drugs_text, groups_text, lro, row_version from data.line where line_ref = $$L-1$$')" \
	'Elm|Police Scotland|crack cocaine|||3' "replaces the longer one"
is "$(rows "$numbers" | grep -c L-1)" 1 "but numbers stay"
as analyst1 import lines lines.csv
echo 'lines.csv: 0 new, 1 changed, 1 already so' | printed "back again"
is "$(rows 'select count(*) from data.line_import m join data.line using (line_id) where area = $$Dorset$$ and valid_to < $$infinity$$')" 1 \
	"an area that ended has its end kept"
cat lines.csv | PGUSER=analyst1 "$gridline" import lines - > "$out" 2> "$err"
echo 'standard input: nothing to change: 2 lines already so' | printed "'-' is standard input"

factors='children vulnerable cuckooing weapons class_a reach group community'
{
	echo 'line_ref,signed_on,model,factor,score,rationale'
	n=0
	for factor in $factors; do
		n=$((n + 1))
		printf 'L-1,2022-12-05,lts-1,%s,%d,"SYNTHETIC: because,\nin two lines"\n' "$factor" $((n % 6))
	done
} > assessments.csv
as supervisor1 import assessments assessments.csv
did 0 "an assessment is taken"
echo 'assessments.csv: 1 new, 0 changed, 0 already so' | printed "as one"
is "$(rows 'select l.score, l.band, a.total, a.signed_on, a.signed_by from data.line l join data.assessment a using (assessment_id)')" \
	"$(rows "select round(sum(weight * (position % 6)) * 100.0 / sum(weight * scale_max)) as s, data.band_of(round(sum(weight * (position % 6)) * 100.0 / sum(weight * scale_max))::int), round(sum(weight * (position % 6)) * 100.0 / sum(weight * scale_max)), '2022-12-05', 'supervisor1' from ref.score_factor")" \
	"scored by the model, signed by the importer, current on its line"
is "$(rows 'select count(*) from data.assessment_factor where rationale = $$SYNTHETIC: because,$$ || chr(10) || $$in two lines$$')" 8 \
	"a rationale keeps its lines"
as supervisor1 import assessments assessments.csv
echo 'assessments.csv: nothing to change: 1 assessments already so' | printed "once"
sed 's/2022-12-05/2022-11-05/; s/,[0-9],/,5,/; s/^in two lines"/&,analyst2/; s/rationale/&,second_by/' assessments.csv > older.csv
as supervisor1 import assessments older.csv
did 0 "an older assessment is kept, a top score with its second scorer"
is "$(rows 'select proposer, second_by, signed_by, state from data.assessment where signed_on = $$2022-11-05$$')" \
	'file|analyst2|supervisor1|signed' "by name"
as supervisor1 import assessments older.csv
echo 'older.csv: nothing to change: 1 assessments already so' | printed "once, too"
is "$(rows 'select count(*) from data.assessment')|$(rows 'select a.signed_on from data.line l join data.assessment a using (assessment_id)')" \
	'2|2022-12-05' "but the newest counts"

# The log knows who, what and how much, and no number.
is "$(rows "select count(*) from audit.entry where operation = 'collection' and object_kind = 'import'")" \
	"$(rows 'select count(*) from data.import where finished_at is not null')" "every import is in the log"
is "$(rows "select count(*) from audit.entry e where e::text like '%7700900%'")" 0 "without a number"
is "$(rows 'select (select count(*) from data.import_row) + (select count(*) from data.import_line) + (select count(*) from data.import_error)')" 0 \
	"and no row of a file stays behind"
is "$(rows 'select count(*) from data.tally_faults()')" 0 "the tallies are what a count gives"
done_testing
