#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline upgrade on a database of version 1: every file of every version since, all or nothing.
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

createdb old
PGDATABASE=old
export PGDATABASE
psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -f "$top_srcdir/tests/sql/version1.sql" > "$out" 2>&1
ok $? "version 1 installs" "$out"
sql 'select * from ref.schema_version order by version' > "$tap_dir/before"

# In the way of the last but one file of version 2, so that all those before it have run.
sql 'create function api.waiting(at_most int) returns int language sql as $$ select 1 $$'
"$gridline" upgrade > "$out" 2> "$err"
is $? 1 "an upgrade stops at what is in its way"
holds "$err" 'sql/upgrade/0002_dossier/16_api\.sql: .*waiting' "and names the file and what it met"
sql 'select * from ref.schema_version order by version' > "$tap_dir/after"
same "$tap_dir/before" "$tap_dir/after" "the version is what it was"
is "$(sql "select count(*) from pg_class where oid in (to_regclass('ref.assessment_state'), to_regclass('ref.step'))")" 0 \
	"and nothing is left of the files before it"
sql 'drop function api.waiting(int)'

"$gridline" upgrade > "$out" 2> "$err"
ok $? "without it the upgrade runs" "$err"
newest=$(find "$top_srcdir/sql/upgrade" -mindepth 1 -type d | wc -l)
holds "$out" "$((newest + 1))" "and says to which version"
is "$(sql "select string_agg(version::text, ' ' order by version) from ref.schema_version")" \
	"$(seq -s ' ' 1 $((newest + 1)))" "each version is one entry, however many its files"
"$gridline" upgrade > "$out" 2> "$err"
ok $? "a second upgrade runs" "$err"
holds "$out" "nothing to do" "and finds nothing to do"
done_testing
