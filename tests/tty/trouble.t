#!/bin/sh
# SPDX-License-Identifier: MIT
# The database stops dead, drops the connection, goes for good: keys are answered, rows stay, the
# banner says what is wrong, and the console comes back by itself.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server
postmaster=$(head -n 1 "$PGHOST/data/postmaster.pid")
children() {
	cat /proc/[0-9]*/stat 2> /dev/null | awk -v parent="$postmaster" '$4 == parent { print $1 }'
}
backend() {
	psql -Atc "select pid from pg_stat_activity where application_name = 'gridline' and pid <> pg_backend_pid()"
}

console 100 30
shown '^> *1 ' "the grid"
keys j
shown '^2/[0-9]* ' "all of it, with its count"
shown 'connected' "connected"

# shellcheck disable=SC2046 # process ids
kill -s STOP "$postmaster" $(children)
keys j j
shown '^4/' "the server stopped dead: a move is answered"
keys G
shown 'SLOW' "and the banner says that the server is slow"
keys Escape
shown 'cancelled' "Esc cancels"
keys '?'
shown 'Help: threat grid' "help"
keys q
shown '^> *4 ' "back on the row"
# shellcheck disable=SC2046
kill -s CONT "$postmaster" $(children)
await hides SLOW
ok $? "it goes on, and so does the console"
keys G
shown '^\([0-9]*\)/\1 ' "to the last line"

kill -s TERM "$(backend)"
keys r
shown 'connected' "a lost connection comes back by itself"
keys g
shown '^1/' "and lists"

kill -s KILL "$postmaster"
keys j
shown 'LOST' "the server is gone: the banner says so"
shown '^> *2 ' "the rows stay"
keys j
shown '^> *3 ' "and are walked"
keys q
await test -s "$tap_dir/status"
is "$(cat "$tap_dir/status")" 0 "q leaves"

console 80 24
shown 'no server' "without a server the screen says so"
keys q
await test -s "$tap_dir/status"
is "$(cat "$tap_dir/status")" 0 "and q leaves"

done_testing
