#!/bin/sh
# SPDX-License-Identifier: MIT
# ./bootstrap where packages are missing and may or may not be installed, played by stand-ins for
# dpkg-query, apt-get, sudo and id on the path; and its last line after tests that fail.
set -u
. "$top_srcdir/tests/lib/tap.sh"

bin=$tap_dir/bin
mkdir "$bin"
fake() {
	cat > "$bin/$1"
	chmod +x "$bin/$1"
}
# Everything but tmux and libcsv-dev is installed, until apt-get has run.
fake dpkg-query << 'SH'
#!/bin/sh
for name; do
	case $name in
	-* | '${'*) ;;
	tmux | libcsv-dev) [ ! -e "$FAKE/installed" ] || echo "installed $name" ;;
	*) echo "installed $name" ;;
	esac
done
SH
fake apt-get << 'SH'
#!/bin/sh
echo "apt-get $* $DEBIAN_FRONTEND" >> "$FAKE/calls"
case $* in
*install*) [ "$FAKE_APT" = works ] && : > "$FAKE/installed" ;;
esac
SH
fake id << 'SH'
#!/bin/sh
echo "$FAKE_UID"
SH
FAKE=$tap_dir
export FAKE

# A copy of the script alone: there is nothing to build beside it, so it gets no further.
mkdir "$tap_dir/tree"
cp "$top_srcdir/bootstrap" "$tap_dir/tree/"
bootstrap() {
	PATH=$bin:/usr/bin:/bin "$tap_dir/tree/bootstrap" "$@" > "$tap_dir/out" 2> "$tap_dir/err" < /dev/null
}

FAKE_UID=1000 FAKE_APT=works
export FAKE_UID FAKE_APT
fake sudo << 'SH'
#!/bin/sh
echo 'sudo: a password is required' >&2
exit 1
SH
bootstrap build
is $? 1 "without rights it stops"
holds "$tap_dir/err" '^bootstrap: packages are missing; as root: apt-get install libcsv-dev tmux *$' "and names the packages"
[ ! -e "$tap_dir/calls" ]
ok $? "apt-get was not called"

# Runs `sh -c SCRIPT sh PACKAGE...` with an /etc of its own.
fake sudo << 'SH'
#!/bin/sh
[ "$1" != -n ] || shift
script=$(printf '%s\n' "$3" | sed "s|/etc/|$FAKE/etc/|")
shift 4
exec sh -c "$script" sh "$@"
SH
FAKE_APT=fails
bootstrap build
is $? 1 "where apt-get fails it stops"
holds "$tap_dir/err" 'as root: apt-get install libcsv-dev tmux' "and names the packages, too"

FAKE_APT=works
rm "$tap_dir/calls"
bootstrap build
holds "$tap_dir/calls" 'install libcsv-dev tmux noninteractive' "with sudo the missing ones are installed, no others"
holds "$tap_dir/err" 'making configure' "and it goes on to build"
is "$(ls "$tap_dir/etc/postgresql-common/createcluster.d")" "" "nothing is left in /etc"

rm "$tap_dir/calls"
bootstrap build
[ ! -e "$tap_dir/calls" ]
ok $? "with all of them there apt-get is left alone"

bootstrap
is $? 2 "no command is wrong usage"
bootstrap dance
is $? 2 "nor is any other word a command"
holds "$tap_dir/err" 'usage:.*build.*check.*demo' "the usage is told"

# A stand-in for make that leaves a summary as make check does.
fake make << 'SH'
#!/bin/sh
case $* in
*check*)
	printf '# TOTAL: 9\n# PASS:  5\n# SKIP:  1\n# XFAIL: 1\n# FAIL:  %d\n# XPASS: 0\n# ERROR: %d\n' $FAKE_FAILS > test-suite.log
	[ "$FAKE_FAILS" = '0 0' ]
	;;
esac
SH
mkdir "$tap_dir/tree/build"
: > "$tap_dir/tree/build/Makefile"
printf '#!/bin/sh\n' > "$tap_dir/tree/configure"
chmod +x "$tap_dir/tree/configure"
FAKE_FAILS='0 0'
export FAKE_FAILS
bootstrap check
is $? 0 "check passes when all tests pass"
is "$(tail -n 1 "$tap_dir/out")" "6 passed, 0 failed" "its last line counts them"
FAKE_FAILS='2 1'
bootstrap check
is $? 1 "check fails when a test does"
is "$(tail -n 1 "$tap_dir/out")" "6 passed, 3 failed" "its last line counts them, too"

# What follows demo is the demo's, and it runs where we stand.
printf '#!/bin/sh\necho "$@"; pwd\n' > "$tap_dir/tree/build/gridline"
chmod +x "$tap_dir/tree/build/gridline"
cd "$tap_dir" || exit 99
bootstrap demo --rows 5 --exec 'a b'
printf 'demo --rows 5 --exec a b\n%s\n' "$tap_dir" > "$tap_dir/expected"
same "$tap_dir/expected" "$tap_dir/out" "demo is handed its options, in the caller's folder"

done_testing
