#!/bin/sh
# SPDX-License-Identifier: MIT
# What base/banned.h and store/pq.h forbid does not compile, word by word, and the build forces
# banned.h into every C file.
set -u
. "$top_srcdir/tests/lib/tap.sh"

# compiles HEADERS BODY: status of compiling a function with that body as the build would.
# shellcheck disable=SC2086 # flags are lists
compiles() {
	printf '#include "config.h"\n%s\nvoid probe(void *p);\nvoid\nprobe(void *p)\n{\n\t%s;\n}\n' "$1" "$2" > "$tap_dir/probe.c"
	${CC:-cc} -std=c11 -fsyntax-only -w -I"$top_builddir" -I"$top_srcdir/src" ${PQ_CFLAGS-} \
		-include "$top_srcdir/src/base/banned.h" "$tap_dir/probe.c" 2> "$tap_dir/said"
}

# poisoned FILE: the words its pragmas forbid.
poisoned() {
	sed -n 's/^#pragma GCC poison//p' "$1" | tr -s ' ' '\n' | sed '/^$/d'
}

# check_banned HEADERS FILE: none of the words that FILE forbids compiles.
check_banned() {
	for word in $(poisoned "$2"); do
		if compiles "$1" "(void)sizeof($word)"; then
			fail "$word is banned"
		else
			holds "$tap_dir/said" "poisoned" "$word is banned"
		fi
	done
}

compiles '' '(void)memcpy(p, "", 1)'
ok $? "a harmless call compiles" "$tap_dir/said"
check_banned '' "$top_srcdir/src/base/banned.h"

compiles '#include "store/pq.h"' '(void)PQsendQuery(p, "select 1")'
ok $? "an asynchronous libpq call compiles" "$tap_dir/said"
check_banned '#include "store/pq.h"' "$top_srcdir/src/store/pq.h"

poisoned "$top_srcdir/src/base/banned.h" > "$tap_dir/words"
for word in strcpy strcat sprintf system popen strtok atoi gmtime; do
	grep -qx "$word" "$tap_dir/words" || echo "$word"
done > "$tap_dir/missing"
empty "$tap_dir/missing" "the worst of the C library are among them"

# What is compiled bears it out: no object of ours asks for one of them.
grep -q -- '-include .*base/banned\.h' "$top_builddir/Makefile"
ok $? "the build forces banned.h into every C file"
if have nm; then
	for library in "$top_builddir"/src/lib*.a; do
		nm -u "$library" 2> /dev/null
	done | awk '{ print $NF }' | sed 's/^__//; s/_chk$//; s/@.*//' | sort -u > "$tap_dir/used"
	grep -qx malloc "$tap_dir/used"
	ok $? "what the libraries call is seen"
	grep -xFf "$tap_dir/words" "$tap_dir/used" | grep -vx -e vsprintf -e sprintf > "$tap_dir/found"
	empty "$tap_dir/found" "and none of it is banned"
else
	skip "what the libraries call" "nm is not installed"
fi

done_testing
