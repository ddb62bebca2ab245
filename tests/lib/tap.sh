# SPDX-License-Identifier: MIT
# TAP for shell tests. A test sources this file, says what holds with the functions below and ends
# with done_testing. What a test found out stands behind a failed line as diagnostics.
#
#	. "$top_srcdir/tests/lib/tap.sh"
#	grep -n forbidden file > "$tap_dir/found"
#	empty "$tap_dir/found" "nothing forbidden"
#	done_testing
#
# The count is kept in a file, so that a line may also be said from a pipe or a subshell.

tap_dir=$(mktemp -d "${TMPDIR:-/tmp}/gridline-test.XXXXXX") || exit 99
echo 0 > "$tap_dir/.tap"
trap 'rm -rf "$tap_dir"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# diag TEXT...: a line for the reader of the log; diag_file FILE: all its lines, the first 50.
diag() {
	printf '# %s\n' "$*"
}
diag_file() {
	head -n 50 "$1" | LC_ALL=C tr -c '[:print:]\n\t\200-\377' '?' | sed 's/^/# /'
}

# tap_line WORDS NAME: the next line.
tap_line() {
	read -r tap_n < "$tap_dir/.tap"
	tap_n=$((tap_n + 1))
	echo "$tap_n" > "$tap_dir/.tap"
	printf '%s %d - %s\n' "$1" "$tap_n" "$2"
}

pass() {
	tap_line ok "$1"
}

# fail NAME [FILE]
fail() {
	: > "$tap_dir/.bad"
	tap_line 'not ok' "$1"
	[ $# -lt 2 ] || diag_file "$2"
}

# ok STATUS NAME [FILE]: passes when STATUS is 0.
ok() {
	if [ "$1" -eq 0 ]; then
		pass "$2"
	else
		shift
		fail "$@"
	fi
}

# is GOT EXPECTED NAME
is() {
	if [ "$1" = "$2" ]; then
		pass "$3"
	else
		fail "$3"
		diag "got:      $1"
		diag "expected: $2"
	fi
}

# empty FILE NAME: for checks that list what is wrong; holds says the opposite, for proving that a
# check finds what was planted.
empty() {
	if [ -s "$1" ]; then
		fail "$2" "$1"
	else
		pass "$2"
	fi
}
holds() {
	if grep -q -- "$2" "$1"; then
		pass "$3"
	else
		fail "$3" "$1"
	fi
}

# same EXPECTED GOT NAME: two files, byte by byte.
same() {
	if diff -u "$1" "$2" > "$tap_dir/diff" 2>&1; then
		pass "$3"
	else
		fail "$3" "$tap_dir/diff"
	fi
}

# skip NAME REASON: one line; skip_all REASON: the whole test, before its first line.
skip() {
	tap_line ok "$1 # SKIP $2"
}
skip_all() {
	printf '1..0 # SKIP %s\n' "$*"
	exit 0
}

have() {
	command -v "$1" > /dev/null 2>&1
}

done_testing() {
	read -r tap_n < "$tap_dir/.tap"
	printf '1..%d\n' "$tap_n"
	[ ! -e "$tap_dir/.bad" ]
	exit
}
