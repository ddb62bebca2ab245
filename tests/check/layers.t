#!/bin/sh
# SPDX-License-Identifier: MIT
# The rooms of src/: who may include whom, and which room alone may include a library. The last
# tests plant what is forbidden in a copy, so that the check is known to find it.
set -u
. "$top_srcdir/tests/lib/tap.sh"

# A room, and the rooms it may include besides itself.
rooms='base:
conf: base
model: base
store: base model
term: base
view: base model term
report: base model
app: base conf model store term view report'

# Headers by pattern, and the one place that may include them.
owners='(n?curses[a-z]*|ncursesw?/[a-z]+|panel|form|menu|term)\.h|term/
(libpq-fe|postgres_ext|pg_config[a-z_]*)\.h|libpq[a-z/-]*\.h|store/pq.h
libconfig\.h|conf/
csv\.h|base/csv_'

# room_violations SRC ROOM ALLOWED...: quoted includes that lead to another room, or to none: what
# the build makes is called sql/*.inc.
room_violations() {
	(
		cd "$1" || exit 99
		room=$2
		shift
		pattern=$(printf '%s|' "$@")
		grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$room"/*.c "$room"/*.h 2> /dev/null |
			grep -vE "include \"(config\.h|sql/[a-z_]+\.inc|(${pattern%|})/[a-z0-9_]+\.h)\""
	)
}

# owner_violations SRC HEADER OWNER
owner_violations() {
	(
		cd "$1" || exit 99
		grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($2)[>\"]" --include='*.[ch]' . |
			sed 's|^\./||' | grep -v "^$3"
	)
}

# exit_violations SRC: calls that end the process, outside app/; a failed allocation may abort().
exit_violations() {
	(
		cd "$1" || exit 99
		grep -rnE '(^|[^a-z_])(_?[eE]xit|quick_exit)[[:space:]]*\(' --include='*.[ch]' . |
			sed 's|^\./||' | grep -v '^app/' | grep -vE ':[0-9]+:[[:space:]]*(/?\*|//)'
	)
}

src=$top_srcdir/src
found=$tap_dir/found

echo "$rooms" | sed 's/://' > "$tap_dir/rooms"
while read -r room allowed; do
	# shellcheck disable=SC2086 # a list of words
	room_violations "$src" "$room" $allowed > "$found"
	empty "$found" "$room includes ${allowed:-nothing} only"
done < "$tap_dir/rooms"

(cd "$src" && find . -mindepth 1 -maxdepth 1 -type d) | sed 's|^\./||' | LC_ALL=C sort > "$tap_dir/have"
cut -d' ' -f1 "$tap_dir/rooms" | LC_ALL=C sort > "$tap_dir/known"
same "$tap_dir/known" "$tap_dir/have" "src holds these rooms and no other"

echo "$owners" > "$tap_dir/owners"
while IFS= read -r line; do
	owner=${line##*|}
	header=${line%|*}
	owner_violations "$src" "$header" "$owner" > "$found"
	empty "$found" "only $owner includes $header"
done < "$tap_dir/owners"

exit_violations "$src" > "$found"
empty "$found" "only app ends the process"

# The same on a copy with one planted fault each.
copy=$tap_dir/src
mkdir -p "$copy/model" "$copy/view" "$copy/app"
printf '#include "config.h"\n#include "store/pq.h"\n' > "$copy/model/planted.c"
room_violations "$copy" model base > "$found"
holds "$found" 'planted.c:2:' "an upward include is found"
printf '#include "../store/pq.h"\n' > "$copy/model/planted.c"
room_violations "$copy" model base > "$found"
holds "$found" 'planted.c:1:' "so is one by way of ../"
printf ' # include <curses.h>\n' > "$copy/view/planted.c"
owner_violations "$copy" "$(sed -n '1s/|[^|]*$//p' "$tap_dir/owners")" term/ > "$found"
holds "$found" 'view/planted.c:1:' "curses outside term is found"
printf 'void f(void)\n{\n\texit(1);\n}\n' > "$copy/view/planted.c"
exit_violations "$copy" > "$found"
holds "$found" 'view/planted.c:3:' "an exit outside app is found"

done_testing
