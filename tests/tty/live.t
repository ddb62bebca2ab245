#!/bin/sh
# SPDX-License-Identifier: MIT
# Two consoles on one server: what is changed in one, or by a script, appears in the other without a key, within
# a second, and the cursor stays where it is. Two at one form: neither loses anything.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server

one() {
	psql -XAtq -v ON_ERROR_STOP=1 -U postgres -c "$1"
}
# opened DESK LOGIN COLS ROWS: a console of that login.
opened() {
	desk $(($1 - 1))
	console "$3" "$4" "PGUSER=$2"
	await shows OFFICIAL
	keys 1 # an LRO would begin with what waits for them
	shown '^> *[0-9]' "$2 is on the grid"
}
# banner PATTERN: it is in the first line now.
banner() {
	screen 2> /dev/null | head -n 1 | grep -q -- "$1"
}
millis() {
	date +%s%3N
}
# appears PATTERN NAME: within a second from when $began says; looked for often.
appears() {
	for _ in $(seq 400); do
		shows "$1" && break
		[ $(($(millis) - began)) -gt 20000 ] && break
		sleep 0.01
	done
	took=$(($(millis) - began))
	diag "$2: $took ms"
	shows "$1" && [ "$took" -lt 1000 ]
	ok $? "$2"
}
# Three lines in a row near the top that all may see and nothing is under way on.
three=$(one "select string_agg(line_ref, ' ' order by sort_score, sort_seen, line_ref) from (
	select l.* from data.line l where l.is_open and l.holder_force = 'West Midlands' and not l.restricted and l.export_npu = 'BW'
	and not exists (select from data.deconfliction d where l.line_id in (d.line_a, d.line_b))
	order by l.sort_score, l.sort_seen, l.line_ref limit 3) x")
# shellcheck disable=SC2086 # words
set -- $three
first=$1 second=$2
psql -XAtq -U lro_bw -o /dev/null -c 'select api.tasks_seen()'

opened 31 lro_bw 40 20
keys 4
shown '4 Mine' "an LRO has their own list before them"
await banner 'Dec 09:0'
! banner ' new'
ok $? "nothing is new to an LRO who has looked"
opened 21 supervisor1 80 24
keys / "$second" Enter
shown "^> .*$second" "the supervisor is on a line"
opened 11 analyst1 110 34
keys / "$first" Enter
shown "^> .*$first" "the analyst on another"

# A line is edited by the one: the other reads it.
keys e
shown 'C-s saves' "the analyst edits it"
keys C-u 'Renamed Live'
shown 'Renamed Live' "a new name"
began=$(millis)
keys C-s
desk 21
appears "$first .*Renamed" "the supervisor sees it without a key"
shows "^> .*$second"
ok $? "on the line of before"

# Two at one form.
desk 11
shown "$first is saved" "it is saved"
keys / "$second" Enter
await shows "^> .*$second"
keys e
shown 'C-s saves' "the analyst edits the other"
desk 21
keys e
shown 'C-s saves' "and so does the supervisor"
keys C-u 'Of The Super'
shown 'draft kept' "who types a name"
desk 11
keys C-u 'Of The Analyst'
shown 'Of The Analyst' "as does the analyst"
began=$(millis)
keys C-s
desk 21
appears 'changed meanwhile' "the supervisor is told, while the form stands as it was"
shows 'Of The Super'
ok $? "with all that was typed"
keys C-s
shown 'now: Of The Analyst' "both versions stand side by side"
is "$(one "select name from data.line where line_ref = '$second'")" "Of The Analyst" "nothing was written over"
keys C-s
shown "$second is saved" "saved in knowledge of both"
is "$(one "select name from data.line where line_ref = '$second'")" "Of The Super" "the later one stands"
is "$(one "select count(*) from data.line_history h join data.line l using (line_id) where l.line_ref = '$second' and h.name = 'Of The Analyst'")" 1 \
	"and the earlier is kept"

# A tasking from a script: counted on its line in every list, and new to the unit it is for.
open=$(one "select open_taskings from data.line where line_ref = '$first'")
raise='{"title": "Live", "reason": "SYNTHETIC", "unit": "BW", "due": "5wd", "route": "local", "submit": "yes"}'
ref=$(psql -XAtq -v ON_ERROR_STOP=1 -U supervisor1 -c "select ref from api.step('task_raise',
	(select line_id from api.grid where line_ref = '$first'), null, '$raise', gen_random_uuid())")
began=$(millis)
appears "$first .* $((open + 1)) *$" "its line counts it"
desk 31
began=$(millis)
psql -XAtq -v ON_ERROR_STOP=1 -o /dev/null -U analyst1 -c "select said from api.step('task_authorise',
	(select tasking_id from api.taskings where tasking_ref = '$ref'), (select row_version from api.taskings where tasking_ref = '$ref'),
	'{\"reason\": \"SYNTHETIC\"}', gen_random_uuid())"
appears Live "and the LRO of its unit has it in the list, on forty columns"
await banner '1 new '
ok $? "which the first line says to be new"
keys j
await eval "! banner ' new'"
ok $? "until a key says that somebody looks"

# A connection that was cut listens again, and has read what it missed.
desk 21
psql -XAtq -U postgres -o /dev/null -c "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'supervisor1'"
one "update data.line set name = 'While Away' where line_ref = '$first'"
shown "$first .*While Away" "what happened while the line was cut"
await shows connected
began=$(millis)
one "update data.line set name = 'And Back' where line_ref = '$first'"
appears "$first .*And Back" "and after it"
done_testing
