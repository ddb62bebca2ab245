#!/bin/sh
# SPDX-License-Identifier: MIT
# What stands behind the lines of the demo's world, and that something stands at every stage: by the rules
# that users are held to, and so that it can be taken up.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

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
select 'proofs out of order', count(*) from closure c join line l using (line_id) left join charge h on h.event_id = c.charge_id
where c.kind = 'type1' and not (l.bulk_marketing and l.first_seen <= bulk_on and bulk_on <= recovered_on
	and recovered_on <= h.on_day and h.on_day <= c.on_day);
select 'intelligence of days to come', count(*) from intel i join line l using (line_id)
where i.on_day < l.first_seen or i.on_day > l.last_seen or i.on_day > i.entered_at::date;
create view pg_temp.event as
	select line_id, person_id, on_day, unit, entered_at, '{suspect}'::text[] as is from arrest
	union all select line_id, person_id, on_day, unit, entered_at, '{charged}' from charge
	union all select line_id, person_id, on_day, unit, entered_at, '{victim,potential-victim}' from safeguarding
	union all select line_id, null, on_day, unit, entered_at, null from disruption
	union all select line_id, null, on_day, unit, entered_at, null from seizure
	union all select line_id, null, on_day, unit, entered_at, null from ddtro;
select 'entered before they happened', count(*) from pg_temp.event e where on_day > entered_at::date;
select 'of units that were none', count(*) from pg_temp.event e join ref.unit u on u.code = e.unit
where e.on_day not between u.valid_from and u.valid_to;
select 'of people who are nothing to the line', count(*) from pg_temp.event e where person_id is not null and not exists (
	select from line_person p where p.line_id = e.line_id and p.person_id = e.person_id and p.category = any (e.is));
select 'engaged without a referral', count(*) from safeguarding e where stage = 'engaged' and programme and not exists (
	select from safeguarding r where r.person_id = e.person_id and r.stage = 'referred' and r.on_day <= e.on_day);
select 'pairs without their cause', count(*) from deconfliction d where not exists (
	select from line l cross join lateral data.line_likely(l.line_id, l.name, l.imports,
		array(select number from line_number n where n.line_id = l.line_id)) k
	where l.line_id in (d.line_a, d.line_b) and k.other in (d.line_a, d.line_b) and k.cause = d.cause);
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
dormant, stale, open again, successor|t|t|2|1
told before the line was there|0
told in times to come|0
steps told that are none|0
proofs out of order|0
intelligence of days to come|0
entered before they happened|0
of units that were none|0
of people who are nothing to the line|0
engaged without a referral|0
pairs without their cause|0
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
9|LINE is dormant|2
TEXT
admin='psql -XAtq -v ON_ERROR_STOP=1 -U postgres'
demo --exec "$admin -f $tap_dir/stages.sql > $tap_dir/stages.got && $admin -f $tap_dir/take.sql > $tap_dir/take.got" \
	> "$tap_dir/out" 2> "$tap_dir/err"
ok $? "the world is looked at" "$tap_dir/err"
same "$tap_dir/stages" "$tap_dir/stages.got" "something stands at every stage, by the rules"
same "$tap_dir/take" "$tap_dir/take.got" "and can be taken up from there"
nothing_left "in the end"

done_testing
