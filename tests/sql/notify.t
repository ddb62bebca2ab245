#!/bin/sh
# SPDX-License-Identifier: MIT
# Who listens is told that something of a kind was changed: by one word, after it is committed, once a
# transaction, not for a change of nothing, and never what was changed.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/sql/world.sh"
world_clone test_notify

# told SQL...: the payloads a listener gets while each is run, sorted, on one line.
told() {
	{
		echo "listen gridline;"
		printf '%s;\n' "$@"
		echo "select 1 \\g /dev/null" # psql looks for them after each statement
	} | psql -XAtq -v ON_ERROR_STOP=1 2>&1 |
		sed -n 's/^Asynchronous notification "\([^"]*\)"\( with payload "\([^"]*\)"\)\{0,1\} received.*/\1:\3/p' |
		sort | uniq -c | tr -s ' \n' ' ' | sed 's/^ //; s/ $//'
}

is "$(told "update data.line set name = name || ' again' where line_ref = 'W1'")" "1 gridline:line" "a line is changed"
is "$(told "update data.line set name = name where false")" "" "a change of nothing is none"
is "$(told "update data.line set name = name where line_ref = 'W1'")" "" "nor is one that leaves it as it was"
is "$(told "begin" "update data.line set name = name || ' more' where line_ref = 'W1'" \
	"update data.line set name = name || ' more' where line_ref = 'W2'" "rollback")" "" "what is not committed is not told"
is "$(told "begin" "update data.line set name = name || ' more' where line_ref = 'W1'" \
	"update data.line set name = name || ' more' where line_ref = 'W2'" "commit")" "1 gridline:line" "a transaction is told of once"
is "$(told "insert into data.line (line_ref, holder_force, status, export_force) select 'N' || i, 'West Midlands', 'active', 'West Midlands'
	from generate_series(1, 1000) i")" "1 gridline:line" "a thousand lines, too"
raise='{"title": "Visit", "reason": "SYNTHETIC", "unit": "BE", "due": "5wd", "route": "local"}'
is "$(told "set session authorization analyst1" "select said from api.step('task_raise', (select line_id from api.grid where line_ref = 'W1'), null, '$raise', gen_random_uuid())")" \
	"1 gridline:line 1 gridline:tasking" "a tasking is raised: it is news, and so is its line, which counts it"
is "$(told "set session authorization analyst1" "select api.tasks_seen()" "select api.consult('line', (select line_id from api.grid where line_ref = 'W1'), 'SYNTHETIC')")" \
	"" "who only looks tells nobody"
is "$(told "select api.day_turn()" "select api.day_turn()")" "" "a console that begins wakes nobody when nothing is due"
is "$(psql -XAtq -c "select string_agg(distinct tgrelid::regclass::text, ' ') from pg_trigger
	where tgfoid = 'data.tg_record__notify'::regproc and (select count(*) from pg_trigger o
		where o.tgrelid = pg_trigger.tgrelid and o.tgfoid = pg_trigger.tgfoid) <> 3")" "" "each table tells of all three: come, changed, gone"
done_testing
