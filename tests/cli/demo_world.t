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
type1_revoked|1
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
cat > "$tap_dir/stages.sql" << 'SQL'
set search_path = data, pg_catalog;
select 'lines without intelligence', count(*) from line l where not exists (select from intel i where i.line_id = l.line_id);
select 'lines without people', count(*) from line l where not exists (select from line_person p where p.line_id = l.line_id);
select 'handling and its conditions', string_agg(distinct handling || (conditions <> ''), ' ') from intel;
select 'intelligence that moved last_seen', count(*) from line l
where l.last_seen <> (select max(i.on_day) from intel i where i.line_id = l.line_id and i.corrects is null);
select 'what people are', string_agg(distinct category, ' ' order by category) from line_person;
select 'children, and both suspect and victim', count(*) filter (where child) > 20, count(*) filter (where both_) > 20 from (
	select p.child, bool_or(c.offender) and bool_or(c.protected) as both_ from line_person x join person p using (person_id)
	join ref.person_category c on c.code = x.category group by x.line_id, x.person_id, p.child) x;
select 'references', count(*) from person where person_ref !~ '^P-[0-9]{4}$';
select 'external schemes', string_agg(distinct scheme, ', ' order by scheme) from external_score;
select 'closed lines whose outcome is not theirs', count(*) from line l left join closure c on c.line_id = l.line_id
	and c.state in ('provisional', 'verified') where l.status ~ '^closed-type' and l.status is distinct from
	case c.kind when 'type1' then 'closed-type1-' || c.state else 'closed-type2' end;
select 'outcomes on other lines', count(*) from closure c join line l using (line_id) where l.is_open and c.state in ('provisional', 'verified');
select 'ratified by', string_agg(distinct ratified_by, ' ') from closure;
select 'check-backs overdue, to come', count(*) filter (where check_back_due < c.today), count(*) filter (where check_back_due >= c.today)
from closure, ref.clock c where state = 'provisional';
select 'checked before they were due', count(*) from closure where check_back_on < check_back_due;
select 'states out of order', count(*) from (
	select at < lag(at) over w or n = 1 and state <> 'claimed' or state = 'provisional' and lag(state) over w <> 'claimed'
		or state = 'revoked' and lag(state) over w <> 'provisional' as wrong
	from closure_state window w as (partition by closure_id order by n)) x where wrong;
select 'last states', count(*) from closure c
where c.state <> (select s.state from closure_state s where s.closure_id = c.closure_id order by n desc limit 1);
select 'who claims ratifies', count(*) from closure_state a join closure_state b using (closure_id) where a.n = 1 and b.n = 2 and a.login = b.login;
select 'open taskings of a claimed line', sum(l.open_taskings) from closure c join line l using (line_id) where c.state = 'claimed';
select 'Type 1 lacks', data.type1_missing(d.object_id, d.cells) from draft d where step = 'type1_claim';
select 'orders due', count(*) from ddtro, ref.clock c where complied_on is null and compliance_due >= c.today;
select 'deconflictions', string_agg(state, ' ' order by state) from deconfliction;
select 'which were tasked while open', count(*) from deconfliction d join tasking t on t.line_id in (d.line_a, d.line_b)
where t.raised_on >= d.raised_on and t.raised_on <= coalesce(case when d.state <> 'same' then d.decided_on end, 'infinity');
select 'the open one has a cause', count(*) from deconfliction d join line a on a.line_id = d.line_a join line b on b.line_id = d.line_b
join line_number n on n.line_id = d.line_a join line_number m on m.line_id = d.line_b and m.number = n.number
where d.state = 'open' and a.is_open and b.is_open and n.state = 'live' and m.state = 'live';
select 'merged', count(*) from line l join line w on w.line_id = l.merged_into where l.status = 'merged' and w.is_open and l.name = any (w.aliases);
select 'assessments', string_agg(state || ' ' || n, ', ' order by state) from (
	select state, count(*) as n from assessment where state <> 'signed' group by 1) x;
select 'waits for a second scorer', count(*) from assessment a cross join lateral data.assessment_total(a.assessment_id, a.model) t
where a.state = 'moderated' and a.second_by is null and t.total >= 80;
select 'scorers differ', count(distinct assessment_id) > 5 from assessment_opinion o join assessment_factor f using (assessment_id, factor) where o.score <> f.score;
select 'dormant, stale, open again, successor', (select count(*) > 0 from line where status = 'dormant'),
	(select count(*) > 0 from line, ref.clock c where is_open and greatest(last_seen, last_review) < c.today - 28),
	(select count(*) from line where status = 're-opened'),
	(select count(*) from line l join line p on p.line_id = l.successor_of where not p.is_open and l.first_seen > p.first_seen);
select 'told before the line was there', count(*) from line_event e join line l using (line_id) where e.at < l.created_at;
select 'told in times to come', count(*) from line_event, ref.clock c where line_event.at > c.at;
select 'steps told that are none', count(*) from line_event e where not exists (select from ref.step s where s.step = e.step);
select 'changed by nobody of the force', string_agg(distinct changed_by, ' ') from (
	select changed_by from line union all select changed_by from line_history
	union all select changed_by from tasking) x
where changed_by <> 'file' and not exists (select from staff where login = changed_by);
select 'voided', count(*) from arrest where voided_at is not null;
SQL
cat > "$tap_dir/stages" << 'TEXT'
lines without intelligence|0
lines without people|0
handling and its conditions|Ctrue Pfalse
intelligence that moved last_seen|0
what people are|charged convicted potential-victim suspect victim witness
children, and both suspect and victim|t|t
references|0
external schemes|MoRiLE, OCGM band
closed lines whose outcome is not theirs|0
outcomes on other lines|0
ratified by|supervisor1
check-backs overdue, to come|5|10
checked before they were due|0
states out of order|0
last states|0
who claims ratifies|0
open taskings of a claimed line|0
Type 1 lacks|{"charge_ref: lacks the charge of the holder"}
orders due|1
deconflictions|different merged merged open same
which were tasked while open|0
the open one has a cause|1
merged|2
assessments|moderated 2, proposed 1, returned 1
waits for a second scorer|1
scorers differ|t
dormant, stale, open again, successor|t|t|1|1
told before the line was there|0
told in times to come|0
steps told that are none|0
changed by nobody of the force|
voided|1
TEXT
# What waits can be taken up by who may, and is refused with what it lacks; rolled back.
cat > "$tap_dir/take.sql" << 'SQL'
begin;
create function pg_temp.take(who text, step text, id uuid, version int, cells jsonb) returns text
language plpgsql as $$
declare
	got text;
begin
	execute format('set local session authorization %I', who);
	select s.said into got from api.step(step, id, version, cells, gen_random_uuid()) s;
	reset session authorization;
	return got;
exception when others then
	reset session authorization;
	return sqlerrm;
end
$$;
create temporary table took as
select 1 as n, pg_temp.take('supervisor1', 'outcome_ratify', closure_id, row_version, '{"reason": "SYNTHETIC"}') as said
from data.closure where state = 'claimed'
union all
select 2, pg_temp.take('analyst1', 'checkback_pass', closure_id, row_version, '{"on": "2022-12-31", "source": "SYNTHETIC"}')
from data.closure, ref.clock c where state = 'provisional' and check_back_due < c.today
union all
select 3, pg_temp.take('analyst1', 'type1_claim', object_id, version, cells) from data.draft
union all
select 4, pg_temp.take('supervisor1', 'assess_sign', assessment_id, row_version, '{"reason": "SYNTHETIC"}')
from data.assessment where state = 'moderated'
union all
select 5, pg_temp.take('analyst1', 'ddtro_comply', event_id, 1, '{"on": "2022-12-30"}') from data.ddtro where complied_on is null
union all
select 6, pg_temp.take('analyst1', 'deconflict_different', deconfliction_id, row_version, '{"rationale": "SYNTHETIC"}')
from data.deconfliction where state = 'open'
union all
select 7, pg_temp.take('supervisor1', 'deconflict_merge', deconfliction_id, d.row_version,
	jsonb_build_object('into_ref', l.line_ref, 'rationale', 'SYNTHETIC'))
from data.deconfliction d join data.line l on l.line_id = d.line_a where d.state = 'same'
union all
select 8, pg_temp.take('supervisor1', 'line_unmerge', line_id, row_version, '{"reason": "SYNTHETIC"}') from data.line where status = 'merged'
union all
select 9, pg_temp.take('analyst1', 'line_dormant', line_id, row_version, '{"reason": "SYNTHETIC"}') from data.line where status = 're-opened'
	and line_id in (select line_id from data.closure where state = 'revoked');
select n, x.said, count(*) from took
cross join lateral (select regexp_replace(regexp_replace(took.said, '[A-Z]{2}22-[0-9]{4}', 'LINE', 'g'),
	'(T1|DD)-[0-9A-F]{8}', 'REF') collate "C") x (said) group by 1, 2 order by 1, 2;
rollback;
SQL
cat > "$tap_dir/take" << 'TEXT'
1|REF is ratified: LINE is closed|1
2|REF is verified: LINE stays closed|5
3|One field needs mending: charge_ref: lacks the charge of the holder.|1
4|LINE scores 64, high|1
4|This assessment: it comes to 90, in the top band: a second scorer has to score it first.|1
5|REF was complied with|1
6|LINE Double Rivet and LINE Crimson Pylon are different lines|1
7|LINE is merged into LINE|1
8|LINE is a line of its own again; whether it is the same is open|2
9|LINE is dormant|1
TEXT
cat > "$tap_dir/seen.sql" << 'SQL'
select 'movement', string_agg(distinct left(change, 1), ' ' order by left(change, 1)) from api.grid where is_open and change <> '';
select 'summary without a zero', count(*) filter (where n = 0) from api.summary();
select 'grid then', count(*) > 100 from api.grid_as_at('2022-10-05 12:00');
select 'not as now', count(*) > 50 from api.grid_as_at('2022-10-05 12:00') t join api.grid g using (line_ref) where t.rank <> g.rank;
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
	$admin -f $tap_dir/stages.sql > $tap_dir/stages.got && $admin -f $tap_dir/take.sql > $tap_dir/take.got && psql -XAtqf $tap_dir/paper.sql > $tap_dir/paper.got &&
	psql -XAtqf $tap_dir/seen.sql > $tap_dir/seen &&
	for who in analyst1 supervisor1 lro_be lro_wv admin1; do
		echo \$who \$(psql -XAtqc 'select count(*) from api.grid where is_open' -U \$who)
	done > $tap_dir/roles" > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "the world is counted" "$tap_dir/err"
same "$tap_dir/expected" "$tap_dir/got" "lines are where the paper has them"
same "$tap_dir/paper" "$tap_dir/paper.got" "the paper's figures are counted from what is in it"
same "$tap_dir/stages" "$tap_dir/stages.got" "something stands at every stage, by the rules"
same "$tap_dir/take" "$tap_dir/take.got" "and can be taken up from there"
printf 'movement|+ - n\nsummary without a zero|0\ngrid then|t\nnot as now|t\n' > "$tap_dir/wanted"
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
