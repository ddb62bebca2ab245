#!/bin/sh
# SPDX-License-Identifier: MIT
# No file over 500 lines, no function over 80, no more than 5 parameters. What has outgrown its
# place is hard to hold in the head; it is cut along its seams before it is grown further.
set -u
. "$top_srcdir/tests/lib/tap.sh"

# oversized FILE...: what is over the limits.
oversized() {
	awk -v file=500 -v function_limit=80 -v parameters=5 -f "$top_srcdir/tests/check/size.awk" "$@"
}
# functions FILE...: how many function bodies there are, counted another way.
functions() {
	cat "$@" | grep -c '^{'
}

cd "$top_srcdir" || exit 99
find src tests -name '*.[ch]' > "$tap_dir/c"
find tests sql bootstrap .ci man -type f 2> /dev/null | grep -E '\.(t|sh|py|awk|mk)$|^bootstrap$|^\.ci/' > "$tap_dir/other"
find sql -name '*.sql' ! -path 'sql/ref/*' > "$tap_dir/sql"

# shellcheck disable=SC2046 # our own file names hold no blanks
{
	oversized $(cat "$tap_dir/c") > "$tap_dir/found"
	empty "$tap_dir/found" "C: files of 500 lines, functions of 80, 5 parameters"
	[ "$(functions $(cat "$tap_dir/c"))" -gt 0 ]
	ok $? "functions are found at all"
	oversized $(cat "$tap_dir/other") > "$tap_dir/found"
	empty "$tap_dir/found" "scripts: files of 500 lines"
	if [ -s "$tap_dir/sql" ]; then
		oversized $(cat "$tap_dir/sql") | grep ' lines ' > "$tap_dir/found"
		empty "$tap_dir/found" "SQL: files of 500 lines"
	fi
}

awk 'BEGIN { for (i = 0; i < 501; i++) print "/* */" }' > "$tap_dir/long.c"
oversized "$tap_dir/long.c" > "$tap_dir/found"
holds "$tap_dir/found" 'long.c: 501 lines' "a long file is found"
awk 'BEGIN { print "int\nlong_one(int a, void (*f)(int, int),\n    int c, int d, int e, int g)\n{"
	for (i = 0; i < 81; i++) print "\ta++;"
	print "}" }' > "$tap_dir/function.c"
oversized "$tap_dir/function.c" > "$tap_dir/found"
holds "$tap_dir/found" 'long_one has 81 lines' "a long function is found"
holds "$tap_dir/found" 'long_one has 6 parameters' "too many parameters are found"

done_testing
