#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline init and upgrade: what they do to a database, and when they leave it alone.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/lib/cluster.sh"
cluster_private
trap 'cluster_stop; rm -rf "$tap_dir"' EXIT
out=$tap_dir/out err=$tap_dir/err
gridline=$top_builddir/gridline
sql() {
	psql -XAtq -c "$1"
}

createdb new
PGDATABASE=new
export PGDATABASE
"$gridline" upgrade > "$out" 2> "$err"
is $? 1 "upgrade of a database without Gridline is refused"
holds "$err" 'gridline init' "with the way out"

sql 'create role somebody login'
PGUSER=somebody "$gridline" init > "$out" 2> "$err"
is $? 1 "init is refused to an ordinary user"
holds "$err" 'somebody may not install in database new: it takes a superuser' "and says what it takes"
is "$(sql "select count(*) from pg_namespace where nspname in ('data', 'api')")" 0 "nothing was made"

"$gridline" init > "$out" 2> "$err"
ok $? "init installs" "$err"
holds "$out" '^Gridline schema [0-9]* is installed in database new\.$' "and says so"
version=$(sql 'select max(version) from ref.schema_version')
is "$(sql 'select count(*) > 40 from ref.force')" t "with the reference data"

pg_dump -s | grep -v restrict > "$tap_dir/before"
"$gridline" init > "$out" 2> "$err"
is $? 1 "a second init is refused"
holds "$err" "Database new has Gridline already, with schema $version" "by name"
holds "$err" 'Nothing was changed' "and says that nothing was changed"
"$gridline" upgrade > "$out" 2> "$err"
ok $? "upgrade finds nothing to do" "$err"
holds "$out" "nothing to do" "and says so"
pg_dump -s | grep -v restrict > "$tap_dir/after"
same "$tap_dir/before" "$tap_dir/after" "neither changed a thing"

createdb second
"$gridline" init -d second > "$out" 2> "$err"
ok $? "another database of the same cluster can have it, too" "$err"

sql "insert into ref.schema_version values (9999, 'from the future')"
for command in init upgrade; do
	"$gridline" $command > "$out" 2> "$err"
	is $? 1 "$command refuses a newer schema"
	holds "$err" "9999, which is newer than this program's $version" "by its number"
done

# Something is in the way half through: nothing may be left of the rest.
createdb taken
PGDATABASE=taken
sql 'create schema api'
"$gridline" init > "$out" 2> "$err"
is $? 1 "init stops at what is in its way"
holds "$err" 'api' "and names it"
is "$(sql "select count(*) from pg_namespace where nspname in ('data', 'ref')")" 0 "nothing is left of it"

"$gridline" init -d nowhere > "$out" 2> "$err"
is $? 1 "a database that is not there is named"
holds "$err" 'nowhere' "by its name"
"$gridline" init operand > "$out" 2> "$err"
is $? 2 "an operand is wrong usage"

done_testing
