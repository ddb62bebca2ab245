#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual is complete for what exists: every command and its options, every request, every
# setting, every field of the filter language. And mandoc has nothing to say about any page.
set -u
. "$top_srcdir/tests/lib/tap.sh"

gridline=$top_builddir/gridline
page=$top_builddir/man/gridline.1
man=$top_srcdir/man
cd "$top_srcdir" || exit 99

# options: the long names in a --help on standard input.
options() {
	sed -n 's/^  \(-[A-Za-z], \|    \)--\([a-z-]*\).*/\2/p'
}
# section FILE START: the page from the line START up to the next heading of its kind.
section() {
	awk -v start="$2" '$0 == start { on = 1; kind = substr(start, 1, 3); print; next }
		on && (substr($0, 1, 3) == kind || substr($0, 1, 3) == ".Sh") { exit }
		on' "$1"
}
# undocumented FILE: words on standard input that FILE has not got as a whole.
undocumented() {
	while read -r word; do
		tr -s ' \t()[],:;"' '\n' < "$1" | sed 's/^\\&//; s/\.$//' | grep -qxF -- "$word" || echo "$word"
	done
}

"$gridline" --help > "$tap_dir/help" 2>&1
ok $? "gridline --help answers" "$tap_dir/help"
options < "$tap_dir/help" > "$tap_dir/shared"
sed 's/^/-/' "$tap_dir/shared" | undocumented "$page" > "$tap_dir/found"
empty "$tap_dir/found" "gridline(1) has every option of the console"

# The line of a command in --help: two blanks, its name, more blanks, what it does.
sed -n '/^commands/,/^$/s/^  \([a-z]\{1,\}\)  .*/\1/p' "$tap_dir/help" > "$tap_dir/commands"
[ -s "$tap_dir/commands" ]
ok $? "gridline --help lists commands"
while read -r command; do
	section "$page" ".Ss gridline $command" > "$tap_dir/section"
	[ -s "$tap_dir/section" ]
	ok $? "gridline(1) has a section on $command"
	"$gridline" "$command" --help < /dev/null > "$tap_dir/command-help" 2>&1
	options < "$tap_dir/command-help" | grep -vxFf "$tap_dir/shared" | sed 's/^/-/' |
		undocumented "$tap_dir/section" > "$tap_dir/found"
	empty "$tap_dir/found" "with every option of $command"
done < "$tap_dir/commands"

sed -n 's/^[[:space:]]*X(REQ_[A-Z_]*, "\([a-z-]*\)=\{0,1\}".*/:\1/p' src/view/request.h > "$tap_dir/requests"
[ -s "$tap_dir/requests" ]
ok $? "there are requests"
section "$page" ".Sh KEYS" > "$tap_dir/keys"
sed 's/\\&://g' "$tap_dir/keys" > "$tap_dir/section"
sed 's/^://' "$tap_dir/requests" | undocumented "$tap_dir/section" > "$tap_dir/found"
empty "$tap_dir/found" "gridline(1) has every request"

# Settings: the shipped file names them all behind a comment sign. The last group, keys, goes by the
# names of requests, which gridline(1) has.
shipped=$top_builddir/conf/gridline.conf
sed -n '/^#keys =/q
	s/^#[[:space:]]*\([a-z][a-z0-9_-]*\) = .*/\1/p' "$shipped" | sort -u > "$tap_dir/settings"
[ -s "$tap_dir/settings" ]
ok $? "there are settings"
undocumented "$man/gridline.conf.5" < "$tap_dir/settings" > "$tap_dir/found"
empty "$tap_dir/found" "gridline.conf(5) has every setting of the shipped file"

if [ -f src/model/filter_field.h ] && [ -f "$man/gridline-filter.7" ]; then
	# Each field, its further names, and the fixed words of values.
	sed -n 's/^[[:space:]]*X(FIELD_[A-Z_]*, LISTING_[A-Z]*, "\([a-z_]*\)", "\([a-z_ ]*\)".*/\1 \2/p
		s/^[[:space:]]*X(KEYWORD_[A-Z_]*, [A-Z]*, "\([a-z]*\)".*/\1/p' src/model/filter_field.h |
		tr -s ' ' '\n' | sed '/^$/d' | sort -u > "$tap_dir/fields"
	[ -s "$tap_dir/fields" ]
	ok $? "there are filter fields"
	undocumented "$man/gridline-filter.7" < "$tap_dir/fields" > "$tap_dir/found"
	empty "$tap_dir/found" "gridline-filter(7) has every field"
fi

for name in "$page" "$man"/*.[1-9]; do
	base=${name##*/}
	# Every page that one refers to and that bears our name is there.
	sed -n 's/^\.Xr \(gridline[a-z.-]*\) \([1-9]\).*/\1.\2/p' "$name" | sort -u |
		while read -r other; do
			[ "$other" = gridline.1 ] || [ -f "$man/$other" ] || echo "$other"
		done > "$tap_dir/found"
	empty "$tap_dir/found" "$base refers to pages that exist"
	if have mandoc; then
		mandoc -T lint -W all "$name" 2>&1 | grep -v -e 'referenced manual not found' -e 'outdated mandoc.db' > "$tap_dir/found"
		empty "$tap_dir/found" "mandoc has nothing to say about $base"
	else
		skip "mandoc has nothing to say about $base" "mandoc is not installed"
	fi
done

printf 'one\nthree\n' | undocumented "$tap_dir/shared" > "$tap_dir/found"
holds "$tap_dir/found" three "what is not in a page is found"

done_testing
