#!/bin/sh
# SPDX-License-Identifier: MIT
# A line from its first report to a verified Type 1 outcome, and another to a revoked one, each step by
# whoever may take it, in the real console; and what is typed outlives the console and its connection.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server

# as LOGIN: their console, on the grid.
as() {
	console 110 34 "PGUSER=$1"
	# An LRO begins with what waits for them; the grid is one key away.
	await shows 'connected'
	keys 1
	shown '^> *[0-9]' "$1 is on the grid"
}
# at LINE: the cursor is on it.
at() {
	keys / "$1" Enter
	await shows "^> .*$1"
}
# step LINE WORDS: the form of what can be done, by words of its label.
step() {
	at "$1"
	keys x
	await shows 'type to narrow'
	keys "$2"
	await shows "^│ > .*$2"
	keys Enter
	await shows 'C-s saves'
}
# fill TEXT...: a field each; "-" leaves one as it is, and goes on.
fill() {
	for fill_text in "$@"; do
		[ "$fill_text" = - ] || keys -l "$fill_text"
		keys Tab
		case $fill_text in
		-) ;;
		*) await shows "$(printf '%s' "$fill_text" | cut -c 1-8)" ;;
		esac
	done
}
saves() {
	keys C-s
	shown "$1" "$2"
}
one() {
	psql -XAtq -U postgres -c "$1"
}
# Two open lines that nothing is under way on.
free="select l.line_ref from data.line l where l.is_open and l.score is not null and l.first_seen < '2022-11-01' and l.holder_force = 'West Midlands' and not l.restricted
	and exists (select from data.line_number n where n.line_id = l.line_id and n.state = 'live')
	and not exists (select from data.deconfliction d where l.line_id in (d.line_a, d.line_b))
	and not exists (select from data.closure c where c.line_id = l.line_id)
	order by l.sort_score, l.line_ref limit 1"
ours=$(one "$free")
theirs=$(one "$free offset 1")

# Identified by an analyst: the form, and what is wrong at its field.
as analyst1
keys +
shown 'Identify a new line' "a form for a new line"
keys C-s
shown 'on the grid' "what it begins with is enough for a first report"
new=$(one "select line_ref from data.line order by created_at desc, line_ref desc limit 1")
step "$new" 'Edit'
keys -l 'half a na'
shown 'draft kept' "a draft is kept by itself"
kill -9 "$(process)"
await test -s "$tap_dir/status"

as analyst1
step "$new" 'Edit'
shown 'half a na' "a draft outlives a console that was killed"
psql -XAtq -U postgres -c "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'analyst1'" > /dev/null
keys -l 'me'
shown 'half a name' "a key is answered while the connection comes back"
saves "$new is saved" "and it is saved on the next one"

# A number that another line has: a deconfliction, and no tasking until it is decided.
number=$(one "select number from data.line_number join data.line using (line_id) where line_ref = '$theirs' and state = 'live' limit 1")
step "$new" 'Add a number'
fill "$number" - 2022-12-31
saves 'deconflict' "a number that another line has is told"
keys 3
shown 'deconfliction' "it waits for a decision"

# Scored: proposed by the LRO, moderated, signed by others.
one "update data.line set export_npu = 'BE', lro = 'lro_be' where line_ref = '$new'"
as lro_be
step "$new" 'Propose'
keys -l 'as reported'
shown 'To score' "the total is worked out as one types"
keys Tab
for factor in 2 2 1 1 3 2 1 1; do
	keys "$factor" Tab
	keys -l 'report 1'
	keys Tab
done
saves 'is proposed for' "the LRO proposes"
one "select count(*) from data.assessment where state = 'proposed' and line_id = (select line_id from data.line where line_ref = '$new')" > "$tap_dir/n"
is "$(cat "$tap_dir/n")" 1 "one assessment is under way"

waits() {
	keys 3
	await shows 'What waits'
	keys g
	for _ in $(seq 40); do
		shows "^> .*$1 .*$2" && return
		keys j
		await true
	done
	await shows "^>.*$1.*$2"
}
as analyst1
waits moderation "$new"
keys x
await shows 'Moderate'
keys Enter
await shows 'C-s saves'
shown 'signed\|Total' "with the total beside"
keys -l 'it holds'
await shows 'it holds'
saves 'is moderated' "an analyst moderates"
as supervisor1
waits signature "$new"
keys x
await shows 'Sign the score'
keys Sign Enter
await shows 'C-s saves'
keys Tab
keys -l 'read and agreed'
await shows 'read and agreed'
saves "$new scores" "a supervisor signs"

# A Type 1 claimed without its proofs is refused by name; with them it is ratified by somebody else.
claim() {
	as analyst1
	step "$1" 'Record a charge'
	fill 2022-11-30 CLTF "P-$2" "CH-$2" MDA-4-3-b y y
	saves 'A charge on' "a charge on $1"
	step "$1" 'Claim a Type 1'
	fill 2022-11-30 CLTF 2022-11-20
	saves 'not saved' "a Type 1 without its proofs is refused"
	shown 'MISSING' "and the checklist names what is missing"
	fill "download $2" 2022-11-29 "exhibit $2" "CH-$2"
	saves 'is claimed as' "with all three it is claimed"
}
one "update data.tasking set state = 'cancelled' where is_open and line_id in (select line_id from data.line where line_ref in ('$ours', '$theirs'))"
one "update data.deconfliction set state = 'different', decided_on = raised_on, decided_by = 'supervisor1', rationale = 'SYNTHETIC' where is_open"
is "$(one 'select count(*) from data.deconfliction where is_open')" 0 'what may be the same is decided'
claim "$ours" 7001
claim "$theirs" 7002
for line in $ours $theirs; do
	as supervisor1
	waits ratification "$line"
	keys x
	await shows 'Ratify'
	keys Enter
	await shows 'C-s saves'
	shown 'What is claimed' "the proofs are read before they are ratified"
	keys -l 'proofs read'
	await shows 'proofs read'
	saves "$line is closed" "$line is closed"
done
as analyst1
waits check-back "$ours"
keys x
await shows 'Check-back passed'
keys passed Enter
await shows 'C-s saves'
fill 2022-12-31 'call to the network'
saves 'stays closed' "the check-back passes"
waits check-back "$theirs"
keys x
await shows 'Check-back failed'
keys failed Enter
await shows 'C-s saves'
fill 2022-12-31 'test message'
keys -l 'it rings again'
await shows 'rings again'
saves 'is open again' "or fails, and the line is open again"
is "$(one "select string_agg(state, ' ' order by state) from data.closure where outcome_ref in (select outcome_ref from data.closure join data.line using (line_id) where line_ref in ('$ours', '$theirs'))")" \
	"revoked verified" "one is verified, one revoked"

# Read by an auditor: only with a reason, and in the log before it is seen.
as auditor1
at "$ours"
keys Enter
shown 'reason for opening it' "a dossier asks why"
keys -l 'audit of outcomes'
keys Enter
shown '\[Summary' "and opens"
is "$(one "select login || ': ' || justification from audit.entry where operation = 'consultation' order by entry_id desc limit 1")" \
	"auditor1: audit of outcomes" "the log has it"
keys q
done_testing
