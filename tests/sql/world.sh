# SPDX-License-Identifier: MIT
# The small world of the database tests: logins, staff and a few lines that stand for every case of
# visibility. Sourced by run.sh and the shell tests here.
. "$top_srcdir/tests/lib/cluster.sh"

world_logins="analyst1 analyst2 analyst_st supervisor1 auditor1 admin1 lro_be lro_bw stranger leaver expired"

# Logins are the cluster's, not the database's: one test makes them for all.
world_make_logins() {
	for login in $world_logins; do
		case $login in
		analyst* | leaver | expired | stranger) group=analyst ;;
		lro_*) group=lro ;;
		*) group=${login%1} ;;
		esac
		echo "do \$\$ begin
			if not exists (select from pg_roles where rolname = '$login') then
				create role $login login;
			end if;
			grant gridline_$group to $login;
		end \$\$;"
	done | psql -Xq -v ON_ERROR_STOP=1 -d postgres
}

# A template of its own, with pgTAP in it: the real one stays as operational databases are.
world_make() {
	cluster_clone gridline_world && cluster_once logins world_make_logins &&
		psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d gridline_world -f "$top_srcdir/tests/sql/world.sql"
}

# world_clone DB: a copy for one test, and PGDATABASE on it.
world_clone() {
	cluster_shared
	psql -Xqt -d postgres -c "select 1 / count(*) from pg_available_extensions where name = 'pgtap'" \
		> /dev/null 2>&1 || {
		echo "1..0 # SKIP the extension pgtap is not installed (Debian: postgresql-15-pgtap)"
		exit 0
	}
	cluster_once world world_make
	cluster_clone "$1" gridline_world || cluster_fail "no copy of the world"
	PGDATABASE=$1
	export PGDATABASE
}
