#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline demo with the console on it, in a real terminal: two at once, left by its key, hung up,
# ended and killed outright. Each time server and files go.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"
have tmux || skip_all "tmux is not installed"

mux() {
	socket=$tap_dir/tmux.$1
	shift
	command tmux -S "$socket" -f /dev/null "$@"
}
# open NAME: a terminal of that name with a demo in it, on its ranked grid.
open() {
	mux "$1" new-session -d -x 100 -y 30 \
		"exec env TERM=screen-256color TMPDIR='$demo_tmp' '$gridline' demo 2> '$tap_dir/err.$1'"
	await shows "$1" 'WM22-'
	ok $? "the grid is on the screen" "$tap_dir/err.$1"
	pid=$(mux "$1" display-message -p '#{pane_pid}')
}
shows() {
	mux "$1" capture-pane -p 2> /dev/null | grep -q "$2"
}
is_closed() {
	! mux "$1" has-session 2> /dev/null
}

open one
open two
is "$(find "$demo_tmp" -maxdepth 1 -name 'gridline-*' | wc -l)" 2 "two have a server each"
mux one send-keys q
await is_closed one
ok $? "q leaves"
shows two 'WM22-'
ok $? "and the other one stays"
mux two kill-server
nothing_left "after leaving and after a hang-up"

for signal in TERM KILL; do
	open "$signal"
	kill -s "$signal" "$pid"
	await is_closed "$signal"
	nothing_left "after $signal"
done

done_testing
