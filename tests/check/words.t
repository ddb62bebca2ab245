#!/bin/sh
# SPDX-License-Identifier: MIT
# What must not stand in the repository: telephone numbers that could be somebody's (07700 900000 to
# 900999 are kept for drama), marks of unfinished work, and paths of the machine it was written on.
set -u
. "$top_srcdir/tests/lib/tap.sh"

# numbers FILE...: mobile numbers outside the range, on lines not marked as made up.
numbers() {
	grep -nE '(^|[^0-9A-Za-z.-])(0|\+44|0044)[ -]?7([ -]?[0-9]){9}([^0-9A-Za-z]|$)' "$@" /dev/null |
		grep -v SYNTHETIC |
		grep -vE '(0|\+44|0044)[ -]?7[ -]?7[ -]?0[ -]?0[ -]?9[ -]?0[ -]?0([ -]?[0-9]){3}([^0-9]|$)'
}
# unfinished FILE...: the words are put together here so that this file does not hold them.
unfinished() {
	grep -nE "(^|[^A-Za-z_])(TO""DO|FIX""ME|XX""X|HA""CK)([^A-Za-z_]|$)" "$@" /dev/null
}
machine() {
	grep -nE "(^|[^A-Za-z0-9_.])/(wo""rk|ho""me/[a-z]+|Us""ers)/" "$@" /dev/null | grep -v /home/synthetic/
}

cd "$top_srcdir" || exit 99
if [ -e .git ] && have git && git ls-files > "$tap_dir/tree" 2> /dev/null; then
	:
else
	find src sql conf man tests .ci README.md NEWS bootstrap configure.ac Makefile.am -type f > "$tap_dir/tree"
fi
while read -r path; do
	[ ! -f "$path" ] || echo "$path"
done < "$tap_dir/tree" | grep -vE '^tests/(corpus|fuzz/corpus)/' > "$tap_dir/files"
[ -s "$tap_dir/files" ]
ok $? "there are files to look at"

for check in numbers unfinished machine; do
	# shellcheck disable=SC2046 # our own file names hold no blanks
	$check $(cat "$tap_dir/files") > "$tap_dir/found"
	case $check in
	numbers) empty "$tap_dir/found" "no telephone number that could be real" ;;
	unfinished) empty "$tap_dir/found" "no mark of unfinished work" ;;
	machine) empty "$tap_dir/found" "no path of one machine" ;;
	esac
done

printf 'a 07700 900123\nb 077009''01000\nc +44 79''11 123456\nd 079''11123456 SYNTHETIC\n' > "$tap_dir/planted"
numbers "$tap_dir/planted" | cut -d: -f2 | tr '\n' ' ' > "$tap_dir/found"
is "$(cat "$tap_dir/found")" "2 3 " "a number outside the range is found"
printf '/* TO''DO: later */\n' > "$tap_dir/planted"
unfinished "$tap_dir/planted" > "$tap_dir/found"
holds "$tap_dir/found" ':1:' "a mark of unfinished work is found"
printf 'cd /ho''me/somebody/gridline\n' > "$tap_dir/planted"
machine "$tap_dir/planted" > "$tap_dir/found"
holds "$tap_dir/found" ':1:' "a path of one machine is found"

done_testing
