#!/bin/sh
# SPDX-License-Identifier: MIT
# Upgrades: numbered without gaps, each in the plan with what it builds on, and a database brought up
# step by step is the same as one installed today.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/lib/cluster.sh"
sql=$top_srcdir/sql

ls "$sql/upgrade" | sed -n '/^[0-9]\{4\}_.*\.sql$/p' | LC_ALL=C sort > "$tap_dir/files"
sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$sql/upgrade/upgrade.plan" > "$tap_dir/plan"
cut -d ' ' -f 1 "$tap_dir/plan" > "$tap_dir/planned"
same "$tap_dir/planned" "$tap_dir/files" "the plan lists the upgrade files, in order"
awk '{ if (substr($1, 1, 4) + 0 != NR + 1) print $1 ": expected number " NR + 1 }' "$tap_dir/planned" > "$tap_dir/found"
empty "$tap_dir/found" "they are numbered from 2 on without a gap"
while read -r file sum; do
	[ "$(sha256sum < "$sql/upgrade/$file" | cut -c 1-64)" = "$sum" ] || echo "$file was changed after it was planned"
done < "$tap_dir/plan" > "$tap_dir/found"
empty "$tap_dir/found" "none was changed after it was planned"

cluster_shared
cluster_template
psql -XAtq -d gridline_template -c 'select max(version) from ref.schema_version' > "$tap_dir/version"
is "$(cat "$tap_dir/version")" "$(($(wc -l < "$tap_dir/files") + 1))" "a new installation has the version of the last upgrade"

# The dump of a schema without what differs by nature: the version rows are data, pg_dump's own token.
dump() {
	pg_dump -s -d "$1" | sed '/^\\\(un\)\{0,1\}restrict /d'
}
# step DB FILE...: as gridline upgrade runs them, in one transaction, rights and checks after.
step() {
	step_db=$1
	shift
	(
		cd "$sql" || exit 1
		# shellcheck disable=SC2046 # our own file names hold no blanks
		cat "$@" $(sed -n '/^\(grant\|verify\)\//p' install.order) > "$tap_dir/step.sql"
		psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d "$step_db" -f "$tap_dir/step.sql" > "$tap_dir/log" 2>&1
	)
}

dump gridline_template > "$tap_dir/new"
cluster_clone test_upgrade
# Running rights and checks again changes nothing: upgrades may always end in them.
step test_upgrade
ok $? "rights and checks can be run again" "$tap_dir/log"
dump test_upgrade > "$tap_dir/again"
same "$tap_dir/new" "$tap_dir/again" "and leave the schema as it was"

# The mechanism by a made-up upgrade: what it adds belongs to the right owner, users have no right in
# it, and the verify scripts have a say.
cat > "$tap_dir/0002_made_up.sql" << 'SQL'
create table data.made_up (made_up_id uuid primary key, line_id uuid not null);
comment on table data.made_up is 'Made up';
comment on column data.made_up.made_up_id is 'Identity';
comment on column data.made_up.line_id is 'Line';
alter table data.made_up enable row level security;
alter table data.made_up force row level security;
create policy owner on data.made_up to gridline_owner using (true) with check (true);
insert into ref.schema_version (version, note) values (2, 'made_up');
SQL
step test_upgrade "$tap_dir/0002_made_up.sql"
ok $? "an upgrade runs" "$tap_dir/log"
is "$(psql -XAtq -d test_upgrade -c "select pg_get_userbyid(relowner), (select max(version) from ref.schema_version)
	from pg_class where oid = 'data.made_up'::regclass")" "gridline_owner|2" "what it made has its owner, and the version is the next"

# The same as an installation that had it from the start.
mkdir "$tap_dir/top"
cp -R "$sql" "$tap_dir/top/sql"
chmod -R u+w "$tap_dir/top"
cp "$tap_dir/0002_made_up.sql" "$tap_dir/top/sql/table/data.made_up.sql"
sed '/^policy\/data.line.sql/i table/data.made_up.sql' "$sql/install.order" > "$tap_dir/top/sql/install.order"
(cluster_top=$tap_dir/top cluster_install test_fresh) > "$tap_dir/log" 2>&1
ok $? "a new installation with it runs, too" "$tap_dir/log"
dump test_fresh > "$tap_dir/fresh"
dump test_upgrade > "$tap_dir/upgraded"
same "$tap_dir/fresh" "$tap_dir/upgraded" "and is the same as the upgraded one"

grep -v 'force row' "$tap_dir/0002_made_up.sql" | sed 's/made_up/forgot/g; s/(2,/(3,/' > "$tap_dir/bad.sql"
! step test_upgrade "$tap_dir/bad.sql"
ok $? "an upgrade that forgets a wall is refused"
holds "$tap_dir/log" 'without forced row security: data.forgot' "by name"
is "$(psql -XAtq -d test_upgrade -c "select to_regclass('data.forgot') is null and max(version) = 2 from ref.schema_version")" t \
	"and leaves nothing behind"
done_testing
