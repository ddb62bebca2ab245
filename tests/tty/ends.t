#!/bin/sh
# SPDX-License-Identifier: MIT
# However the console ends or stops, the terminal is as it was.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server

# restored: the terminal reads lines again, the shell's own text is on its first screen.
restored() {
	shown 'it has ended' "$1: its own screen is given back"
	mux display-message -p '#{alternate_on}' | grep -qx 0
	ok $? "$1: no longer the other one"
	stty -F "$(mux display-message -p '#{pane_tty}')" -a | grep -q ' icanon.* echo '
	ok $? "$1: lines and echo as before"
}

for signal in TERM HUP QUIT; do
	console 80 24
	shown '^> *1 ' "SIG$signal: the grid"
	kill -s "$signal" "$(process)"
	await test -s "$tap_dir/status"
	is "$(cat "$tap_dir/status")" 1 "SIG$signal: it ends with a status"
	restored "SIG$signal"
done

console 80 24
shown '^> *1 ' "the grid"
kill -s INT "$(process)"
shown 'nothing runs\|cancelled' "SIGINT cancels what still runs, and does not end"
kill -s INT "$(process)"
shown 'nothing runs' "and once more there is nothing to cancel"
pid=$(process)
mux kill-server
is_gone() {
	[ ! -e "/proc/$pid" ]
}
await is_gone
ok $? "the terminal gone: it ends"

# A shell with job control around it, for Ctrl-Z.
cat > "$tap_dir/jobs" <<- END
	export HOME='$tap_dir/home' TERM=screen-256color LC_ALL=C.UTF-8 PS1='prompt: '
	exec bash --norc --noprofile -i
END
mux_anew
mux new-session -d -x 80 -y 24 "sh '$tap_dir/jobs'"
shown '^prompt:' "a shell"
keys "'$gridline'" Enter
shown '^> *1 ' "the console in it"
keys j C-z
shown 'Stopped' "Ctrl-Z stops it and gives the terminal back"
keys fg Enter
shown '^> *2 ' "fg brings it back as it was"
keys j
shown '^> *3 ' "and it works"
keys q
shown '^prompt:' "left for good"

cat > "$tap_dir/captive.conf" <<- END
	captive = { enabled = true; connection = "host='$PGHOST' port=$PGPORT dbname=$PGDATABASE user=$PGUSER"; };
END
console 80 24 PGHOST=/nowhere --config "$tap_dir/captive.conf"
shown '^> *1 ' "captive: the connection is the configuration's alone"
keys C-z
shown 'no stopping' "captive: Ctrl-Z does not stop"
keys q
await test -s "$tap_dir/status"

printf 'keys = { quit = "x"; nosuch = "y"; };\nmarking = "SECRET TEST";\n' > "$tap_dir/keys.conf"
console 80 24 --config "$tap_dir/keys.conf"
shown 'SECRET TEST' "the marking is the configuration's"
keys q
shown 'q has no meaning' "q is free"
keys x
await test -s "$tap_dir/status"
is "$(cat "$tap_dir/status")" 0 "and x leaves"
printf 'keys = { quit = "NoSuchKey"; };\n' > "$tap_dir/bad.conf"
"$gridline" --config "$tap_dir/bad.conf" > "$tap_dir/out" 2>&1
is $? 1 "a key that is none is refused"
holds "$tap_dir/out" 'bad.conf:1: keys.quit' "with file, line and setting"

done_testing
