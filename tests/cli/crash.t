#!/bin/sh
# SPDX-License-Identifier: MIT
# Where the console dies of its own fault, the terminal is given back: the shell's screen stands
# again and echoes what is typed.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"
have tmux || skip_all "tmux is not installed"

mux() {
	command tmux -S "$tap_dir/tmux.$signal" -f /dev/null "$@"
}
shows() {
	mux capture-pane -p 2> /dev/null | grep -q "$1"
}

# What runs in the terminal; core files would only be in the way.
cat > "$tap_dir/run" << SH
ulimit -c 0
echo before
'$gridline' -h '$tap_dir/no-server' -U nobody -d none
echo "ended with \$?"
stty -a | tr ' ;' '\n\n' | grep -x -e echo -e icanon
exec cat
SH

# Where a sanitizer is built in, a fault is its own to report.
signals='SEGV ABRT'
! grep -q __asan_init "$gridline" || signals=ABRT

for signal in $signals; do
	mux new-session -d -x 80 -y 24 "exec env TERM=screen-256color sh '$tap_dir/run'"
	await shows OFFICIAL
	ok $? "the console is open"
	kill -s "$signal" "$(child_of "$(mux display-message -p '#{pane_pid}')" gridline)"
	await shows icanon
	ok $? "$signal: the terminal is a line editor again"
	mux capture-pane -p > "$tap_dir/screen"
	holds "$tap_dir/screen" before "$signal: the shell's screen stands again"
	holds "$tap_dir/screen" "^echo" "$signal: what is typed shows"
	grep -qE '^ended with (139|134|1)$' "$tap_dir/screen"
	ok $? "$signal: it ended by it" "$tap_dir/screen"
	mux kill-server
done

done_testing
