#!/bin/sh
# SPDX-License-Identifier: MIT
# The throw-away cluster goes with its owner, even one that is killed.
set -u
. "$top_srcdir/tests/lib/tap.sh"

unset GRIDLINE_CHECK_PID
cat > "$tap_dir/owner.sh" << 'SH'
. "$top_srcdir/tests/lib/cluster.sh"
cluster_private
psql -XAtqc 'select current_user'
stat -c %a "$PGHOST"
psql -XAtqc 'show listen_addresses'
echo "$cluster_dir"
head -n 1 "$PGHOST/data/postmaster.pid"
exec > "$1.done"
[ "$2" = wait ] || exit 0
exec sleep 600
SH
sh "$tap_dir/owner.sh" "$tap_dir/a" go > "$tap_dir/said"
is "$(sed -n '1,3p' "$tap_dir/said" | tr '\n' ' ')" "postgres 700  " "private, and on a socket only"
is "$(stat -c %F "$(sed -n 4p "$tap_dir/said")" 2> /dev/null)" "" "gone with its owner"

sh "$tap_dir/owner.sh" "$tap_dir/b" wait > "$tap_dir/said" &
owner=$!
while [ ! -e "$tap_dir/b.done" ] && kill -0 "$owner" 2> /dev/null; do
	sleep 0.1
done
folder=$(sed -n 4p "$tap_dir/said")
server=$(sed -n 5p "$tap_dir/said")
[ -d "$folder" ]
ok $? "there while its owner lives"
kill -9 "$owner"
wait "$owner" 2> /dev/null
n=0
while { [ -e "$folder" ] || kill -0 "$server" 2> /dev/null; } && [ $n -lt 100 ]; do
	n=$((n + 1))
	sleep 0.1
done
[ ! -e "$folder" ]
ok $? "gone after its owner was killed"
! kill -0 "$server" 2> /dev/null
ok $? "and so is its server"
done_testing
