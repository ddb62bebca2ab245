#!/bin/sh
# SPDX-License-Identifier: MIT
# Two at the same moment: the second waits for the first and finds what came of it. The first holds its
# transaction open until the second is seen to wait in pg_stat_activity.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/sql/world.sh"
world_clone test_twice
one() {
	psql -XAtqc "$1"
}
mkfifo "$tap_dir/first"
# both LOGIN1 SQL1 LOGIN2 SQL2: what each was told, in $tap_dir/said1 and said2.
both() {
	PGUSER=$1 PGAPPNAME=first psql -XAtq -v VERBOSITY=terse < "$tap_dir/first" > "$tap_dir/said1" 2>&1 &
	first_pid=$!
	exec 8> "$tap_dir/first"
	printf 'begin;\n%s\n' "$2" >&8
	await "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'first' and state = 'idle in transaction' and query not like 'begin%'"
	echo "$4" | PGUSER=$3 PGAPPNAME=second psql -XAtq -v VERBOSITY=terse > "$tap_dir/said2" 2>&1 &
	second_pid=$!
	await "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'second' and wait_event_type = 'Lock'"
	echo 'commit;' >&8
	exec 8>&-
	wait $first_pid $second_pid
}
# Until a query says 1. It is the server that is asked, again and again, for ten seconds at most.
await() {
	[ "$(psql -XAtq -v ON_ERROR_STOP=1 2>&1 << SQL
do \$\$ begin
	while (with x as ($1) select count = 0 from x) and clock_timestamp() < now() + interval '10 s' loop
		perform pg_stat_clear_snapshot();
	end loop;
end \$\$;
$1;
SQL
	)" = 1 ] || echo "never came: $1" >> "$tap_dir/late"
}
: > "$tap_dir/late"
w1=$(one "select line_id from data.line where line_ref = 'W1'")
v1=$(one "select row_version from data.line where line_ref = 'W1'")
op=22222222-2222-4222-8222-222222222222
said() {
	sed 's/^ERROR: *//; s/T1-[0-9A-F]*/IT/' "$tap_dir/said$1" | head -1
}

# One operation key, twice: a COMMIT whose answer was lost and is sent again from another session.
keep="select said || ' ' || repeated from api.step('line_keep', '$w1', $v1, '{\"reason\": \"Looked at.\"}', '$op');"
both analyst1 "$keep" analyst1 "$keep"
is "$(said 1)" "W1 stays on the grid, reviewed today false" "the first does it"
is "$(said 2)" "W1 stays on the grid, reviewed today true" "the second is told what the first did"
is "$(one "select count(*) from data.line_event where step = 'line_keep'")" 1 "it is done once"

# The same line, two keys.
v1=$(one "select row_version from data.line where line_ref = 'W1'")
step() {
	echo "select said from api.step('$1', '$2', $3, '$4', gen_random_uuid());"
}
both analyst1 "$(step line_dormant "$w1" "$v1" '{"reason": "Silent."}')" supervisor1 "$(step line_keep "$w1" "$v1" '{"reason": "Looked at."}')"
is "$(said 1)" "W1 is dormant" "of two who change a line the first is taken"
is "$(said 2)" "Line W1 was changed by analyst1 while you wrote: it is at version $((v1 + 1)), you saw $v1." "the second is told who was first"

# The same number on two new lines: neither sees the other before it commits.
add() {
	printf '{"name": "%s", "status": "reported", "export_force": "%s", "first_seen": "2022-12-19", "numbers": "07700 900888"}' "$1" "$2"
}
both analyst1 "select said from api.step('line_add', null, null, '$(add Wren 'West Midlands')', gen_random_uuid());" \
	analyst_st "select said from api.step('line_add', null, null, '$(add Rook Staffordshire)', gen_random_uuid());"
is "$(said 1)" "WES22-0001 is on the grid" "a new line with a number"
is "$(said 2)" "STA22-0001 is on the grid; 1 likely double to be deconflicted before it is tasked" "the other, of another force, is held against it"
is "$(one "select count(*) || min(cause) from data.deconfliction")" 1number "one pair"
# The next reference of one force.
both analyst1 "select ref from api.step('line_add', null, null, '$(add Kite 'West Midlands' | sed 's/888/881/')', gen_random_uuid());" \
	analyst2 "select ref from api.step('line_add', null, null, '$(add Teal 'West Midlands' | sed 's/888/882/')', gen_random_uuid());"
is "$(said 1) $(said 2)" "WES22-0002 WES22-0003" "two new lines of a force get two references"
both analyst1 "select ref from api.step('line_add', null, null, '$(add Smew 'West Midlands' | sed 's/888/883/; s/{/{"line_ref": "Z1", /')', gen_random_uuid());" \
	analyst2 "select ref from api.step('line_add', null, null, '$(add Crow 'West Midlands' | sed 's/888/884/; s/{/{"line_ref": "Z1", /')', gen_random_uuid());"
is "$(said 1) $(said 2)" "Z1 One field needs mending: line_ref: Z1 is taken; leave it empty for the next free one." "one that both ask for goes to one"

# Two moderators of a proposal.
scores=$(one "select jsonb_object_agg(code, '3') || jsonb_object_agg(code || '_why', 'SYNTHETIC') || '{\"rationale\": \"SYNTHETIC\"}' from ref.score_factor where model = 'LTS-1'")
v1=$(one "select row_version from data.line where line_ref = 'W1'")
a=$(PGUSER=lro_be psql -XAtqc "select object_id from api.step('assess_propose', '$w1', $v1, '$scores', gen_random_uuid())")
both analyst1 "$(step assess_moderate "$a" 1 "$scores")" analyst2 "$(step assess_moderate "$a" 1 "$scores")"
is "$(said 1)" "The score of W1 is moderated: it comes to 60; a supervisor signs it" "of two moderators the first is taken"
is "$(said 2)" "This assessment was changed by analyst1 while you wrote: it is at version 2, you saw 1." "the second is told"
# A proposal while one is being proposed.
w2=$(one "select line_id from data.line where line_ref = 'W2'")
v2=$(one "select row_version from data.line where line_ref = 'W2'")
both lro_bw "$(step assess_propose "$w2" "$v2" "$scores")" analyst2 "$(step assess_propose "$w2" "$v2" "$scores")"
is "$(said 2)" "W2: an assessment is under way already." "one proposal is under way"

# One tasking: the unit accepts it while it is cancelled; two authorise; the same line is tasked twice.
task=$(one "insert into data.tasking (tasking_ref, line_id, force, title, unit, state, raised_on, raised_by, submitted_on, due)
	select 'TT1', line_id, 'West Midlands', 'Visit', 'BE', 'submitted', '2022-12-19', 'lro_be', '2022-12-19', '2022-12-30' from data.line where line_ref = 'W1' returning tasking_id" | head -1)
both analyst1 "$(step task_authorise "$task" 1 '{"reason": "Yes."}')" supervisor1 "$(step task_authorise "$task" 1 '{"reason": "Yes, too."}')"
is "$(said 1)" "TT1 is authorised and offered to BE" "of two who authorise a tasking the first is taken"
is "$(said 2)" "Tasking TT1 was changed by analyst1 while you wrote: it is at version 2, you saw 1." "the second is told"
both lro_be "$(step task_accept "$task" 2 '{}')" analyst1 "$(step task_cancel "$task" 2 '{"reason": "Overtaken."}')"
is "$(said 1)" "TT1 is accepted for BE" "the unit accepts it"
is "$(said 2)" "Tasking TT1 was changed by lro_be while you wrote: it is at version 3, you saw 2." "who cancels it at the same time sees that first"
is "$(one "select state || (select count(*) from data.tasking_event e where e.tasking_id = t.tasking_id) from data.tasking t where tasking_ref = 'TT1'")" "accepted2" "each step is taken once"
both analyst1 "$(step task_raise "$w1" null '{"title": "One", "unit": "BE", "reason": "x"}')" analyst2 "$(step task_raise "$w1" null '{"title": "Other", "unit": "BW", "reason": "x"}')"
is "$(said 1 | cut -d' ' -f2-) $(said 2 | cut -d' ' -f2-)" "is submitted for BE, due 2023-01-06 is submitted for BW, due 2023-01-06" "two taskings of one line are two"
is "$(one "select open_taskings = (select count(*) from data.tasking t where t.line_id = l.line_id and t.is_open) from data.line l where line_ref = 'W1'")" t "and both count on it"

# Two claims of one line, and a charge that is voided under a claim.
one "update data.tasking set state = 'complete'; update data.line set first_seen = '2022-11-01' where line_ref = 'W2'" > /dev/null
v2=$(one "select row_version from data.line where line_ref = 'W2'")
claim='{"on": "2022-12-14", "unit": "CLTF", "deactivated_on": "2022-12-14", "deactivated_source": "x"}'
both lro_bw "$(step type2_claim "$w2" "$v2" "$claim")" analyst1 "$(step type2_claim "$w2" "$v2" "$claim")"
is "$(said 2)" "W2: an outcome is claimed already." "one claim of a line"
w3=$(one "update data.line set first_seen = '2022-09-01' where line_ref = 'W3' returning line_id")
v3=$(one "select row_version from data.line where line_ref = 'W3'")
offence=$(one "select code from ref.offence where counts_for_type1 order by position limit 1")
charge=$(PGUSER=analyst1 psql -XAtqc "select object_id from api.step('charge_add', '$w3', $v3, '{\"on\": \"2022-12-10\", \"unit\": \"CLTF\", \"programme\": \"yes\",
	\"person_ref\": \"P-1\", \"offence\": \"$offence\", \"class_a\": \"yes\", \"event_ref\": \"CH-1\"}', gen_random_uuid())")
proofs='{"on": "2022-12-14", "unit": "CLTF", "bulk_on": "2022-12-01", "bulk_source": "x", "recovered_on": "2022-12-09", "recovered_source": "x", "charge_ref": "CH-1"}'
both analyst1 "$(step type1_claim "$w3" "$v3" "$proofs")" analyst2 "$(step event_void "$charge" 1 '{"reason": "x"}')"
is "$(said 2 | cut -d: -f1-2)" "CH-1: it is a proof of the Type 1 outcome IT" "a charge is not voided while it is claimed as a proof"
is "$(one "select count(*) from data.closure c join data.charge h on h.event_id = c.charge_id where h.voided_at is not null")" 0 "no outcome stands on a voided charge"
empty "$tap_dir/late" "each second waited for its first"
done_testing
