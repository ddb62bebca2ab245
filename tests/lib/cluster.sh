#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A private, throw-away PostgreSQL for tests: unix socket only, mode 0700, never as root, removed
# when its owner ends however it ends (a watchdog looks for the owner's process, so that even a
# killed `make check` leaves nothing behind).
#
# As a library:
#   . "$top_srcdir/tests/lib/cluster.sh"
#   cluster_shared              joins the cluster of this `make check` (the first caller makes it);
#                               outside of make it is private to this script
#   cluster_private             a cluster of one's own, for tests that stop or kill the server
#   cluster_install DB          a new database with the schema of sql/install.order
#   cluster_template            the same once a cluster, as database gridline_template
#   cluster_clone DB [TEMPLATE] a copy of a database nobody is connected to (of gridline_template)
#   cluster_once NAME CMD...    runs CMD the first time that NAME is asked for in this cluster
#   cluster_stop                a private cluster goes at once; a shared one with its make
# All export PGHOST, PGPORT, PGUSER (the superuser postgres) and cluster_dir. Any other login is
# reached with PGUSER: who gets through the folder's mode is trusted.
#
# As a program: cluster.sh [--install DB] CMD...   runs CMD with a shared cluster.

cluster_top=${top_srcdir:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}

cluster_fail() {
	echo "Bail out! cluster: $*"
	exit 99
}

# Where the server's programs are: PG_BINDIR, or version 15's own folder, or the path.
cluster_bindir() {
	for cluster_d in "${PG_BINDIR:-}" /usr/lib/postgresql/15/bin "$(dirname -- "$(command -v initdb || echo /)")"; do
		[ -n "$cluster_d" ] && [ -x "$cluster_d/initdb" ] && { echo "$cluster_d"; return 0; }
	done
	return 1
}

# The unprivileged account that stands in for root.
cluster_account() {
	for cluster_u in postgres nobody; do
		id -u "$cluster_u" >/dev/null 2>&1 && { echo "$cluster_u"; return 0; }
	done
	return 1
}

# Run a server program as the cluster's user, in a folder that every user may stand in.
cluster_as() (
	cd /
	if [ "$(id -u)" -ne 0 ]; then
		exec "$@"
	elif command -v runuser >/dev/null 2>&1; then
		exec runuser -u "$cluster_user" -- "$@"
	else
		exec setpriv --reuid="$cluster_user" --regid="$(id -g "$cluster_user")" --clear-groups "$@"
	fi
)

cluster_env() {
	PGHOST=$cluster_dir/pg PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
	unset PGOPTIONS PGSERVICE PGPASSFILE PGSSLMODE PGHOSTADDR PGTZ
	export PGHOST PGPORT PGUSER PGDATABASE cluster_dir cluster_owner
}

# cluster_make DIR OWNER: initdb, start and leave a watchdog that ends it with process OWNER. DIR is
# ours, DIR/pg the server's: its socket lies there, too.
cluster_make() {
	cluster_dir=$1 cluster_owner=$2
	cluster_bin=$(cluster_bindir) || cluster_fail "no PostgreSQL server found (Debian: postgresql-15)"
	cluster_user=$(id -un)
	if [ "$(id -u)" -eq 0 ]; then
		cluster_user=$(cluster_account) || cluster_fail "root needs an account postgres or nobody"
		chmod 0711 "$cluster_dir"
	fi
	mkdir -m 0700 "$cluster_dir/pg" && chown "$cluster_user" "$cluster_dir/pg" ||
		cluster_fail "cannot make $cluster_dir/pg"
	cluster_watch &
	cluster_as "$cluster_bin/initdb" -D "$cluster_dir/pg/data" -U postgres -A trust -E UTF8 \
		--locale=C.UTF-8 --no-sync >"$cluster_dir/log" 2>&1 || {
		cat "$cluster_dir/log"
		cluster_fail "initdb failed"
	}
	cat >>"$cluster_dir/pg/data/postgresql.conf" <<-CONF
		listen_addresses = ''
		unix_socket_directories = '$cluster_dir/pg'
		unix_socket_permissions = 0700
		fsync = off
		synchronous_commit = on
		full_page_writes = off
		autovacuum = off
		max_connections = 60
		shared_buffers = 128MB
		max_wal_size = 2GB
		jit = off
		client_connection_check_interval = 500
		log_min_messages = error
	CONF
	cluster_as "$cluster_bin/pg_ctl" -D "$cluster_dir/pg/data" -l "$cluster_dir/pg/log" -s -w start \
		>>"$cluster_dir/log" 2>&1 </dev/null || {
		cat "$cluster_dir/log" "$cluster_dir/pg/log"
		cluster_fail "the server did not start"
	}
}

cluster_remove() {
	[ -d "$cluster_dir" ] || return 0
	[ ! -e "$cluster_dir/pg/data/postmaster.pid" ] ||
		cluster_as "$cluster_bin/pg_ctl" -D "$cluster_dir/pg/data" -s -m immediate -w stop >/dev/null 2>&1
	rm -rf "$cluster_dir"
}

# Outlives signals to the terminal's group and holds none of make's descriptors.
cluster_watch() {
	trap '' INT HUP QUIT PIPE
	trap 'cluster_remove; exit 0' TERM
	exec </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
	# The folder in /proc: a process of another user lives, though it cannot be signalled.
	while { kill -0 "$cluster_owner" || [ -d "/proc/$cluster_owner" ]; } 2>/dev/null && [ -d "$cluster_dir" ]; do
		sleep 0.5
	done
	cluster_remove
}

cluster_private() {
	cluster_tmp=$(mktemp -d "${TMPDIR:-/tmp}/gridline-test.XXXXXX") || cluster_fail "no temporary folder"
	cluster_make "$cluster_tmp" $$
	cluster_env
	trap 'rm -rf "${tap_dir:-}"; cluster_stop' EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
}

# One for all tests under the same make, which AM_TESTS_ENVIRONMENT names in GRIDLINE_CHECK_PID.
cluster_shared() {
	if [ -z "${GRIDLINE_CHECK_PID:-}" ]; then
		cluster_private
		return
	fi
	cluster_tmp=${TMPDIR:-/tmp}/gridline-check.$(id -u).$GRIDLINE_CHECK_PID
	mkdir -m 0700 "$cluster_tmp" 2>/dev/null
	[ -O "$cluster_tmp" ] && [ ! -L "$cluster_tmp" ] || cluster_fail "$cluster_tmp is somebody else's"
	cluster_dir=$cluster_tmp cluster_owner=$GRIDLINE_CHECK_PID
	cluster_bin=$(cluster_bindir)
	cluster_once make cluster_make "$cluster_dir" "$cluster_owner"
	cluster_env
}

cluster_stop() {
	trap - EXIT
	[ "${cluster_owner:-}" = $$ ] || return 0
	cluster_remove
}

# Takes a lock: two tests that ask at once get one run of CMD. The lock is given back by name, since
# the watchdog of a cluster that CMD made holds a copy of the descriptor.
cluster_once() {
	cluster_name=$1
	shift
	(
		cluster_lock=$cluster_dir/$cluster_name
		flock 7
		if [ ! -e "$cluster_lock.done" ]; then
			"$@" || cluster_fail "$cluster_lock: $* failed"
			: >"$cluster_lock.done"
		fi
		flock -u 7
	) 7>"$cluster_dir/$cluster_name.lock" || exit 99
}

# The files of the installation, in order.
cluster_files() {
	sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$cluster_top/sql/install.order"
}

cluster_install() {
	psql -Xq -v ON_ERROR_STOP=1 -d postgres -c "create database \"$1\" template template0" || return 1
	(
		cd "$cluster_top/sql" || exit 1
		# shellcheck disable=SC2046 # our own file names hold no blanks
		set -- "$1" $(cluster_files | sed 's/^/-f /')
		cluster_db=$1
		shift
		PGOPTIONS='-c client_min_messages=warning' exec psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d "$cluster_db" "$@"
	)
}

cluster_template() {
	cluster_once template cluster_install gridline_template
}

# A template hands on all but its database's own settings and rights; the clone takes those, too.
cluster_clone() {
	cluster_from=${2:-gridline_template}
	[ $# -gt 1 ] || cluster_template
	psql -Xq -v ON_ERROR_STOP=1 -v name="$1" -v template="$cluster_from" -d postgres <<-'SQL'
		create database :"name" template :"template" strategy file_copy;
		select format('alter database %I set %I = %s', :'name', split_part(c, '=', 1),
				case when c ~ '^search_path=' then substr(c, 13) else quote_literal(substr(c, strpos(c, '=') + 1)) end)
			from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase, unnest(s.setconfig) c
			where d.datname = :'template' and s.setrole = 0 \gexec
		revoke all on database :"name" from public;
		select format('grant %s on database %I to %s', a.privilege_type, :'name',
				case when a.grantee = 0 then 'public' else a.grantee::regrole::text end)
			from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
			where d.datname = :'template' \gexec
	SQL
}

case ${0##*/} in
cluster.sh)
	cluster_shared
	if [ "${1:-}" = --install ]; then
		cluster_install "$2" || exit 1
		PGDATABASE=$2
		shift 2
	fi
	"$@"
	exit
	;;
esac
