#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline demo --keep DIR: the cluster stays and is opened again, durable, by one at a time, whatever
# became of the one before.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

kept=$demo_tmp/kept
keep() {
	demo --keep "$kept" "$@"
}
admin='psql -XAtq -U postgres'

keep --empty --exec "$admin -c 'create table public.mine (n int); insert into mine values (42)'
	$admin -c 'show fsync'" > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "a cluster is made in a new folder" "$tap_dir/err"
is "$(cat "$tap_dir/out")" on "what is kept is written to disk"
is "$(ls "$demo_tmp")" kept "only the folder stays"
is "$(stat -c %a "$kept")" 700 "and nobody else may enter it"

keep --exec "$admin -c 'select n from public.mine'" > "$tap_dir/out" 2> "$tap_dir/err"
is "$(cat "$tap_dir/out")" 42 "it is opened again with what it held"
holds "$tap_dir/err" 'starting the server' "by a server started anew"
! grep -q 'installing' "$tap_dir/err"
ok $? "and installs nothing" "$tap_dir/err"

# The folder's name is relative for the second one.
keep --exec "cd '$demo_tmp' && TMPDIR=$demo_tmp '$gridline' demo --keep kept --exec true; echo status \$?" \
	> "$tap_dir/out" 2> "$tap_dir/err"
is "$(cat "$tap_dir/out")" "status 1" "a second opener is refused"
holds "$tap_dir/err" 'is open in another gridline demo' "and told why"

# The server dies without a word: its pid file is stale.
keep --exec "kill -9 \$(head -n 1 '$kept/data/postmaster.pid')" > "$tap_dir/out" 2> "$tap_dir/err"
[ -f "$kept/data/postmaster.pid" ]
ok $? "a server that was killed leaves its pid file"
keep --exec "$admin -c 'select n from public.mine'" > "$tap_dir/out" 2> "$tap_dir/err"
is "$(cat "$tap_dir/out")" 42 "which the next one does not mind"

# Killed while it was being made: there is nothing worth keeping, so it is made anew.
half=$demo_tmp/half
TMPDIR=$demo_tmp env --default-signal "$gridline" demo --empty --keep "$half" --exec 'exec sleep 60' \
	> "$tap_dir/out" 2> "$tap_dir/err" &
pid=$!
await grep -q 'installing' "$tap_dir/err"
kill -s KILL "$pid"
wait "$pid"
await test ! -e "$half/data/postmaster.pid"
[ -e "$half/unfinished" ]
ok $? "a cluster that was not finished is marked"
demo --empty --keep "$half" --exec "$admin -c 'select count(*) from data.staff'" > "$tap_dir/out" 2> "$tap_dir/err"
is "$(cat "$tap_dir/out")" 13 "and made anew"

keep --exec "$admin -c \"insert into ref.schema_version values (9999, 'from the future')\"" \
	> "$tap_dir/out" 2> "$tap_dir/err"
keep --exec true > "$tap_dir/out" 2> "$tap_dir/err"
is $? 1 "a newer schema is refused"
holds "$tap_dir/err" '9999' "by its number"

mkdir "$demo_tmp/other"
: > "$demo_tmp/other/letter"
demo --keep "$demo_tmp/other" --exec true > "$tap_dir/out" 2> "$tap_dir/err"
is $? 1 "a folder with other files in it is refused"
is "$(ls "$demo_tmp/other")" letter "and left alone"

demo --keep "$demo_tmp/no/such/parent" --exec true > "$tap_dir/out" 2> "$tap_dir/err"
is $? 1 "so is one that cannot be made"

rm -rf "$kept" "$half" "$demo_tmp/other"
nothing_left "in the end"
done_testing
