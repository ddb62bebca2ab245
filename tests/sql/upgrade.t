#!/bin/sh
# SPDX-License-Identifier: MIT
# Upgrades: numbered without gaps, each in the plan with what it builds on, and a database brought up
# step by step is the same as one installed today.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/lib/cluster.sh"
sql=$top_srcdir/sql

# files FOLDER: the files of an upgrade, in the order they run.
files() {
	(cd "$sql" && find "upgrade/$1" -type f | LC_ALL=C sort)
}

(cd "$sql/upgrade" && find . -mindepth 1 -maxdepth 1 ! -name upgrade.plan) | sed 's|^\./||' | LC_ALL=C sort > "$tap_dir/folders"
sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$sql/upgrade/upgrade.plan" > "$tap_dir/plan"
cut -d ' ' -f 1 "$tap_dir/plan" > "$tap_dir/planned"
same "$tap_dir/planned" "$tap_dir/folders" "the plan lists the upgrades, in order"
awk '{ if (substr($1, 1, 4) + 0 != NR + 1) print $1 ": expected number " NR + 1 }' "$tap_dir/planned" > "$tap_dir/found"
empty "$tap_dir/found" "they are numbered from 2 on without a gap"
while read -r folder; do
	files "$folder" | grep -v "^upgrade/$folder/[0-9][0-9]_[a-z0-9_]*\.sql$"
	files "$folder" | sed 's|\(/[0-9][0-9]\)_[^/]*$|\1|' | uniq -d | sed 's|$|: two files|'
done < "$tap_dir/planned" > "$tap_dir/found"
empty "$tap_dir/found" "their files are numbered by their names, too, and nothing else is there"
while read -r folder sum; do
	# shellcheck disable=SC2046 # our own file names hold no blanks
	[ "$(cd "$sql" && cat $(files "$folder") | sha256sum | cut -c 1-64)" = "$sum" ] ||
		echo "$folder was changed after it was planned"
done < "$tap_dir/plan" > "$tap_dir/found"
empty "$tap_dir/found" "none was changed after it was planned"

cluster_shared
cluster_template
psql -XAtq -d gridline_template -c 'select max(version) from ref.schema_version' > "$tap_dir/version"
is "$(cat "$tap_dir/version")" "$(($(wc -l < "$tap_dir/folders") + 1))" "a new installation has the version of the last upgrade"

# The dump of a schema without what differs by nature: the version rows are data, pg_dump's own token.
dump() {
	pg_dump -s -d "$1" | sed '/^\\\(un\)\{0,1\}restrict /d'
}
# rights VERSION: what ends an upgrade to it. What that was when an older version was new is kept here.
rights() {
	if [ -f "$top_srcdir/tests/sql/rights$1.sql" ]; then
		echo "$top_srcdir/tests/sql/rights$1.sql"
	else
		sed -n '/^\(grant\|verify\)\//p' "$sql/install.order"
	fi
}
# step DB VERSION FILE...: as gridline upgrade runs them, in one transaction, rights and checks after.
step() {
	step_db=$1 step_version=$2
	shift 2
	(
		cd "$sql" || exit 1
		# shellcheck disable=SC2046 # our own file names hold no blanks
		cat "$@" $(rights "$step_version") > "$tap_dir/step.sql"
		psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d "$step_db" -f "$tap_dir/step.sql" > "$tap_dir/log" 2>&1
	)
}

dump gridline_template > "$tap_dir/new"
cluster_clone test_upgrade
# Running rights and checks again changes nothing: upgrades may always end in them.
step test_upgrade now
ok $? "rights and checks can be run again" "$tap_dir/log"
dump test_upgrade > "$tap_dir/again"
same "$tap_dir/new" "$tap_dir/again" "and leave the schema as it was"

# From what version 1 installed to today, by the upgrades there are.
psql -Xq -d postgres -c 'create database test_version1 template template0' &&
	psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d test_version1 -f "$top_srcdir/tests/sql/version1.sql" > "$tap_dir/log" 2>&1
ok $? "version 1 installs" "$tap_dir/log"
psql -Xq1 -o /dev/null -v ON_ERROR_STOP=1 -d test_version1 > "$tap_dir/log" 2>&1 << 'SQL'
insert into data.staff (login, name, role, force) values ('postgres', 'SYNTHETIC', 'supervisor', 'West Midlands');
insert into data.line (line_ref, name, holder_force, status, export_force, first_seen) values ('OLD-1', 'SYNTHETIC', 'West Midlands', 'active', 'West Midlands', '2022-05-01');
insert into data.line_number (line_id, number) select line_id, '07700 900123' from data.line;
insert into data.assessment (line_id, model) select line_id, 'LTS-1' from data.line;
insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.assessment_id, 'LTS-1', f.code, 5, 'SYNTHETIC' from data.assessment a, ref.score_factor f;
update data.assessment set signed_on = '2022-06-01', signed_by = 'postgres';
insert into data.tasking (tasking_ref, line_id, title, unit, state, raised_on, due, completed_on)
	select 'T-' || s.code, l.line_id, 'Visit', 'CLTF', s.code, '2022-06-10', case s.code when 'adopted' then date '2022-06-01' else '2022-06-20' end,
		case s.code when 'cancelled' then date '2022-06-01' end
	from data.line l, ref.tasking_state s;
SQL
ok $? "and is worked with" "$tap_dir/log"
while read -r folder; do
	# shellcheck disable=SC2046 # our own file names hold no blanks
	step test_version1 "$(echo "$folder" | sed 's/^0*//; s/_.*//')" $(files "$folder")
	ok $? "$folder brings it on" "$tap_dir/log"
done < "$tap_dir/folders"
dump test_version1 > "$tap_dir/upgraded"
same "$tap_dir/new" "$tap_dir/upgraded" "an upgraded database is the same as a new one"
is "$(psql -XAtq -d test_version1 -c "select l.line_ref, l.score, l.band, a.state, a.proposer, n.number from data.line l
	join data.assessment a on a.assessment_id = l.assessment_id join data.line_number n on n.line_id = l.line_id")" \
	"OLD-1|100|critical|signed|file|+447700900123" "with what was in it"
is "$(psql -XAtq -d test_version1 -c "select string_agg(format('%s %s%s', t.tasking_ref, t.state, case when t.is_open then ' open' end), ', ' order by t.tasking_ref)
	from data.tasking t where t.force = 'West Midlands' and t.raised_by = 'postgres' and t.due >= t.raised_on")" \
	"T-adopted in-progress open, T-cancelled cancelled, T-complete complete, T-deferred submitted open, T-develop in-progress open, T-draft draft, T-monitor in-progress open, T-not-adopted refused, T-referred offered open, T-submitted submitted open" \
	"taskings go on in the flow of today"
is "$(psql -XAtq -d test_version1 -c "select l.open_taskings || ' ' || (select count(*) from data.tasking t where t.is_open and t.line_id = l.line_id) from data.line l")" "6 6" \
	"and count on their line as before"
# words DB: what stands in the reference tables, an entry a line.
words() {
	pg_dump -a --inserts -n ref -T ref.schema_version -d "$1" | grep '^INSERT' | LC_ALL=C sort
}
words gridline_template > "$tap_dir/new_words"
words test_version1 > "$tap_dir/words"
same "$tap_dir/new_words" "$tap_dir/words" "and so are the words"

# The mechanism by a made-up upgrade: what it adds belongs to the right owner, users have no right in
# it, and the verify scripts have a say.
next=$(($(wc -l < "$tap_dir/folders") + 2))
cat > "$tap_dir/made_up.sql" << SQL
create table data.made_up (made_up_id uuid primary key, line_id uuid not null);
comment on table data.made_up is 'Made up';
comment on column data.made_up.made_up_id is 'Identity';
comment on column data.made_up.line_id is 'Line';
alter table data.made_up enable row level security;
alter table data.made_up force row level security;
create policy owner on data.made_up to gridline_owner using (true) with check (true);
insert into ref.schema_version (version, note) values ($next, 'made_up');
SQL
step test_upgrade "$next" "$tap_dir/made_up.sql"
ok $? "an upgrade runs" "$tap_dir/log"
is "$(psql -XAtq -d test_upgrade -c "select pg_get_userbyid(relowner), (select max(version) from ref.schema_version)
	from pg_class where oid = 'data.made_up'::regclass")" "gridline_owner|$next" "what it made has its owner, and the version is the next"

# The same as an installation that had it from the start.
mkdir "$tap_dir/top"
cp -R "$sql" "$tap_dir/top/sql"
chmod -R u+w "$tap_dir/top"
cp "$tap_dir/made_up.sql" "$tap_dir/top/sql/table/data.made_up.sql"
sed '/^policy\/data.line.sql/i table/data.made_up.sql' "$sql/install.order" > "$tap_dir/top/sql/install.order"
(cluster_top=$tap_dir/top cluster_install test_fresh) > "$tap_dir/log" 2>&1
ok $? "a new installation with it runs, too" "$tap_dir/log"
dump test_fresh > "$tap_dir/fresh"
dump test_upgrade > "$tap_dir/upgraded"
same "$tap_dir/fresh" "$tap_dir/upgraded" "and is the same as the upgraded one"

grep -v 'force row' "$tap_dir/made_up.sql" | sed "s/made_up/forgot/g; s/($next,/($((next + 1)),/" > "$tap_dir/bad.sql"
! step test_upgrade "$((next + 1))" "$tap_dir/bad.sql"
ok $? "an upgrade that forgets a wall is refused"
holds "$tap_dir/log" 'without forced row security: data.forgot' "by name"
is "$(psql -XAtq -d test_upgrade -c "select to_regclass('data.forgot') is null and max(version) = $next from ref.schema_version")" t \
	"and leaves nothing behind"
done_testing
