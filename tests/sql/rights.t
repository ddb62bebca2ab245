#!/bin/sh
# SPDX-License-Identifier: MIT
# The rights matrix, made from the catalog so that no object is forgotten: every role tries every verb
# on every object through raw psql. What answers must be what the grants mean: api's views can be
# read, api's functions called, and nothing else.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/sql/world.sh"
world_clone test_rights

# One statement a line: LABEL, tab, STATEMENT. Functions are called with nulls: whether they then
# complain is their affair, permission is ours.
psql -XAtq -F '	' > "$tap_dir/statements" << 'SQL'
with relation as (
	select format('%I.%I', n.nspname, c.relname) as name,
		(select format('%I', attname) from pg_attribute a where a.attrelid = c.oid and attnum > 0
			and not attisdropped and attgenerated = '' order by attnum limit 1) as col
	from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where n.nspname in ('data', 'ref', 'audit', 'search', 'api') and c.relkind in ('r', 'v', 'p')
)
select v.verb || ' ' || r.name, format(v.statement, r.name, r.col)
from relation r, (values
	('select', 'select * from %1$s limit 1;'),
	('insert', 'insert into %1$s default values;'),
	('update', 'update %1$s set %2$s = %2$s;'),
	('delete', 'delete from %1$s;'),
	('truncate', 'truncate %1$s;'),
	('lock', 'lock table %1$s in access exclusive mode;'),
	('copy', 'copy %1$s from stdin;
\.'),
	('trigger', 'create trigger t before insert on %1$s for each row execute function suppress_redundant_updates_trigger();'),
	('alter', 'alter table %1$s owner to current_user;'),
	('drop', 'drop table if exists %1$s;')) v (verb, statement)
where not (v.verb in ('lock', 'copy', 'trigger', 'truncate', 'drop', 'alter') and r.name like 'api.%')
union all
select 'execute ' || p.oid::regprocedure::text, format('select %s(%s);', p.oid::regproc,
	(select string_agg('null::' || format_type(t, null), ', ' order by i) from unnest(p.proargtypes::oid[]) with ordinality as a (t, i)))
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('data', 'ref', 'audit', 'search', 'api') and p.prorettype not in ('trigger'::regtype)
	and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
union all
select 'create in ' || n.nspname, format('create table %I.mine (a int);', n.nspname)
from pg_namespace n where n.nspname in ('data', 'ref', 'audit', 'search', 'api', 'public')
union all values
	('create schema', 'create schema mine;'),
	('create temp', 'create temporary table mine (a int);'),
	('create role', 'create role mine;'),
	('large object', 'select lo_create(0);'),
	('large object write', 'select lo_from_bytea(0, '''');'),
	('read a file', 'select pg_read_file(''/etc/passwd'');'),
	('list files', 'select pg_ls_dir(''.'');'),
	('run a program', 'copy (select 1) to program ''true'';'),
	('write a file', 'copy (select 1) to ''/tmp/gridline-test-mine'';'),
	('become owner', 'set role gridline_owner;'),
	('become api', 'set role gridline_api;'),
	('become another', 'set session authorization postgres;'),
	('sleeping triggers', 'set session_replication_role = replica;'),
	('drop owned', 'drop owned by gridline_owner;'),
	('read passwords', 'select * from pg_authid;');
SQL
[ "$(wc -l < "$tap_dir/statements")" -gt 300 ]
ok $? "the catalog gives a matrix to try"

# try LOGIN: LABEL, tab, SQLSTATE for every statement, each rolled back.
try() {
	awk -F '\t' '{
		printf "begin;\n%s\n", $2
		if ($2 ~ /^copy .* from stdin/) next
		printf "\\set state :SQLSTATE\nrollback;\n\\echo '"'"'%s'"'"' :state\n", $1
	}
	/^\\\.$/ { }' "$tap_dir/statements.$1" > "$tap_dir/script"
	PGUSER=$1 PGOPTIONS='-c statement_timeout=20s' psql -XAtq -f "$tap_dir/script" 2> /dev/null |
		sed -n 's/^\(.*\) \([0-9A-Z]\{5\}\)$/\1	\2/p'
}

# COPY FROM reads the script's next lines; INSERT asks for the same right.
grep -v '^copy \|^\\\.$' "$tap_dir/statements" > "$tap_dir/all"

for login in analyst1 lro_be supervisor1 auditor1 admin1 stranger; do
	cp "$tap_dir/all" "$tap_dir/statements.$login"
	try "$login" > "$tap_dir/got"
	is "$(wc -l < "$tap_dir/got")" "$(wc -l < "$tap_dir/all")" "$login: every statement had an answer"
	# What is not refused for want of a right (42501), or because the view cannot be written through at
	# all (55000), less what api means to give.
	awk -F '\t' '$2 != "42501" && $1 !~ /^(select|execute) api\./ && !($2 == "55000" && $1 ~ / api\./)' \
		"$tap_dir/got" > "$tap_dir/found"
	empty "$tap_dir/found" "$login: nothing but api answers"
	awk -F '\t' '$2 == "42501" && ($1 ~ /^select api\./ || $1 ~ /^execute api\./)' "$tap_dir/got" > "$tap_dir/found"
	empty "$tap_dir/found" "$login: all of api answers"
done
done_testing
