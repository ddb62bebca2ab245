#!/bin/sh
# SPDX-License-Identifier: MIT
# The console at every size and on every kind of terminal: the ranked grid is there, its first row
# under the cursor, the marking above and the keys below.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server
first=$(psql -Atc "select line_ref from api.grid where is_open order by sort_score, sort_seen, line_ref limit 1")

# lines_of N: so many rows of the screen are lines of the grid.
lines_of() {
	[ "$(screen | grep -c '^.....[ 0-9].*[A-Z][A-Z]22-[0-9]')" -eq "$1" ]
}

for size in "80 24 20" "132 43 39" "40 20 16"; do
	set -- $size
	console "$1" "$2"
	shown "^> *1 .*$first" "$1x$2: the greatest threat is under the cursor"
	await lines_of "$3"
	ok $? "$1x$2: $3 lines are on the screen"
	shows '^OFFICIAL-SENSITIVE .*TRAINING 31 Dec'
	ok $? "$1x$2: marking and training clock"
	keys j
	shown '^2/[0-9]' "$1x$2: a move, and where one is"
	shown '? help' "$1x$2: the keys that matter"
	keys G
	shown '^ *\([0-9]*\)/\1 ' "$1x$2: the last line"
	keys '?'
	shown 'Help: threat grid' "$1x$2: help"
	keys q q
	await test -s "$tap_dir/status"
	is "$(cat "$tap_dir/status")" 0 "$1x$2: q leaves"
done

console 80 24
shown "^> *1 .*$first" "before the resize"
keys j j j
for size in "40 20" "132 43" "20 5" "1 1" "80 24"; do
	set -- $size
	mux resize-window -x "$1" -y "$2"
	[ "$1" -lt 80 ] || shown '^4/[0-9]\|^> *4 ' "$1x$2: the cursor stays on its row"
done
keys f
shown '^filter:' "a line is asked for"
keys -l 'npu:BE'
mux resize-window -x 60 -y 20
shown '^filter: npu:BE' "what is typed outlives a resize"
keys Enter
shown 'f: npu:BE' "and is what counts"
keys q
await test -s "$tap_dir/status"

for term in xterm-256color linux vt100 screen; do
	console 80 24 "TERM=$term"
	shown "^> *1 .*$first" "TERM=$term: the grid"
	keys Down Down
	shown '^> *3 ' "TERM=$term: arrows"
	keys q
	await test -s "$tap_dir/status"
done
console 80 24 TERM=nosuch-terminal
shown "^> *1 .*$first" "an unknown TERM: the grid all the same"
shown 'nosuch-terminal' "and what is wrong with it"
keys q
await test -s "$tap_dir/status"
console 80 24 LC_ALL=C
shown "^> *1 .*$first" "no UTF-8: the grid"
screen | LC_ALL=C grep -q '[^ -~]'
is $? 1 "no UTF-8: nothing but ASCII on the screen"
keys q
await test -s "$tap_dir/status"

"$gridline" < /dev/null > "$tap_dir/out" 2>&1
is $? 1 "without a terminal it ends"
holds "$tap_dir/out" 'terminal' "and says why"

done_testing
