# SPDX-License-Identifier: MIT
# For tests of the real binary in a real terminal: a demo's server that lasts as long as the test,
# and the console on it in tmux. Nothing sleeps: a test waits until a mark is on the screen. Source
# after tap.sh.

gridline=$top_builddir/gridline
command -v tmux > /dev/null 2>&1 || skip_all "tmux is not installed"
chmod 755 "$tap_dir"
mkdir -m 1777 "$tap_dir/tmp"
mkdir "$tap_dir/home"

# await COMMAND...: until it succeeds, a minute at most.
await() {
	for _ in $(seq 1200); do
		"$@" && return 0
		sleep 0.05
	done
	return 1
}

# A server of its own each time: a socket whose server is just ending takes nobody.
tty_n=0
mux() {
	command tmux -S "$tap_dir/tmux.$tty_n" -f /dev/null "$@"
}
mux_anew() {
	mux kill-server 2> /dev/null
	tty_n=$((tty_n + 1))
}

# desk N: of several consoles, the one that keys and screens are of from here on; a console begun there
# leaves those at other desks be. A console begun at desk N stands at N + 1.
tty_desks=0
desk() {
	tty_n=$1
	tty_desks="$tty_desks $1 $(($1 + 1))"
}

# tty_end: the terminals and the server go with the test.
tty_end() {
	for tty_n in $tty_desks $tty_n; do
		mux kill-server 2> /dev/null
	done
	[ -z "${tty_demo:-}" ] || kill "$tty_demo" 2> /dev/null
	[ -z "${tty_demo:-}" ] || wait "$tty_demo" 2> /dev/null
}
trap 'tty_end; rm -rf "$tap_dir"' EXIT

# tty_server: the world of the demo; PG* say where.
tty_server() {
	mkfifo "$tap_dir/hold"
	TMPDIR=$tap_dir/tmp "$gridline" demo --exec \
		"env | grep ^PG > '$tap_dir/pg.new'; mv '$tap_dir/pg.new' '$tap_dir/pg'; read -r _ < '$tap_dir/hold'" \
		2> "$tap_dir/demo.err" &
	tty_demo=$!
	await test -s "$tap_dir/pg" || {
		diag_file "$tap_dir/demo.err"
		echo "Bail out! the demo does not start"
		exit 99
	}
	PGHOST=$(sed -n 's/^PGHOST=//p' "$tap_dir/pg")
	PGPORT=$(sed -n 's/^PGPORT=//p' "$tap_dir/pg")
	PGDATABASE=$(sed -n 's/^PGDATABASE=//p' "$tap_dir/pg")
	PGUSER=$(sed -n 's/^PGUSER=//p' "$tap_dir/pg")
	export PGHOST PGPORT PGDATABASE PGUSER
}

# console COLS ROWS [NAME=VALUE...] [OPTION...]: the console in a terminal of that size. What it
# leaves behind when it ends is its status in $tap_dir/status and its messages in $tap_dir/err.
console() {
	cols=$1
	rows=$2
	shift 2
	mux_anew
	rm -f "$tap_dir/status" "$tap_dir/err"
	env=
	while [ $# -gt 0 ] && [ "${1%%=*}" != "$1" ] && [ "${1#-}" = "$1" ]; do
		env="$env $1"
		shift
	done
	cat > "$tap_dir/start" <<- END
		env HOME='$tap_dir/home' TERM=screen-256color LC_ALL=C.UTF-8 $env '$gridline' $* 2> '$tap_dir/err'
		echo \$? > '$tap_dir/status'
		echo "it has ended"
		read -r _
	END
	mux new-session -d -x "$cols" -y "$rows" "sh '$tap_dir/start'"
}

keys() {
	mux send-keys "$@"
}
screen() {
	mux capture-pane -p
}
# shows PATTERN: it is on the screen now.
shows() {
	screen 2> /dev/null | grep -q -- "$1"
}
# shown PATTERN NAME: it is on the screen, now or soon.
shown() {
	if await shows "$1"; then
		pass "$2"
	else
		screen > "$tap_dir/screen"
		fail "$2" "$tap_dir/screen"
	fi
}
hides() {
	! shows "$1"
}
# process: the console itself.
process() {
	cat /proc/[0-9]*/stat 2> /dev/null | awk -v parent="$(mux display-message -p '#{pane_pid}')" '
		{ name[$1] = $2; up[$1] = $4 }
		END { for (p in up) if (name[p] == "(gridline)" && up[p] == parent) print p }'
}
