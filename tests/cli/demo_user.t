#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline demo as an ordinary user with no home, no locale and a long TMPDIR; and as root, where the
# server must be somebody else's.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

# Where the tests are run by an ordinary user, that is what is tried; where by root, both are.
cp "$gridline" "$tap_dir/gridline"
as_user() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}
# shellcheck disable=SC2016
who='id -u; stat -c %u "$PGHOST/.s.PGSQL.5432"; psql -XAtc "select login from api.session()"'

as_user env -i PATH="$PATH" TMPDIR="$demo_tmp" "$tap_dir/gridline" demo --empty --exec "$who" \
	> "$tap_dir/out" 2> "$tap_dir/err"
ok $? "an ordinary user runs it in a bare environment" "$tap_dir/err"
is "$(sed -n 1p "$tap_dir/out")" "$(sed -n 2p "$tap_dir/out")" "the server is the user's own"
is "$(sed -n 3p "$tap_dir/out")" analyst1 "and answers"
nothing_left "of it"

if [ "$(id -u)" -eq 0 ]; then
	env -i PATH="$PATH" TMPDIR="$demo_tmp" "$gridline" demo --empty --exec "$who" > "$tap_dir/out" 2> "$tap_dir/err"
	ok $? "root runs it" "$tap_dir/err"
	is "$(sed -n 1p "$tap_dir/out")" 0 "the command is root's"
	[ "$(sed -n 2p "$tap_dir/out")" != 0 ]
	ok $? "the server is not"
	nothing_left "of it"

	mkdir -m 700 "$demo_tmp/shut"
	TMPDIR=$demo_tmp/shut "$gridline" demo --empty --exec 'echo "$PGHOST"' > "$tap_dir/out" 2> "$tap_dir/err"
	ok $? "where TMPDIR is shut to the server's user, another folder is found" "$tap_dir/err"
	holds "$tap_dir/out" '^/tmp/gridline-' "in /tmp"
	"$gridline" demo --empty --keep "$demo_tmp/shut/kept" --exec true > "$tap_dir/out" 2> "$tap_dir/err"
	is $? 1 "a kept folder that is out of reach is refused"
	holds "$tap_dir/err" "cannot enter $demo_tmp/shut/kept" "by name"
	rm -rf "$demo_tmp/shut"
else
	skip "root" "the tests run as an ordinary user"
fi

long=$demo_tmp/$(printf '%0100d' 0)
mkdir "$long"
chmod 1777 "$long"
TMPDIR=$long "$gridline" demo --empty --exec 'echo "$PGHOST"' > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "a TMPDIR too long for a socket does not matter" "$tap_dir/err"
rmdir "$long"
nothing_left "in the end"

done_testing
