#!/bin/sh
# SPDX-License-Identifier: MIT
# The demo's world: what must be countable in it, by every role, and that it is the same each time.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

cat > "$tap_dir/count.sql" << 'SQL'
select 'clock', to_char(data.clock(), 'YYYY-MM-DD HH24');
select 'open', count(*) from data.line where is_open;
select 'closed', count(*) from data.line where not is_open;
select 'the taskforce did it', count(distinct l.line_id) from data.line l join data.tasking t using (line_id)
where l.status ~ '^closed-type1' and t.unit = 'CLTF' and t.state = 'complete'
	and t.completed_on between '2022-04-01' and '2022-12-31';
select 'in every unit and force of the region', count(distinct coalesce(export_npu, export_force))
from data.line where status ~ '^closed-type1';
select 'region held by Birmingham and Coventry, percent', round(100.0 * count(*) filter (where export_npu in ('BE', 'BW', 'CV'))
	/ count(*), 1) from data.line l join ref.force f on f.code = l.export_force where is_open and f.region = 'West Midlands';
select 'imports far away', string_agg(distinct area, ', ' order by area) from data.line_import
where area in ('Police Scotland', 'South Wales', 'South coast', 'Staffordshire', 'Warwickshire', 'West Mercia');
select 'mapped OCGs at work in closed lines are at least 10', count(distinct group_id) >= 10
from data.line_group join data.crime_group g using (group_id) join data.line l using (line_id)
where g.mapped and g.kind = 'OCG' and not l.is_open;
select 'USGs, too, at least 12', count(distinct group_id) >= 12
from data.line_group join data.crime_group g using (group_id) join data.line l using (line_id)
where g.kind = 'USG' and not l.is_open;
select 'no number but drama''s', count(*) from data.line_number where number !~ '^[+]447700900[0-9]{3}$';
select 'numbers on two lines', count(*) - count(distinct number) from data.line_number;
select 'all marked SYNTHETIC', (select count(*) from data.assessment_factor where rationale !~ '^SYNTHETIC')
	+ (select count(*) from data.staff where name !~ 'SYNTHETIC')
	+ (select count(*) from data.intel where body !~ '^SYNTHETIC' or conditions !~ '^(SYNTHETIC|$)')
	+ (select count(*) from data.line_person where basis !~ '^SYNTHETIC')
	+ (select count(*) from data.line_event where reason !~ '^(SYNTHETIC|$)');
select 'tallies that are not what a count gives', count(*) from data.tally_faults();
select 'wide and odd names', count(*) >= 8 from data.line where name ~ '[^ -~]';
SQL
cat > "$tap_dir/expected" << 'TEXT'
clock|2022-12-31 09
open|180
closed|190
the taskforce did it|174
in every unit and force of the region|11
region held by Birmingham and Coventry, percent|51.7
imports far away|Police Scotland, South Wales, South coast, Staffordshire, Warwickshire, West Mercia
mapped OCGs at work in closed lines are at least 10|t
USGs, too, at least 12|t
no number but drama's|0
numbers on two lines|1
all marked SYNTHETIC|0
tallies that are not what a count gives|0
wide and odd names|t
TEXT
cat > "$tap_dir/paper.sql" << 'SQL'
select measure, n from api.outcome_counts('2022-04-01', '2022-12-31')
where measure in ('type1_outcomes', 'type1_revoked', 'type1_claimed', 'persons_charged', 'safeguarding_engaged', 'ocg_disrupted', 'usg_disrupted');
select measure, n from api.outcome_counts('2022-10-01', '2022-12-31')
where measure in ('arrests_programme', 'disruption_events_force_wide', 'disruption_ocgs_drugs_force_wide');
select to_char(m, 'FMMonth'), string_agg(n::text, ' ' order by measure)
from generate_series(timestamp '2022-10-01', '2022-12-01', '1 month') m,
	api.outcome_counts(m::date, (m + interval '1 month')::date - 1) where measure ~ '^disruption_(arrested|trafficking)' group by m order by m;
-- The revoked one counted until it was; the week decides what is provisional.
select 'October', string_agg(n::text, ' ' order by measure) from api.outcome_counts('2022-04-01', '2022-09-30', '2022-10-05 12:00')
where measure in ('type1_outcomes', 'type1_revoked');
select 'since', string_agg(n::text, ' ' order by measure) from api.outcome_counts('2022-04-01', '2022-09-30')
where measure in ('type1_outcomes', 'type1_revoked');
SQL
cat > "$tap_dir/paper" << 'TEXT'
type1_claimed|1
type1_revoked|2
type1_outcomes|174
persons_charged|167
safeguarding_engaged|71
ocg_disrupted|10
usg_disrupted|12
arrests_programme|55
disruption_events_force_wide|218
disruption_ocgs_drugs_force_wide|86
October|93 154 43
November|112 157 50
December|73 109 58
October|122 0
since|121 1
TEXT
cat > "$tap_dir/seen.sql" << 'SQL'
select 'movement', string_agg(distinct left(change, 1), ' ' order by left(change, 1)) from api.grid where is_open and change <> '';
select 'summary without a zero', count(*) filter (where n = 0) from api.summary();
select 'grid then', count(*) > 100 from api.grid_as_at('2022-10-05 12:00');
select 'not as now', count(*) > 50 from api.grid_as_at('2022-10-05 12:00') t join api.grid g using (line_ref) where t.rank <> g.rank;
-- Each number of the dashboard is that of the rows it opens, each cell of corridors and map that of the grid.
select 'panels', count(*) from api.dashboard_panels() p cross join lateral api.dashboard(p.panel) c
where p.panel not in ('bands', 'standing')
	and c.value <> (select coalesce(sum(r.counts), 0) from api.dashboard_rows(p.panel, c.series, c.label, 10000) r);
select 'bands', count(*) from api.dashboard_bands() c
where c.value <> (select count(*) from api.dashboard_rows('bands', c.series, c.label, 10000) r);
select 'corridors', count(*) from api.corridors() c where c.value <> (select count(*) from api.grid g
	where g.is_open and coalesce(g.export_npu, g.export_force) = c.label and (c.series = '' or c.series = any (string_to_array(g.imports, ';'))));
select 'year', string_agg(n::text, ' ' order by panel) from (
	select p.panel, sum(c.value) as n from api.dashboard_panels() p cross join lateral api.dashboard(p.panel) c
	where p.panel in ('type1', 'charges', 'safeguarding') group by 1) x;
SQL
cat > "$tap_dir/digest.sql" << 'SQL'
select md5(string_agg(l::text, '' order by line_ref)) from (
	select line_id, line_ref, name, status, score, last_seen, last_review, open_taskings, overdue_taskings,
		imports_text, drugs_text, groups_text, aliases_text, valid_from, row_version from data.line) l;
select md5(string_agg(h::text, '' order by during, line_ref)) from (
	select during, line_ref, status, score from data.line_history) h;
select md5(string_agg(e::text, '' order by event_id)) from (
	select event_id, line_id, at, login, step, object_id, said, reason from data.line_event) e;
select md5(string_agg(i::text, '' order by intel_id)) from data.intel i;
select md5(string_agg(s::text, '' order by closure_id, n)) from data.closure_state s;
SQL
admin='psql -XAtq -v ON_ERROR_STOP=1 -U postgres'
demo --exec "$admin -f $tap_dir/count.sql > $tap_dir/got && $admin -f $tap_dir/digest.sql > $tap_dir/digest &&
	psql -XAtqf $tap_dir/paper.sql > $tap_dir/paper.got &&
	psql -XAtqf $tap_dir/seen.sql > $tap_dir/seen &&
	for who in analyst1 supervisor1 lro_be lro_wv admin1; do
		echo \$who \$(psql -XAtqc 'select count(*) from api.grid where is_open' -U \$who)
	done > $tap_dir/roles" > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "the world is counted" "$tap_dir/err"
same "$tap_dir/expected" "$tap_dir/got" "lines are where the paper has them"
same "$tap_dir/paper" "$tap_dir/paper.got" "the paper's figures are counted from what is in it"
printf 'movement|+ - n\nsummary without a zero|0\ngrid then|t\nnot as now|t\npanels|0\nbands|0\ncorridors|0\nyear|167 71 174\n' > "$tap_dir/wanted"
same "$tap_dir/wanted" "$tap_dir/seen" "lines move up, down and are new; the grid of October differs"
seen() {
	sed -n "s/^$1 //p" "$tap_dir/roles"
}
[ "$(seen analyst1)" -lt "$(seen supervisor1)" ]
ok $? "a supervisor sees restricted lines that an analyst does not" "$tap_dir/roles"
[ "$(seen lro_be)" -lt "$(seen analyst1)" ] && [ "$(seen lro_wv)" -gt 0 ]
ok $? "an LRO sees some of them" "$tap_dir/roles"
is "$(seen admin1)" 0 "an administrator sees none"

demo --exec "$admin -f $tap_dir/digest.sql" > "$tap_dir/again" 2> "$tap_dir/err"
same "$tap_dir/digest" "$tap_dir/again" "the next demo is the same to the last bit"

demo --empty --exec "psql -XAtqc 'select count(*), (select training from api.session()) from api.grid'" \
	> "$tap_dir/out" 2> "$tap_dir/err"
is "$(cat "$tap_dir/out")" "0|t" "an empty one has no lines and the same clock"
nothing_left "in the end"

done_testing
