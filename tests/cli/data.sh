# SPDX-License-Identifier: MIT
# For tests of import and export: a database with the demo's people and no lines, its clock at noon
# of 31 December 2022. Source after tap.sh.
#
#   data_database NAME     a copy of it to write in; PGDATABASE is set
#   as LOGIN ARG...        gridline as that login; stdout in $out, stderr in $err, status in $status
#   rows SQL               the answer to a question to the database, as its superuser
#   did STATUS NAME        the last command left with STATUS
#   said NAME < LINES      its stderr is exactly that; printed NAME < LINES: its stdout is
. "$top_srcdir/tests/lib/cluster.sh"

gridline=$top_builddir/gridline
out=$tap_dir/out
err=$tap_dir/err
status=0

data_make() {
	cluster_clone gridline_data gridline_template &&
		psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d gridline_data -f "$top_srcdir/sql/demo/login.sql" -c \
			"update ref.setting set training_base = timestamptz '2022-12-31 12:00Z', training_started = now()"
}

data_database() {
	cluster_shared
	cluster_template
	cluster_once data data_make
	psql -Xqc "drop database if exists \"$1\"" -d postgres 2> /dev/null
	cluster_clone "$1" gridline_data
	PGDATABASE=$1
	export PGDATABASE
	cd "$tap_dir" || exit 99
}

as() {
	data_login=$1
	shift
	PGUSER=$data_login "$gridline" "$@" > "$out" 2> "$err"
	status=$?
}

rows() {
	psql -XAt -F '|' -c "$1"
}

did() {
	if [ "$status" -eq "$1" ]; then
		pass "$2"
	else
		fail "$2 (status $status, not $1)" "$err"
	fi
}

said() {
	cat > "$tap_dir/expected"
	same "$tap_dir/expected" "$err" "$1"
}

printed() {
	cat > "$tap_dir/expected"
	same "$tap_dir/expected" "$out" "$1"
}
