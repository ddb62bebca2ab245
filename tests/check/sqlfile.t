#!/bin/sh
# SPDX-License-Identifier: MIT
# The database's source: one object a file, the file named after the object, a comment on each, and
# functions that say how volatile they are and where they look things up. So `git log` of a file is
# the history of the object, and a name leads to its file.
set -u
. "$top_srcdir/tests/lib/tap.sh"

cd "$top_srcdir/sql" || exit 99
judge() {
	awk -f "$top_srcdir/tests/check/sqlfile.awk" "$@"
}

for kind in schema type table function view trigger policy; do
	find "$kind" -name '*.sql' 2> /dev/null | LC_ALL=C sort > "$tap_dir/files"
	[ -s "$tap_dir/files" ] || continue
	# shellcheck disable=SC2046 # our own file names hold no blanks
	judge $(cat "$tap_dir/files") > "$tap_dir/found" < /dev/null
	empty "$tap_dir/found" "$kind: object and file bear one name, with a comment"
done

# One statement a file, and nothing that opens or closes a transaction.
find query -name '*.sql' 2> /dev/null | LC_ALL=C sort > "$tap_dir/files"
while read -r path; do
	sed 's/--.*//' "$path" | tr '\n' ' ' | grep -qE '^[^;]*;[[:space:]]*$' || echo "$path: not one statement"
	! grep -qiE '^(begin|commit|rollback)\b' "$path" || echo "$path: a transaction"
done < "$tap_dir/files" > "$tap_dir/found"
empty "$tap_dir/found" "query: one statement a file"

find . -name '*.sql' | LC_ALL=C sort > "$tap_dir/files"
while read -r path; do
	sed "s/--.*//; s/'[^']*'//g" "$path" |
		grep -nE '(^|[^A-Za-z_"])(SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|GRANT|REVOKE|COMMENT ON|BEGIN|RETURNS)([^A-Za-z_"]|$)' |
		sed "s|^|$path:|"
done < "$tap_dir/files" > "$tap_dir/found"
empty "$tap_dir/found" "keywords are in lower case"

mkdir -p "$tap_dir/function" "$tap_dir/table"
cat > "$tap_dir/function/api.good.sql" << 'SQL'
create function api.good(a text) returns text
language sql stable set search_path = api, pg_temp
as $$ select 'create table data.bad ()' $$;
comment on function api.good(text) is 'Good; with a semicolon.';
SQL
judge "$tap_dir/function/api.good.sql" > "$tap_dir/found"
empty "$tap_dir/found" "a file in order passes"
sed 's/ stable/ /; s/, pg_temp//; s/api\.good/api.other/; /comment/d' "$tap_dir/function/api.good.sql" \
	> "$tap_dir/function/api.bad.sql"
judge "$tap_dir/function/api.bad.sql" > "$tap_dir/found"
for complaint in 'makes api.other' 'no comment' 'immutable, stable or volatile' 'pg_temp'; do
	holds "$tap_dir/found" "$complaint" "found: $complaint"
done

done_testing
