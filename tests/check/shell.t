#!/bin/sh
# SPDX-License-Identifier: MIT
# Every shell script parses, and shellcheck has nothing to say about it where it is installed.
set -u
. "$top_srcdir/tests/lib/tap.sh"

cd "$top_srcdir" || exit 99
for path in bootstrap .ci/run; do
	[ ! -f "$path" ] || echo "$path"
done > "$tap_dir/scripts"
find tests \( -name '*.t' -o -name '*.sh' \) -type f | LC_ALL=C sort >> "$tap_dir/scripts"

# interpreter FILE: sh or bash, by its first line; a file to be sourced is sh.
interpreter() {
	case $(head -n 1 "$1") in
	'#!'*bash*) echo bash ;;
	*) echo sh ;;
	esac
}

while read -r path; do
	$(interpreter "$path") -n "$path" || echo "$path"
done < "$tap_dir/scripts" > "$tap_dir/found" 2>&1
empty "$tap_dir/found" "every script parses"

while read -r path; do
	case $path in
	*.sh) continue ;;
	esac
	[ -x "$path" ] || echo "$path"
done < "$tap_dir/scripts" > "$tap_dir/found"
empty "$tap_dir/found" "every script that is run may be"

if have shellcheck; then
	# SC1090, SC1091: sourced by a path the environment gives. SC2154: variables of the
	# environment. SC2317: functions called by name.
	while read -r path; do
		shellcheck -s "$(interpreter "$path")" -S warning -e SC1090,SC1091,SC2154,SC2317 -f gcc "$path"
	done < "$tap_dir/scripts" > "$tap_dir/found" 2>&1
	empty "$tap_dir/found" "shellcheck is silent"
else
	skip "shellcheck is silent" "shellcheck is not installed"
fi

printf '#!/bin/sh\nif true; then\n' > "$tap_dir/planted"
! $(interpreter "$tap_dir/planted") -n "$tap_dir/planted" 2> /dev/null
ok $? "a script that does not parse is found"

done_testing
