# SPDX-License-Identifier: MIT
# For tests of gridline demo: the command in a TMPDIR of its own, so that what it leaves is seen.
# Source after tap.sh.

demo_tmp=$tap_dir/tmp
mkdir "$demo_tmp"
chmod 755 "$tap_dir"
chmod 1777 "$demo_tmp"
gridline=$top_builddir/gridline

demo() {
	TMPDIR=$demo_tmp "$gridline" demo "$@"
}

# await CONDITION...: wait for a command to succeed, a minute at most: machines are slow where they are shared.
await() {
	for _ in $(seq 1200); do
		if "$@"; then
			return 0
		fi
		sleep 0.05
	done
	return 1
}

# The pattern stands in a file, so that grep does not find itself.
is_gone() {
	echo "$demo_tmp" > "$tap_dir/pattern"
	[ -z "$(ls "$demo_tmp")" ] && ! grep -qsaf "$tap_dir/pattern" /proc/[0-9]*/cmdline
}

# nothing_left WHEN: no file and no server, by now or soon.
nothing_left() {
	await is_gone
	ok $? "nothing is left $1"
}

# child_of PID NAME: the process of that name which PID started.
child_of() {
	cat /proc/[0-9]*/stat 2> /dev/null |
		awk -v parent="$1" -v name="($2)" '$2 == name && $4 == parent { print $1 }'
}
