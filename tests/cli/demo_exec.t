#!/bin/sh
# SPDX-License-Identifier: MIT
# What gridline demo --exec gives its command: the connection, our streams and nothing else; and what
# it gives back: the command's own exit status.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

# shellcheck disable=SC2016 # for the command's shell
demo --empty --exec 'printenv PGHOST PGPORT PGDATABASE PGUSER; echo heard >&2; cat; exit 7' \
	< "$top_srcdir/NEWS" > "$tap_dir/out" 2> "$tap_dir/err"
is $? 7 "the exit status is the command's"
sed -n '2,4p' "$tap_dir/out" > "$tap_dir/set"
printf '5432\ngridline\nanalyst1\n' > "$tap_dir/expected"
same "$tap_dir/expected" "$tap_dir/set" "PGPORT, PGDATABASE and PGUSER are set"
is "$(sed -n 's|^\(/.*\)/gridline-......$|\1|p' "$tap_dir/out")" "$demo_tmp" "PGHOST is a folder in TMPDIR"
sed 1,4d "$tap_dir/out" > "$tap_dir/in"
same "$top_srcdir/NEWS" "$tap_dir/in" "the command has our standard input"
holds "$tap_dir/err" '^heard$' "and our standard error"
holds "$tap_dir/err" '^gridline demo: starting the server$' "progress is told on standard error"
nothing_left "after an exit"

demo --empty --as lro_cv --exec 'printenv PGUSER; psql -XAtc "select session_user"' > "$tap_dir/out" 2> "$tap_dir/err"
is "$(tr '\n' ' ' < "$tap_dir/out")" "lro_cv lro_cv " "--as decides who the command is"

# shellcheck disable=SC2016 # for the command's shell
demo --empty --exec 'command -v gridline && gridline --version' > "$tap_dir/out" 2> "$tap_dir/err"
is "$(sed -n 1p "$tap_dir/out")" "$(cd "$top_builddir" && pwd -P)/gridline" "gridline in the command is the one that runs the demo"

PGHOST=elsewhere PGSERVICE=none PGOPTIONS='-c bogus=1' demo --empty --exec \
	'psql -XAtc "select 1"' > "$tap_dir/out" 2> "$tap_dir/err"
is "$(cat "$tap_dir/out")" 1 "settings of another server do not get in the way"

# shellcheck disable=SC2016
demo --empty --exec 'psql -XAt -U postgres -c "show listen_addresses"; stat -c %a "$PGHOST"
	stat -c %U "$PGHOST/.s.PGSQL.5432"' > "$tap_dir/out" 2> "$tap_dir/err"
is "$(sed -n 1p "$tap_dir/out")" "" "the server listens on no network"
is "$(sed -n 2p "$tap_dir/out")" 700 "only its user can enter its folder"
[ "$(sed -n 3p "$tap_dir/out")" != root ]
ok $? "and that user is not root"

demo --as nobody_here --empty --exec true > "$tap_dir/out" 2> "$tap_dir/err"
is $? 1 "an unknown login is refused"
holds "$tap_dir/err" 'nobody_here' "by name"
nothing_left "after a refusal"

demo --empty < /dev/null > "$tap_dir/out" 2> "$tap_dir/err"
is $? 1 "without a terminal there is no console"
holds "$tap_dir/err" 'needs a terminal' "which is said"
! grep -q 'making' "$tap_dir/err"
ok $? "before a server is made"
echo 'captive: { enabled = true; connection = "dbname=elsewhere"; };' > "$tap_dir/captive.conf"
demo --empty --config "$tap_dir/captive.conf" --exec true > "$tap_dir/out" 2> "$tap_dir/err"
is $? 1 "a captive session"
holds "$tap_dir/err" 'captive' "starts no server"

for wrong in '--rows many' '--rows -1' '--empty --rows 5' '-h elsewhere' 'operand'; do
	# shellcheck disable=SC2086
	demo $wrong > "$tap_dir/out" 2> "$tap_dir/err"
	is $? 2 "wrong usage: $wrong"
done

done_testing
