#!/bin/sh
# SPDX-License-Identifier: MIT
# Every file of the tree is in a list of the build, itself or by its folder in EXTRA_DIST, and so is
# compiled, run, installed or at least handed on by `make dist`. A test that is in no list
# does not run, and nobody would notice.
set -u
. "$top_srcdir/tests/lib/tap.sh"

# unlisted LISTED FILES: lines of FILES that are neither in LISTED nor below a folder in it.
unlisted() {
	awk 'NR == FNR { listed[$0] = 1; next }
	{
		path = $0
		while (path != "" && !(path in listed))
			if (!sub(/\/[^\/]*$/, "", path))
				path = ""
		if (path == "")
			print
	}' "$1" "$2"
}

# of_build VARIABLE: the words of a variable of the build, one a line, as paths below the source.
of_build() {
	(cd "$top_builddir" && printf 'include Makefile\nshow-list:\n\t@printf "%%s\\n" $(%s)\n' "$1" |
		MAKEFLAGS='' make -s --no-print-directory -f - show-list 2> /dev/null) | sed "s|^$top_srcdir/||; s|^\(\.\./\)*||; s|^\./||" | LC_ALL=C sort
}

cd "$top_srcdir" || exit 99
of_build DISTFILES | uniq > "$tap_dir/listed"
[ -s "$tap_dir/listed" ]
ok $? "the build lists its files"

# What the build lists is there: an empty folder, say, is not in a clone.
while read -r path; do
	[ -e "$path" ] || [ -e "$top_builddir/$path" ] || echo "$path"
done < "$tap_dir/listed" > "$tap_dir/found"
empty "$tap_dir/found" "every file in a list is there"

if [ -e .git ] && have git && git ls-files > "$tap_dir/tree" 2> /dev/null; then
	grep -E '^(src|sql|conf|man|tests|\.ci)/' "$tap_dir/tree"
else
	find src sql conf man tests -type f
fi | while read -r path; do [ ! -f "$path" ] || echo "$path"; done |
	LC_ALL=C sort > "$tap_dir/files"
unlisted "$tap_dir/listed" "$tap_dir/files" > "$tap_dir/found"
empty "$tap_dir/found" "every file is in a list of the build"

# What a test run is made of: all scripts and programs there are, each in TESTS once.
of_build TESTS > "$tap_dir/running"
[ -s "$tap_dir/running" ]
ok $? "the build lists its tests"
uniq -d "$tap_dir/running" > "$tap_dir/found"
empty "$tap_dir/found" "no test runs twice"
find tests -name '*.t' | LC_ALL=C sort > "$tap_dir/scripts"
LC_ALL=C comm -23 "$tap_dir/scripts" "$tap_dir/running" > "$tap_dir/found"
empty "$tap_dir/found" "every test script runs"
grep -l '^main(' tests/*/*.c tests/*/*/*.c 2> /dev/null | grep -vE '^tests/(fuzz|bench)/' > "$tap_dir/programs"
while read -r path; do
	grep -qxF "${path%.c}" "$tap_dir/running" || echo "$path"
done < "$tap_dir/programs" > "$tap_dir/found"
empty "$tap_dir/found" "every test program runs"

# SQL: the install names each file that belongs to it, and nothing else.
if [ -f sql/install.order ]; then
	grep -v '^#' sql/install.order | sed '/^$/d' | LC_ALL=C sort > "$tap_dir/order"
	uniq -d "$tap_dir/order" > "$tap_dir/found"
	empty "$tap_dir/found" "no SQL file is installed twice"
	(cd sql && find . -name '*.sql') | sed 's|^\./||' | grep -vE '^(query|upgrade|demo|import)/' | LC_ALL=C sort > "$tap_dir/sql"
	LC_ALL=C comm -3 "$tap_dir/order" "$tap_dir/sql" > "$tap_dir/found"
	empty "$tap_dir/found" "the install is made of what is in the folders"
fi

printf 'src/a.c\nsql/demo\n' > "$tap_dir/listed"
printf 'src/a.c\nsrc/b.c\nsql/demo/x.sql\n' > "$tap_dir/files"
unlisted "$tap_dir/listed" "$tap_dir/files" > "$tap_dir/found"
is "$(cat "$tap_dir/found")" src/b.c "a file in no list is found"

done_testing
