#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline-data(7) is whole: every view and function that users may touch, every kind and column of
# an import, every factor of the score, every step with who may take it.
set -u
. "$top_srcdir/tests/lib/tap.sh"

cd "$top_srcdir" || exit 99
tr -s ' \t()[]{},:;"' '\n' < man/gridline-data.7 | sed 's/\.$//' | sort -u > "$tap_dir/words"

# missing: words on standard input that the page has not.
missing() {
	sort -u | comm -23 - "$tap_dir/words"
}

ls sql/view/api.*.sql sql/function/api.*.sql | sed 's/.*\///; s/\.sql$//' > "$tap_dir/objects"
[ -s "$tap_dir/objects" ]
ok $? "there are views and functions"
missing < "$tap_dir/objects" > "$tap_dir/found"
empty "$tap_dir/found" "every one of them is in the page"
sed -n "s/.*('\([a-z]*\)', '\([a-z_]*\)', [0-9]*, .*/\1\n\2/p" sql/ref/import_column.sql > "$tap_dir/columns"
[ -s "$tap_dir/columns" ]
ok $? "there are columns"
missing < "$tap_dir/columns" > "$tap_dir/found"
empty "$tap_dir/found" "every kind and column is in the page"
sed -n "s/.*('LTS-1', '\([a-z_]*\)', .*/\1/p" sql/ref/score_factor.sql > "$tap_dir/factors"
[ -s "$tap_dir/factors" ]
ok $? "there are factors"
missing < "$tap_dir/factors" > "$tap_dir/found"
empty "$tap_dir/found" "every factor is in the page"
# A step stands as "STEP Ta A L S Ta", by the initials of its roles.
cat sql/ref/*_step.sql | tr -d '\n\t' |
	grep -oE "\('[a-z0-9_]+', '([^']|'')*', *'([^']|'')*', *'[a-z_]+', '\{[a-z,]+\}', '(held|seen|party)'" |
	sed -E "s/^\('([a-z0-9_]+)'.*'\{([a-z,]+)\}'.*/\1 \2/" |
	awk '{ print ".It " $1 " Ta" ($2 ~ /analyst/ ? " A" : "") ($2 ~ /lro/ ? " L" : "") ($2 ~ /supervisor/ ? " S" : "") " Ta" }' |
	sort > "$tap_dir/steps"
[ -s "$tap_dir/steps" ]
ok $? "there are steps"
sed -nE 's/^(\.It [a-z0-9_]+ Ta [ALS ]+ Ta).*/\1/p' man/gridline-data.7 | sort > "$tap_dir/told"
diff "$tap_dir/steps" "$tap_dir/told" > "$tap_dir/found"
empty "$tap_dir/found" "every step is in the page, with who may take it, and no other"
echo api.nothing | missing > "$tap_dir/found"
holds "$tap_dir/found" api.nothing "what is not in the page is found"
done_testing
