#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a test program of the store with a database to talk to.
#   with.sh toy PROGRAM...     a cluster of its own, which the test may stop and kill, with only the
#                              few functions the link itself needs (toy.sql)
#   with.sh grid PROGRAM...    a copy of the real schema, with lines (grid.sql), on the shared cluster
set -u
. "$top_srcdir/tests/lib/cluster.sh"
here=$top_srcdir/tests/store

load() {
	psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d "$1" -f "$2" || cluster_fail "$2"
}

make_grid() {
	cluster_clone gridline_store && load gridline_store "$here/grid.sql"
}

world=$1
shift
case $world in
toy)
	unset GRIDLINE_CHECK_PID
	cluster_private
	load postgres "$here/toy.sql"
	store_pgdata=$cluster_dir/pg/data store_bin=$cluster_bin
	account=
	[ "$cluster_user" = "$(id -un)" ] || account=$cluster_user
	export store_pgdata store_bin account
	;;
grid)
	cluster_shared
	cluster_once store_grid make_grid
	PGDATABASE=gridline_store
	;;
esac
store_world=$world
export store_world PGDATABASE
"$@"
