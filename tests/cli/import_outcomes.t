#!/bin/sh
# SPDX-License-Identifier: MIT
# Outcomes from files: an analyst's claim waits, a supervisor's closes; each proof that lacks is named; a
# check-back verifies or revokes; what is there goes on or stays.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_outcomes

rows "insert into data.line (line_ref, name, holder_force, shared, restricted, status, export_force, first_seen, last_seen)
	select 'L-' || n, 'SYNTHETIC', 'West Midlands', false, false, 'active', 'West Midlands', '2022-01-02', '2022-12-01' from generate_series(1, 9) n
	union all values ('R-1', 'SYNTHETIC', 'West Midlands', false, true, 'active', 'West Midlands', date '2022-01-02', date '2022-12-01'),
		('S-1', 'SYNTHETIC', 'Staffordshire', true, false, 'active', 'Staffordshire', '2022-01-02', '2022-12-01')" > /dev/null
cat > charges.csv << 'CSV'
event_ref,on,unit,line_ref,person_ref,offence,programme,class_a
C-1,2022-10-04,CLTF,L-1,P-1,MDA-4-3-b,yes,
C-2,2022-10-04,CLTF,L-2,P-1,MDA-4-3-b,yes,
C-3,2022-10-04,CLTF,L-3,P-1,MDA-4-3-b,yes,
C-4,2022-10-04,CLTF,L-4,P-1,MDA-4-3-b,yes,
C-5,2022-10-04,CLTF,L-5,P-1,MDA-5-2,yes,
C-6,2022-10-04,CLTF,L-5,P-1,MDA-5-3,yes,no
C-7,2022-10-04,CLTF,L-5,P-1,MDA-5-3,yes,
CSV
as analyst1 import charges charges.csv
rows "update data.charge set voided_at = data.clock(), voided_by = 'analyst1', void_reason = 'SYNTHETIC' where event_ref = 'C-7'" > /dev/null

head='outcome_ref,kind,line_ref,on,unit,bulk_on,bulk_source,recovered_on,recovered_source,charge_ref,check_back_on,check_back_result,reason'
states='select outcome_ref, kind, state, claimed_by, ratified_by, check_back_on, status from data.closure join data.line using (line_id) order by 1'

# Claimed by an analyst, and waiting.
{
	echo "$head"
	echo 'O-1,Type1,L-1,2022-10-05,cltf,2022-09-01,SYN/1,2022-10-03,SYN/2,C-1,,,'
	echo 'O-2,type2,L-6,2022-10-06,BE,,,,,,,,'
} > claims.csv
as analyst1 import outcomes claims.csv
did 0 "an analyst's outcomes are taken"
echo 'claims.csv: 2 new, 0 changed, 0 already so' | printed "and counted"
is "$(rows "$states")" 'O-1|type1|claimed|analyst1|||active
O-2|type2|claimed|analyst1|||active' "as claims of the analyst, and the lines stay open"
is "$(rows "select bulk_on, bulk_source, recovered_on, recovered_source, event_ref, c.unit, definition, claimed_on from data.closure c join data.charge on event_id = charge_id where outcome_ref = 'O-1'")" \
	'2022-09-01|SYN/1|2022-10-03|SYN/2|C-1|CLTF|T1-2022|2022-12-31' "with their proofs"
is "$(rows "select deactivated_on, deactivated_source from data.closure where outcome_ref = 'O-2'")" '2022-10-06|file claims.csv' \
	"a Type 2 was deactivated on its day, as the file says"
as analyst1 import outcomes claims.csv
echo 'claims.csv: nothing to change: 2 outcomes already so' | printed "the same again changes nothing"
sed 's/,,,$/,2022-11-20,passed,/; /O-2/d' claims.csv > waits.csv
as analyst1 import outcomes waits.csv
did 0 "an analyst's check-back of a claim"
echo 'waits.csv:2: check_back_result: warning: is left aside: a supervisor ratifies the outcome first' | said "waits, too"

# Ratified by the supervisor who imports.
as supervisor1 import outcomes claims.csv
echo 'claims.csv: 0 new, 2 changed, 0 already so' | printed "a supervisor's import of the same file ratifies"
is "$(rows "$states")" 'O-1|type1|provisional|analyst1|supervisor1||closed-type1-provisional
O-2|type2|verified|analyst1|supervisor1||closed-type2' "and closes the lines"
as supervisor1 import outcomes claims.csv
echo 'claims.csv: nothing to change: 2 outcomes already so' | printed "once"
as analyst1 import outcomes waits.csv
echo 'waits.csv: 0 new, 1 changed, 0 already so' | printed "then anybody who may imports its check-back"
is "$(rows "$states" | head -n 1)" 'O-1|type1|verified|analyst1|supervisor1|2022-11-20|closed-type1-verified' "and it is verified"
as analyst1 import outcomes claims.csv
echo 'claims.csv: nothing to change: 2 outcomes already so' | printed "an older file does not undo it"
{
	echo "$head"
	echo 'O-3,type1,L-2,2022-10-05,CLTF,2022-09-01,SYN/1,2022-10-03,SYN/2,C-2,2022-11-10,Passed,Number dead'
	echo 'O-4,type1,L-3,2022-10-05,CLTF,2022-09-01,SYN/1,2022-10-03,SYN/2,C-3,2022-10-20,failed,"SYNTHETIC: sells again,'
	echo 'under the same number"'
	echo 'O-5,type1,L-3,2022-11-05,CLTF,2022-09-01,SYN/1,2022-11-03,SYN/2,C-3,,,'
} > whole.csv
as supervisor1 import outcomes whole.csv
did 0 "a supervisor's outcomes are taken at once"
echo 'whole.csv: 3 new, 0 changed, 0 already so' | printed "and counted"
is "$(rows "$states" | sed -n '3,5p')" 'O-3|type1|verified|file|supervisor1|2022-11-10|closed-type1-verified
O-4|type1|revoked|file|supervisor1|2022-10-20|closed-type1-provisional
O-5|type1|provisional|file|supervisor1||closed-type1-provisional' "claimed by the file, ratified by the supervisor, verified or revoked, and closed once more"
is "$(rows "select string_agg(s.state, ' ' order by n) from data.closure join data.closure_state s using (closure_id) where outcome_ref = 'O-4'")|$(rows "select reason from data.closure where outcome_ref = 'O-4'")" \
	'claimed provisional revoked|SYNTHETIC: sells again,
under the same number' "each state is kept, and the reason"
is "$(rows "select string_agg(step, ' ' order by event_id) from data.line_event join data.line using (line_id) where line_ref = 'L-2'")" \
	'type1_claim outcome_ratify checkback_pass' "and with the line what was done"
as supervisor1 import outcomes whole.csv
echo 'whole.csv: nothing to change: 3 outcomes already so' | printed "the same again changes nothing"
is "$(rows "select n from data.outcome_counts('2022-10-01', '2022-12-31', 'infinity') where measure = 'type1_outcomes'")" 3 "the figures count them"
rows "update data.closure set state = 'revoked', reason = 'SYNTHETIC' where outcome_ref = 'O-3'; update data.line set status = 're-opened' where line_ref = 'L-2'" > /dev/null
as supervisor1 import outcomes whole.csv
echo 'whole.csv:2: outcome_ref: warning: O-3 was revoked, and stays so' | said "what was revoked since stays so"

# What is wrong is told, all of it, and nothing is written.
tally='select (select count(*) from data.closure), (select count(*) from data.closure_state), (select count(*) from data.line_event), (select sum(row_version) from data.line), (select max(entry_id) from audit.entry)'
before=$(rows "$tally")
refused() {
	who=$1
	shift
	as $who import outcomes "$2" --max-errors 1000
	[ "$status" -eq 1 ] && [ ! -s "$out" ] && [ "$(rows "$tally")" = "$before" ]
	ok $? "$1: refused to $who, nothing written" "$err"
	said "$1: by line, column and reason"
}
{
	echo "$head"
	echo 'X-1,type1,L-4,2022-10-05,CLTF,,,,,,,,'
	echo 'X-2,type1,L-4,2022-10-05,CLTF,2022-09-01,,2022-10-03,,C-1,,,'
	echo 'X-3,type1,L-5,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-5,,,'
	echo 'X-4,type1,L-5,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-6,,,'
	echo 'X-5,type1,L-5,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-7,,,'
	echo 'X-6,type1,L-5,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-8,,,'
} > proofs.csv
for who in analyst1 supervisor1; do
	refused $who "proofs" proofs.csv << 'TEXT'
proofs.csv:2: bulk_on: lacks the day of bulk messages offering Class A
proofs.csv:2: bulk_source: lacks the source of the bulk messages
proofs.csv:2: recovered_on: lacks the day the phone line was recovered
proofs.csv:2: recovered_source: lacks the source of the recovery
proofs.csv:2: charge_ref: lacks the charge of the holder
proofs.csv:3: bulk_source: lacks the source of the bulk messages
proofs.csv:3: recovered_source: lacks the source of the recovery
proofs.csv:3: charge_ref: C-1 is a charge on another line
proofs.csv:4: charge_ref: C-5 is for MDA-5-2, which is no relevant supply offence
proofs.csv:5: charge_ref: C-6 is not for a Class A drug
proofs.csv:6: charge_ref: C-7 was voided
proofs.csv:7: charge_ref: there is no charge 'C-8'
gridline import: 12 errors in 6 rows of proofs.csv: nothing was imported
TEXT
done
escape=$(printf '\033')
mark=$(printf '\342\200\256')
{
	echo "$head"
	echo ',,,,,,,,,,,,'
	echo "X 2,type3,L-99,yesterday,XX,2023-01-01,${escape}s,2021-10-03,s$mark,C 1,soon,maybe,why$mark"
	echo "X-3,type1,L-4,2021-12-31,CLTF,2022-09-01,s,2022-01-01,s,C-4,,,"
	echo "X-4,type2,S-1,2022-10-05,CLTF,,,,,C-4,2022-11-20,passed,"
	echo "X-4,type2,R-1,2022-10-05,CLTF,,,,,,,,"
	echo "X-6,type1,L-4,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-4,2022-10-04,failed,"
	echo "X-7,type1,L-4,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-4,2022-10-20,passed,"
	echo "X-8,type1,L-4,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-4,,passed,"
	echo "X-9,type1,L-4,2022-10-05,CLTF,2022-09-01,s,2022-10-03,s,C-4,2022-11-20,,"
	printf 'X-10,type1,L-4,2022-10-05,CLTF,2022-09-01,%s,2022-10-03,s,C-4,,,\n' "$(printf '%0201d' 7)"
} > bad.csv
refused supervisor1 "cells" bad.csv << 'TEXT'
bad.csv:2: outcome_ref: is empty
bad.csv:2: kind: is empty
bad.csv:2: line_ref: is empty
bad.csv:2: on: is empty
bad.csv:2: unit: is empty
bad.csv:3: outcome_ref: 'X 2' is not a reference: letters, digits and . _ / - only
bad.csv:3: kind: 'type3' is not known; did you mean 'type1' or 'type2'?
bad.csv:3: line_ref: you can see no line L-99; if it should be there, ask a supervisor
bad.csv:3: on: 'yesterday' is not a day; days are written like 2022-12-31
bad.csv:3: unit: 'XX' is not known
bad.csv:3: bulk_on: 2023-01-01 lies in the future: today is 2022-12-31
bad.csv:3: bulk_source: holds the character U+001B, which may not stand in text
bad.csv:3: recovered_source: holds the character U+202E, which may not stand in text
bad.csv:3: charge_ref: 'C 1' is not a reference: letters, digits and . _ / - only
bad.csv:3: check_back_on: 'soon' is not a day; days are written like 2022-12-31
bad.csv:3: check_back_result: 'maybe' is not known; known are passed, failed
bad.csv:3: reason: holds the character U+202E, which may not stand in text
bad.csv:4: on: 2021-12-31 lies before the line was first seen, 2022-01-02
bad.csv:4: unit: 'CLTF' was no unit on 2021-12-31
bad.csv:4: recovered_on: 2022-01-01 lies before the line was first seen, 2022-01-02
bad.csv:5: line_ref: S-1 is held by Staffordshire, who alone may record what came of it
bad.csv:5: charge_ref: is of a Type 1 outcome, and this is a Type 2
bad.csv:5: check_back_on: is of a Type 1 outcome, and this is a Type 2
bad.csv:5: check_back_result: is of a Type 1 outcome, and this is a Type 2
bad.csv:6: outcome_ref: X-4 stands in line 5 already
bad.csv:7: check_back_on: lies before the line was closed, 2022-10-05
bad.csv:7: reason: is empty: say what shows that the line is in use again
bad.csv:8: check_back_on: lies before the check-back is due, 2022-11-02; that it is out of use is shown then
bad.csv:9: check_back_on: is empty, and check_back_result is not
bad.csv:10: check_back_result: is empty, and check_back_on is not
bad.csv:11: bulk_source: has 201 characters, at most 200 are allowed
gridline import: 31 errors in 10 rows of bad.csv: nothing was imported
TEXT
{ echo "$head"; echo 'X-1,type2,R-1,2022-10-05,CLTF,,,,,,,,'; } > restricted.csv
refused analyst1 "a line that the analyst may not see" restricted.csv << 'TEXT'
restricted.csv:2: line_ref: you can see no line R-1; if it should be there, ask a supervisor
gridline import: 1 error in 1 row of restricted.csv: nothing was imported
TEXT
{
	echo "$head"
	echo 'O-1,type2,L-2,2022-10-06,BE,2022-09-02,SYN/9,2022-10-04,SYN/8,,,,'
	echo 'O-3,type1,L-2,2022-10-05,CLTF,2022-09-01,SYN/1,2022-10-03,SYN/2,C-2,2022-11-11,passed,'
	echo 'O-5,type1,L-3,2022-11-05,CLTF,2022-09-01,SYN/1,2022-11-03,SYN/2,C-3,2022-12-30,failed,SYNTHETIC'
} > other.csv
refused supervisor1 "another outcome of that reference" other.csv << 'TEXT'
other.csv:2: kind: O-1 was claimed with type1, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: line_ref: O-1 was claimed with L-1, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: on: O-1 was claimed with 2022-10-05, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: unit: O-1 was claimed with CLTF, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: bulk_on: O-1 was claimed with 2022-09-01, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: bulk_source: O-1 was claimed with SYN/1, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: recovered_on: O-1 was claimed with 2022-10-03, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: recovered_source: O-1 was claimed with SYN/2, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:2: charge_ref: O-1 was claimed with C-1, and an outcome does not change: refuse or revoke it, and claim it anew
other.csv:3: check_back_result: O-3 is revoked already, by another check-back; a supervisor revokes it by a step of its own
gridline import: 10 errors in 3 rows of other.csv: nothing was imported
TEXT
{
	echo "$head"
	echo 'X-1,type2,L-7,2022-10-05,CLTF,,,,,,,,'
	echo 'X-2,type2,L-7,2022-10-06,CLTF,,,,,,,,'
	echo 'X-3,type2,L-1,2022-10-06,CLTF,,,,,,,,'
	echo 'X-4,type2,L-8,2022-10-06,CLTF,,,,,,,,'
} > live.csv
refused analyst1 "one live outcome a line" live.csv << 'TEXT'
live.csv:3: outcome_ref: L-7: an outcome is claimed already
live.csv:4: outcome_ref: L-1: the line is closed, type 1 verified
gridline import: 2 errors in 4 rows of live.csv: nothing was imported
TEXT
rows "insert into data.tasking (tasking_ref, line_id, title, unit, state, due, raised_on) select 'T-1', line_id, 'SYNTHETIC', 'BE', 'in-progress', '2022-12-30', '2022-10-01' from data.line where line_ref = 'L-8'" > /dev/null
before=$(rows "$tally")
grep -v "X-[23]" live.csv > tasked.csv
refused supervisor1 "what is still to be done on a line" tasked.csv << 'TEXT'
tasked.csv:3: outcome_ref: X-4: complete or cancel the open taskings of its line first: T-1
gridline import: 1 error in 2 rows of tasked.csv: nothing was imported
TEXT
as supervisor1 import outcomes whole.csv --dry-run
did 0 "a dry run"
is "$(rows "$tally")" "$before" "writes nothing"

# Who may.
for login in lro_be auditor1 admin1; do
	as $login import outcomes claims.csv
	did 1 "$login may not import outcomes"
	holds "$err" 'may not do this' "and is told so"
done
for name in import_apply_outcomes import_check_proofs import_judge_outcomes; do
	PGUSER=supervisor1 psql -XAt -v VERBOSITY=verbose -c "select data.$name(gen_random_uuid())" > "$out" 2>&1
	holds "$out" 42501 "data.$name is out of reach"
done
is "$(rows 'select count(*) from data.tally_faults()')" 0 "the tallies are what a count gives"
done_testing
