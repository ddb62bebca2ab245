#!/bin/sh
# SPDX-License-Identifier: MIT
# However gridline demo ends, its server stops and its files go: by itself, by a signal to it, and
# when it is killed outright, while it works and while the command runs.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

# A shell's background jobs ignore INT and QUIT; ours must not.
start() {
	: > "$tap_dir/out"
	TMPDIR=$demo_tmp env --default-signal "$gridline" demo --empty --exec "$1" \
		> "$tap_dir/out" 2> "$tap_dir/err" &
	demo_pid=$!
}
says() {
	grep -q "$1" "$tap_dir/$2"
}

for signal in INT TERM HUP KILL; do
	start 'echo up; exec sleep 60'
	await says up out
	ok $? "the command runs"
	kill -s "$signal" "$demo_pid"
	wait "$demo_pid"
	status=$?
	case $signal in
	INT) is $status 130 "INT reaches the command" ;;
	TERM) is $status 143 "TERM reaches the command" ;;
	HUP) is $status 129 "HUP reaches the command" ;;
	KILL) is $status 137 "KILL leaves no time for anything" ;;
	esac
	nothing_left "after $signal"
done

start 'trap "echo caught; exit 5" TERM; echo up; while :; do sleep 0.1; done'
await says up out
kill -s TERM "$demo_pid"
wait "$demo_pid"
is $? 5 "a command that catches a signal decides the status"

for signal in INT KILL; do
	for when in private installing logins; do
		start 'echo up; exec sleep 60'
		await says "$when" err
		kill -s "$signal" "$demo_pid" 2> /dev/null
		wait "$demo_pid"
		nothing_left "after $signal while $when"
	done
done

start 'echo up; exec sleep 60'
await says up out
keeper=$(child_of "$demo_pid" gridline)
for signal in INT TERM HUP QUIT; do
	kill -s "$signal" "$keeper"
done
kill -0 "$keeper"
ok $? "the keeper does not end by signals"
kill -s TERM "$demo_pid"
wait "$demo_pid"
nothing_left "in the end"

done_testing
