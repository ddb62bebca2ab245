#!/bin/sh
# SPDX-License-Identifier: MIT
# Arrests, charges, safeguarding and disruptions from files: taken once, changed where nothing rests on
# them, refused by line, column and reason.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_events

rows "insert into data.crime_group (group_ref, kind, name, mapped, band) values ('G-1', 'OCG', 'SYNTHETIC', true, '1');
	insert into data.line (line_ref, name, holder_force, shared, restricted, status, export_force, first_seen, last_seen) values
		('L-1', 'SYNTHETIC', 'West Midlands', false, false, 'active', 'West Midlands', '2022-01-02', '2022-12-01'),
		('L-2', 'SYNTHETIC', 'West Midlands', false, false, 'active', 'West Midlands', '2022-01-02', '2022-12-01'),
		('R-1', 'SYNTHETIC', 'West Midlands', false, true, 'active', 'West Midlands', '2022-01-02', '2022-12-01'),
		('S-1', 'SYNTHETIC', 'Staffordshire', true, false, 'active', 'Staffordshire', '2022-01-02', '2022-12-01'),
		('S-2', 'SYNTHETIC', 'Staffordshire', false, false, 'active', 'Staffordshire', '2022-01-02', '2022-12-01');
	insert into ref.unit (code, label, kind, force, position, valid_to) values ('OLD', 'Dissolved', 'team', 'West Midlands', 99, '2022-06-30')" > /dev/null

# took KIND FILE COUNTS: taken with these counts, and the second time nothing changes.
took() {
	as analyst1 import "$1" "$2"
	did 0 "$1: $2 is taken"
	echo "$2: $3" | printed "$1: $2 is counted"
	as analyst1 import "$1" "$2"
	n=$(($(wc -l < "$2") - 1))
	echo "$2: nothing to change: $n $1 already so" | printed "$1: $2 again changes nothing"
}

cat > arrests.csv << 'CSV'
event_ref,on,unit,line_ref,person_ref,drugs_linked,programme
A-1,2022-10-03,CLTF,L-1,P-1,yes,yes
A-2,2022-11-04,be,L-1,P-2,No,YES
A-3,2022-05-04,OLD,,P-1,no,no
CSV
took arrests arrests.csv '3 new, 0 changed, 0 already so'
arrests='select event_ref, on_day, unit, line_ref, person_ref, drugs_linked, programme, entered_by, entered_at::date from data.arrest left join data.line using (line_id) join data.person using (person_id) where voided_at is null order by 1'
is "$(rows "$arrests")" 'A-1|2022-10-03|CLTF|L-1|P-1|t|t|analyst1|2022-12-31
A-2|2022-11-04|BE|L-1|P-2|f|t|analyst1|2022-12-31
A-3|2022-05-04|OLD||P-1|f|f|analyst1|2022-12-31' "every column arrives"
people='select line_ref, person_ref, category, since, fact, basis from data.line_person join data.line using (line_id) join data.person using (person_id) order by 1, 2, 3'
is "$(rows "$people")" 'L-1|P-1|suspect|2022-10-03|f|arrest
L-1|P-2|suspect|2022-11-04|f|arrest' "who was arrested is a suspect of the line"
is "$(rows "select object_kind, object_id from audit.entry where object_kind in ('arrest', 'person') order by 1")" 'arrest|3 records
person|2 records' "one entry of the log each, without contents"

counts() {
	rows "select n from data.outcome_counts('2022-10-01', '2022-12-31', '$1') where measure = 'arrests_programme'"
}
rows "update ref.setting set training_base = '2022-12-31 15:00Z', training_started = now()" > /dev/null
is "$(counts '2022-12-31 14:00Z')|$(counts '2022-12-31 16:00Z')" '2|2' "counted before the change"
sed 's/A-2,2022-11-04,be/A-2,2022-09-04,BW/; s/P-2/P-3/' arrests.csv > changed.csv
took arrests changed.csv '0 new, 1 changed, 2 already so'
is "$(rows "$arrests" | sed -n 2p)" 'A-2|2022-09-04|BW|L-1|P-3|f|t|analyst1|2022-12-31' "a row changes under its reference"
is "$(rows "select unit, void_reason, voided_by from data.arrest where event_ref like 'A-2~%'")" \
	'BE|Changed by the import of changed.csv|analyst1' "and what it was is kept, voided"
is "$(counts '2022-12-31 14:00Z')|$(counts '2022-12-31 16:00Z')" '2|1' "so figures as at an earlier moment stay what they were"

cat > charges.csv << 'CSV'
event_ref,on,unit,line_ref,person_ref,offence,programme
C-1,2022-10-04,CLTF,L-1,P-1,mda-4-3-b,yes
C-2,2022-10-04,CLTF,L-1,P-2,MDA-5-2,yes
CSV
took charges charges.csv '2 new, 0 changed, 0 already so'
charges='select event_ref, offence, class_a from data.charge where voided_at is null order by 1'
is "$(rows "$charges")" 'C-1|MDA-4-3-b|t
C-2|MDA-5-2|f' "Class A is what counts for a Type 1, where the file does not say"
is "$(rows "$people" | grep charged)" 'L-1|P-1|charged|2022-10-04|t|charge
L-1|P-2|charged|2022-10-04|t|charge' "who was charged is charged, as a fact"
sed '1s/$/,class_a/; 2s/$/,no/; 3s/$/,/' charges.csv > class.csv
took charges class.csv '0 new, 1 changed, 1 already so'
is "$(rows "$charges" | head -n 1)" 'C-1|MDA-4-3-b|f' "the file may say otherwise"
as analyst1 import charges charges.csv
is "$(rows "$charges" | head -n 1)" 'C-1|MDA-4-3-b|f' "and a column that is left out leaves what is there"
sed 's/,no$/,yes/' class.csv > classa.csv
as analyst1 import charges classa.csv
rows "insert into data.closure (outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source, recovered_on, recovered_source, charge_id, claimed_on)
	select 'O-1', line_id, 'type1', 'T1-2022', 'claimed', '2022-10-04', 'CLTF', '2022-09-01', 'SYNTHETIC', '2022-10-03', 'SYNTHETIC', event_id, '2022-12-31'
	from data.charge where event_ref = 'C-1'" > /dev/null
as analyst1 import charges class.csv
did 1 "a charge that is a proof does not change"
said "and says of what" << 'TEXT'
class.csv:2: event_ref: C-1 is a proof of the Type 1 outcome O-1: revoke or refuse that first
gridline import: 1 error in 2 rows of class.csv: nothing was imported
TEXT

cat > safeguarding.csv << 'CSV'
event_ref,on,unit,line_ref,person_ref,route,stage,programme
S-1,2022-10-04,CLTF,L-1,P-4,Statutory,referred,yes
S-2,2022-10-04,CLTF,,P-5,funded,ENGAGED,no
CSV
took safeguarding safeguarding.csv '2 new, 0 changed, 0 already so'
is "$(rows 'select event_ref, route, stage, programme from data.safeguarding order by 1')" 'S-1|statutory|referred|t
S-2|funded|engaged|f' "in the vocabularies' own spelling"
is "$(rows "$people" | grep P-4)" 'L-1|P-4|potential-victim|2022-10-04|f|safeguarding' "who is referred is a potential victim"
rows "update data.safeguarding set mechanism = 'NRM', consent = 'yes' where event_ref = 'S-1'" > /dev/null
sed 's/referred/engaged/' safeguarding.csv > engaged.csv
took safeguarding engaged.csv '0 new, 1 changed, 1 already so'
is "$(rows "select stage, mechanism, consent from data.safeguarding where event_ref = 'S-1'")" 'engaged|NRM|yes' "what a file cannot say stays"

cat > disruptions.csv << 'CSV'
event_ref,on,unit,group_ref,line_ref,grade,four_p,drugs_linked,arrested,arrested_drugs,trafficking_outcomes
D-1,2022-10-04,CLTF,G-1,L-1,Major,pursue,yes,5,3,2
D-2,2022-10-05,BE,G-1,,negative,PREVENT,no,,,
D-3,2022-10-05,BE,,L-2,minor,Protect,no,0,0,0
CSV
took disruptions disruptions.csv '3 new, 0 changed, 0 already so'
is "$(rows 'select event_ref, group_ref, line_ref, grade, four_p, drugs_linked, arrested, arrested_drugs, trafficking_outcomes, programme from data.disruption left join data.line using (line_id) left join data.crime_group using (group_id) order by 1')" \
	'D-1|G-1|L-1|major|Pursue|t|5|3|2|f
D-2|G-1||negative|Prevent|f|0|0|0|f
D-3||L-2|minor|Protect|f|0|0|0|f' "every column arrives; empty counts are none, and they are force-wide"
sed '1s/$/,programme/; 2s/$/,yes/; 3s/$/,yes/; 4s/$/,no/' disruptions.csv > programme.csv
took disruptions programme.csv '0 new, 2 changed, 1 already so'

# What is wrong is told, all of it, and nothing is written.
tally='select (select count(*) from data.arrest), (select count(*) from data.charge), (select count(*) from data.safeguarding), (select count(*) from data.disruption), (select count(*) from data.person), (select max(entry_id) from audit.entry)'
before=$(rows "$tally")
refused() {
	as analyst1 import "$1" "$2" --max-errors 1000
	[ "$status" -eq 1 ] && [ ! -s "$out" ] && [ "$(rows "$tally")" = "$before" ]
	ok $? "$1: $2 is refused, nothing written" "$err"
	said "$1: $2, by line, column and reason"
}
escape=$(printf '\033')
mark=$(printf '\342\200\256')
cat > bad.csv << CSV
event_ref,on,unit,line_ref,person_ref,drugs_linked,programme
,,,,,,
B 2,2022-02-30,XX,L-9,Ann Other,maybe,1
B-3,2023-01-01,OLD,S-1,P-1,yes,yes
B-4,2021-12-31,OLD,L-1,P-1,yes,yes
B-5,2022-10-01,OLD,S-2,P-1,yes,no
B-6,2022-10-01,BE,,P-1,yes,yes
B-6,2022-10-01,BE,R-1,P-1,yes,yes
B-8,2022-10-01,B${escape}E,L-1,P$mark,yes,yes
B-9,2022-10-01,BE,L-1,P-1234567890123456789012345678901,yes,yes
CSV
refused arrests bad.csv << 'TEXT'
bad.csv:2: event_ref: is empty
bad.csv:2: on: is empty
bad.csv:2: unit: is empty
bad.csv:2: person_ref: is empty
bad.csv:2: drugs_linked: is empty
bad.csv:2: programme: is empty
bad.csv:3: event_ref: 'B 2' is not a reference: letters, digits and . _ / - only
bad.csv:3: on: '2022-02-30' is not a day; days are written like 2022-12-31
bad.csv:3: unit: 'XX' is not known
bad.csv:3: line_ref: you can see no line L-9; if it should be there, ask a supervisor
bad.csv:3: person_ref: 'Ann Other' is not a reference: letters, digits and . _ / - only
bad.csv:3: drugs_linked: 'maybe' is neither yes nor no
bad.csv:3: programme: '1' is neither yes nor no
bad.csv:4: on: 2023-01-01 lies in the future: today is 2022-12-31
bad.csv:4: unit: 'OLD' was no unit on 2023-01-01
bad.csv:4: line_ref: S-1 is held by Staffordshire, who alone may record what came of it
bad.csv:5: on: 2021-12-31 lies before the line was first seen, 2022-01-02
bad.csv:6: unit: 'OLD' was no unit on 2022-10-01
bad.csv:6: line_ref: you can see no line S-2; if it should be there, ask a supervisor
bad.csv:7: line_ref: is empty: what is of the programme names its line
bad.csv:8: event_ref: B-6 stands in line 7 already
bad.csv:8: line_ref: you can see no line R-1; if it should be there, ask a supervisor
bad.csv:9: unit: 'B^[E' is not known
bad.csv:9: unit: holds the character U+001B, which may not stand in text
bad.csv:9: person_ref: 'P<U+202E>' is not a reference: letters, digits and . _ / - only
bad.csv:9: person_ref: holds the character U+202E, which may not stand in text
bad.csv:10: person_ref: has 33 characters, at most 32 are allowed
gridline import: 27 errors in 9 rows of bad.csv: nothing was imported
TEXT
cat > bad.csv << CSV
event_ref,on,unit,line_ref,person_ref,offence,programme,class_a
B-1,2022-10-01,BE,L-1,P-1,MDA-4,yes,some
B-2,2022-10-01,BE,L-1,P-1,MDA$mark,yes,
B-3,2022-10-01,BE,,P-1,MDA-5-3,yes,yes
CSV
refused charges bad.csv << 'TEXT'
bad.csv:2: offence: 'MDA-4' is not known; did you mean 'MDA-4-3-a' or 'MDA-4-3-b' or 'MDA-4-3-c'?
bad.csv:2: class_a: 'some' is neither yes nor no
bad.csv:3: offence: 'MDA<U+202E>' is not known; did you mean 'MDA-5-2' or 'MDA-5-3' or 'MDA-4-3-a'?
bad.csv:3: offence: holds the character U+202E, which may not stand in text
bad.csv:4: line_ref: is empty: what is of the programme names its line
gridline import: 5 errors in 3 rows of bad.csv: nothing was imported
TEXT
cat > bad.csv << CSV
event_ref,on,unit,line_ref,person_ref,route,stage,programme
B-1,2022-10-01,BE,L-1,P-1,private,done,perhaps
B-2,2022-10-01,BE,L-1,P-1,,,
B-3,2022-10-01,BE,L-1,P-1,${escape}funded,engaged,yes
CSV
refused safeguarding bad.csv << 'TEXT'
bad.csv:2: route: 'private' is not known; known are statutory, funded
bad.csv:2: stage: 'done' is not known; known are referred, engaged
bad.csv:2: programme: 'perhaps' is neither yes nor no
bad.csv:3: route: is empty
bad.csv:3: stage: is empty
bad.csv:3: programme: is empty
bad.csv:4: route: '^[funded' is not known; did you mean 'funded'?
bad.csv:4: route: holds the character U+001B, which may not stand in text
gridline import: 8 errors in 3 rows of bad.csv: nothing was imported
TEXT
cat > bad.csv << CSV
event_ref,on,unit,group_ref,line_ref,grade,four_p,drugs_linked,arrested,arrested_drugs,trafficking_outcomes,programme
B-1,2022-10-01,BE,,,big,Punish,x,many,1,2,no
B-2,2022-10-01,BE,G-2,L-1,,,,1,2,3,yes
B-3,2022-10-01,BE,G-1;G-1,L-1,major,pursue,yes,-1,0,1000000000,yes
B-4,2022-10-01,BE,G-1$mark,S-1,major,pursue,yes,3,2,1,yes
CSV
refused disruptions bad.csv << 'TEXT'
bad.csv:2: group_ref: is empty, and so is line_ref: name what was disrupted
bad.csv:2: grade: 'big' is not known; known are major, moderate, minor, none, negative
bad.csv:2: four_p: 'Punish' is not known; known are Pursue, Prevent, Protect, Prepare
bad.csv:2: drugs_linked: 'x' is neither yes nor no
bad.csv:2: arrested: 'many' is not a whole number of at most nine digits
bad.csv:2: trafficking_outcomes: more than were linked to drugs
bad.csv:3: group_ref: there is no group 'G-2'; did you mean 'G-1'?
bad.csv:3: grade: is empty
bad.csv:3: four_p: is empty
bad.csv:3: drugs_linked: is empty
bad.csv:3: arrested_drugs: more than were arrested
bad.csv:3: trafficking_outcomes: more than were linked to drugs
bad.csv:4: group_ref: names more than one group: write a row for each
bad.csv:4: arrested: '-1' is not a whole number of at most nine digits
bad.csv:4: trafficking_outcomes: '1000000000' is not a whole number of at most nine digits
bad.csv:5: group_ref: holds the character U+202E, which may not stand in text
bad.csv:5: group_ref: there is no group 'G-1<U+202E>'; did you mean 'G-1'?
bad.csv:5: line_ref: S-1 is held by Staffordshire, who alone may record what came of it
gridline import: 18 errors in 4 rows of bad.csv: nothing was imported
TEXT
as analyst1 import arrests arrests.csv --dry-run
did 0 "a dry run"
is "$(rows "$tally")" "$before" "writes nothing"

# What was voided stays so, and what others recorded is theirs.
rows "update data.arrest set voided_at = data.clock(), voided_by = 'analyst2', void_reason = 'SYNTHETIC' where event_ref = 'A-1'" > /dev/null
as analyst1 import arrests changed.csv
echo 'changed.csv:2: event_ref: warning: A-1 was voided, and stays so' | said "a voided one is told"
did 0 "and is no error while it is the same"
before=$(rows "$tally")
sed 's/A-1,2022-10-03/A-1,2022-10-02/' changed.csv > void.csv
refused arrests void.csv << 'TEXT'
void.csv:2: event_ref: A-1 was voided: record what did happen under another reference
gridline import: 1 error in 3 rows of void.csv: nothing was imported
TEXT
rows "update data.arrest set line_id = (select line_id from data.line where line_ref = 'R-1') where event_ref = 'A-2'" > /dev/null
before=$(rows "$tally")
refused arrests changed.csv << 'TEXT'
changed.csv:2: event_ref: warning: A-1 was voided, and stays so
changed.csv:3: event_ref: A-2 is there already, and not yours to change; ask a supervisor
gridline import: 1 error in 3 rows of changed.csv: nothing was imported
TEXT
as supervisor1 import arrests changed.csv
did 0 "a supervisor changes what was recorded on a line that the analyst may not see"

# Who may.
for kind in arrests charges safeguarding disruptions; do
	for login in lro_be auditor1 admin1; do
		as $login import $kind $kind.csv
		did 1 "$login may not import $kind"
		holds "$err" 'may not do this' "$login is told so for $kind"
	done
done
is "$(rows 'select (select count(*) from data.import_row) + (select count(*) from data.import_event) + (select count(*) from data.import_error)')" 0 \
	"no row of a file stays behind"
for name in "data.import_apply_events(gen_random_uuid(), 'arrest')" "data.import_stage_events(gen_random_uuid(), 'arrest')" \
	"data.import_judge_events(gen_random_uuid())" "data.people_on_lines('suspect', true, '', '{P-9}', '{}', '{}')"; do
	PGUSER=analyst1 psql -XAt -v VERBOSITY=verbose -c "select $name" > "$out" 2>&1
	holds "$out" 42501 "$name is out of reach"
done

# As many as a county has.
{
	echo 'event_ref,on,unit,line_ref,person_ref,drugs_linked,programme'
	awk 'BEGIN { for (i = 1; i <= 20000; i++) printf "N-%d,2022-%02d-%02d,CLTF,L-%d,Q-%d,yes,yes\n", i, 4 + i % 8, 1 + i % 28, 1 + i % 2, i % 9000 }'
} > many.csv
start=$(date +%s)
as analyst1 import arrests many.csv
spent=$(($(date +%s) - start))
did 0 "twenty thousand arrests are taken"
echo 'many.csv: 20000 new, 0 changed, 0 already so' | printed "and counted"
[ "$spent" -le 20 ]
ok $? "in seconds ($spent)"
is "$(rows 'select count(*) from data.tally_faults()')" 0 "the tallies are what a count gives"
done_testing
