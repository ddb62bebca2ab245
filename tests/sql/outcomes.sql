-- SPDX-License-Identifier: MIT
-- What closes a line for good: three proofs, a supervisor who did not claim it, a check-back; and events,
-- with their flags. What is found wrong is voided or revoked with a reason, and figures restate from then on.
select plan(71);
update data.line set first_seen = '2022-11-01' where line_ref in ('W1', 'W2');
update data.tasking set state = 'complete', result = 'Done', evidence = 'SYNTHETIC', completed_on = raised_on;
select line_id as w1 from data.line where line_ref = 'W1' \gset
create function pg_temp.go(login text, p_step text, ref text, cells jsonb) returns text language sql as $$
	select step(login, p_step, l.line_id, l.row_version, cells) from data.line l where l.line_ref = ref
$$;
-- The last outcome of a line.
create function pg_temp.last(ref text) returns data.closure language sql as $$
	select c.* from data.closure c join data.line l using (line_id) where l.line_ref = ref
	order by (select min(s.at) from data.closure_state s where s.closure_id = c.closure_id) desc, c.state in ('claimed', 'provisional') desc limit 1
$$;
create function pg_temp.out(login text, p_step text, ref text, cells jsonb default '{"reason": "SYNTHETIC reason."}') returns text language sql as $$
	select regexp_replace(step(login, p_step, c.closure_id, c.row_version, cells), 'T[12]-[0-9A-F]{8}', 'IT', 'g') from pg_temp.last(ref) c
$$;
create function pg_temp.charge(login text, ref text, cells jsonb) returns text language sql as $$
	select pg_temp.go(login, 'charge_add', ref, '{"on": "2022-12-10", "unit": "cltf", "person_ref": "P-1", "offence": "MDA-4-3", "class_a": "yes", "programme": "yes"}'::jsonb || cells)
$$;
create function pg_temp.claim(login text, ref text, cells jsonb default '{}') returns text language sql as $$
	select regexp_replace(pg_temp.go(login, 'type1_claim', ref, '{"on": "2022-12-14", "unit": "CLTF", "bulk_on": "2022-12-01", "bulk_source": "EX/1",
		"recovered_on": "2022-12-09", "recovered_source": "EX/2", "charge_ref": "CH-1"}'::jsonb || cells), 'T1-[0-9A-F]{8}', 'IT', 'g')
$$;
create function pg_temp.figures(as_at timestamptz) returns text language sql as $$
	select by('supervisor1', format('select string_agg(measure || ''='' || n, '' '' order by measure) from api.outcome_counts(''2022-12-01'', ''2022-12-31'', %L) where n > 0 and measure like ''type%%''', as_at))
$$;

-- The three proofs.
select code as supply from ref.offence where counts_for_type1 order by position limit 1 \gset
select code as other from ref.offence where not counts_for_type1 order by position limit 1 \gset
create function pg_temp.charged(ref text, event text, cells jsonb) returns text language sql as $$
	select pg_temp.charge('analyst1', ref, jsonb_build_object('event_ref', event, 'offence', (select code from ref.offence where counts_for_type1 order by position limit 1)) || cells)
$$;
select matches(pg_temp.claim('lro_be', 'W1', '{"bulk_on": "", "bulk_source": "", "recovered_on": "", "recovered_source": "", "charge_ref": ""}'),
	E'\\[bulk_on: lacks the day of bulk messages offering Class A\nbulk_source: lacks the source of the bulk messages\nrecovered_on: lacks the day the phone line was recovered\nrecovered_source: lacks the source of the recovery\ncharge_ref: lacks the charge of the holder\\]$', 'a claim without proofs is told all it lacks');
select matches(pg_temp.claim('lro_be', 'W1'), '\[charge_ref: there is no charge ''CH-1''\]$', 'a charge that is not recorded');
select is(pg_temp.charged('W1', 'CH-1', '{}'), 'A charge on W1 is recorded: CH-1', 'a charge on this line');
select matches(pg_temp.claim('lro_be', 'W1', jsonb_build_object(f, '')), 'One field needs mending: ' || f || ': lacks', 'without ' || f)
	from unnest(array['bulk_on', 'bulk_source', 'recovered_on', 'recovered_source', 'charge_ref']) f;
select is(pg_temp.charged('W1', 'CH-1', '{}'), 'GL004 One field needs mending: event_ref: CH-1 is taken. [event_ref: CH-1 is taken]', 'under a reference of its own');
select matches(pg_temp.charged('W1', 'CH-2', jsonb_build_object('offence', :'other')), 'CH-2$', 'one for another offence');
select matches(pg_temp.charged('W1', 'CH-3', '{"class_a": "no"}'), 'CH-3$', 'one without Class A');
select matches(pg_temp.charged('W2', 'CH-4', '{}'), 'CH-4$', 'one on another line');
select matches(pg_temp.charged('W1', 'CH-5', '{}'), 'CH-5$', 'one that will turn out wrong');
insert into data.charge (event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at)
	select 'CH-6', '2022-12-10', 'CLTF', l.line_id, p.person_id, :'supply', true, false, '2022-12-10' from data.line l cross join data.person p where l.line_ref = 'W4';
select matches(pg_temp.claim('lro_be', 'W1', '{"charge_ref": "CH-2"}'), '\[charge_ref: CH-2 is for .*, which is no relevant supply offence\]$', 'an offence that does not count');
select matches(pg_temp.claim('lro_be', 'W1', '{"charge_ref": "CH-3"}'), '\[charge_ref: CH-3 is not for a Class A drug\]$', 'a drug that does not');
select matches(pg_temp.claim('analyst1', 'W1', '{"charge_ref": "CH-4"}'), '\[charge_ref: CH-4 is a charge on another line\]$', 'a charge on another line');
select matches(pg_temp.claim('analyst1', 'W1', '{"charge_ref": "CH-6"}'), '\[charge_ref: there is no charge ''CH-6''\]$', 'on one that is not seen, none');
select is(step('analyst1', 'event_void', event_id, 1, '{"reason": "Wrong man."}'), 'CH-5 is voided; figures restate', 'it is voided') from data.charge where event_ref = 'CH-5';
select matches(pg_temp.claim('lro_be', 'W1', '{"charge_ref": "CH-5"}'), '\[charge_ref: CH-5 was voided\]$', 'and proves nothing');
select matches(by('lro_be', format('select string_agg(label || '' '' || text, ''; '') from api.step_preview(''type1_claim'', %L, ''{"bulk_on": "2022-12-01", "charge_ref": "CH-3"}'') where section = ''Three proofs''', :'w1')),
	'^Messages MISSING: lacks the source of the bulk messages; Recovery MISSING: .*; Charge MISSING: CH-3 is not for a Class A drug$', 'the checklist says so while one types');
select throws_ok(format('insert into data.closure (outcome_ref, line_id, kind, definition, state, on_day, unit, charge_id, claimed_on) select %L, line_id, %L, %L, %L, %L, %L, event_id, %L from data.charge where event_ref = %L',
	'X', 'type1', 'T1-2022', 'claimed', '2022-12-14', 'CLTF', '2022-12-14', 'CH-1'), '23514', null, 'the table takes none without its proofs');
select throws_ok(format('insert into data.closure (outcome_ref, line_id, kind, definition, state, on_day, unit, charge_id, claimed_on, bulk_on, bulk_source, recovered_on, recovered_source) select %L, %L, %L, %L, %L, %L, %L, event_id, %L, %L, %L, %L, %L from data.charge where event_ref = %L',
	'X', :'w1', 'type1', 'T1-2022', 'claimed', '2022-12-14', 'CLTF', '2022-12-14', '2022-12-01', 'x', '2022-12-01', 'x', 'CH-4'), 'GL004', null, 'nor with a charge on another line');

-- Claiming and ratifying.
select matches(pg_temp.claim('auditor1', 'W1'), '^GL002 ', 'an auditor claims nothing');
select is(pg_temp.claim('supervisor1', 'W1'), 'A Type 1 outcome of W1 is claimed as IT: a supervisor ratifies it', 'all three there: it is claimed');
select is((select concat_ws(' ', definition, state, claimed_by, claimed_on) from pg_temp.last('W1')), 'T1-2022 claimed supervisor1 2022-12-20', 'by a version of the definition');
select is(pg_temp.claim('analyst1', 'W1'), 'GL002 W1: an outcome is claimed already.', 'one a line is claimed');
select is((select is_open from data.line where line_ref = 'W1'), true, 'a claim closes nothing');
select matches(step('analyst1', 'event_void', event_id, 1, '{"reason": "x"}'), '^GL002 CH-1: it is a proof of the Type 1 outcome T1-[0-9A-F]{8}: refuse or revoke that first', 'its charge is not voided under it') from data.charge where event_ref = 'CH-1';
select matches(pg_temp.out('analyst1', 'outcome_ratify', 'W1'), '^GL002 The role analyst', 'an analyst does not ratify');
select is(pg_temp.out('supervisor1', 'outcome_ratify', 'W1'), 'GL002 IT: you claimed it: another supervisor ratifies it.', 'nor does the claimant');
select throws_ok(format('update data.closure set state = %L, ratified_by = claimed_by, check_back_due = %L where closure_id = %L', 'provisional', '2023-01-14', (pg_temp.last('W1')).closure_id), '23514', null, 'the table neither');
select is(pg_temp.out('supervisor1', 'outcome_refuse', 'W1', '{"reason": ""}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'nothing is refused without a reason');
select is(pg_temp.out('supervisor1', 'outcome_refuse', 'W1'), 'IT is refused; W1 stays open', 'refused');
select matches(pg_temp.out('supervisor1', 'outcome_ratify', 'W1'), '^GL002 IT: it is refused', 'for good');
select matches(pg_temp.claim('lro_be', 'W1', '{"charge_ref": "ch-1"}'), '\[charge_ref: there is no charge', 'a reference is as it is written');
update ref.setting set training_base = '2022-12-21 09:00', training_started = now();
select matches(pg_temp.claim('lro_be', 'W1'), 'is claimed as IT', 'claimed anew, by an LRO');
select matches(step('supervisor1', 'outcome_ratify', c.closure_id, 7, '{"reason": "x"}'), '^GL003 Outcome T1-', 'a stale ratification') from pg_temp.last('W1') c;
select is(pg_temp.figures('2022-12-21 10:00'), 'type1_claimed=1', 'a claim is no outcome');
select is(pg_temp.out('supervisor1', 'outcome_ratify', 'W1'), 'IT is ratified: W1 is closed', 'a supervisor who did not claim it ratifies');
select is((select status || ' ' || is_open from data.line where line_ref = 'W1'), 'closed-type1-provisional false', 'it closes the line, provisionally');
select is((select check_back_due - on_day from pg_temp.last('W1')), (select check_back_days from ref.setting), 'and a check-back becomes due');
select is(pg_temp.figures('2022-12-21 10:00'), 'type1_outcomes=1 type1_provisional=1', 'it counts');
select is(pg_temp.claim('analyst1', 'W1'), 'GL002 W1: the line is closed, type 1 provisional.', 'one Type 1 a line');
select is(pg_temp.go('supervisor1', 'line_reopen', 'W1', '{"reason": "x"}'), 'GL002 W1: its Type 1 outcome stands: revoke that first.', 'it is not reopened under it');
select throws_ok(format('insert into data.closure (outcome_ref, line_id, kind, definition, state, on_day, unit, deactivated_on, deactivated_source, claimed_on) values (%L, %L, %L, %L, %L, %L, %L, %L, %L, %L)',
	'X', :'w1', 'type2', 'T2-2022', 'claimed', '2022-12-14', 'CLTF', '2022-12-14', 'x', '2022-12-14'), '23505', null, 'for every writer');

-- Checking back.
select matches(pg_temp.out('analyst1', 'checkback_pass', 'W1', '{"on": "2022-12-21", "source": "Call"}'), '\[on: lies before the check-back is due, ', 'it does not pass before it is due');
select matches(pg_temp.out('analyst1', 'checkback_fail', 'W1', '{"on": "2022-12-13", "source": "Call", "reason": "x"}'), '\[on: lies before the line was closed, 2022-12-14\]$', 'nor fail before it was closed');
select matches(pg_temp.out('analyst1', 'checkback_fail', 'W1', '{"on": "2022-12-21", "source": "Call"}'), '\[reason: is empty\]$', 'nor without a reason');
select is(pg_temp.out('analyst1', 'checkback_fail', 'W1', '{"on": "2022-12-21", "source": "Call", "reason": "It rings."}'), 'IT is revoked: W1 is open again', 'it fails as soon as it rings');
select is((select concat_ws('|', state, reason, check_back_on, check_back_source) from pg_temp.last('W1')), 'revoked|It rings.|2022-12-21|Call', 'with the reason');
select is((select status from data.line where line_ref = 'W1'), 're-opened', 'the line is back');
select is((select string_agg(state, ' ' order by n) from data.closure_state where closure_id = (pg_temp.last('W1')).closure_id), 'claimed provisional revoked', 'every state is kept');
update ref.setting set training_base = '2022-12-22 09:00', training_started = now();
select is(pg_temp.figures('2022-12-22 10:00'), 'type1_revoked=1', 'it is counted as revoked from then on');
select matches(pg_temp.claim('lro_be', 'W1'), 'is claimed as IT', 'a line that was revoked is claimed again');
select is(pg_temp.out('supervisor1', 'outcome_ratify', 'W1'), 'IT is ratified: W1 is closed', 'and ratified');
select pg_temp.figures('2022-12-22 23:00') as then_figures \gset
update ref.setting set training_base = '2023-03-01 09:00', training_started = now();
select matches(pg_temp.out('lro_bw', 'checkback_pass', 'W1', '{"on": "2023-02-28", "source": "Call"}'), '^GL005 ', 'another unit does not check it');
select is(pg_temp.out('lro_be', 'checkback_pass', 'W1', '{"on": "2023-02-28", "source": "Call"}'), 'IT is verified: W1 stays closed', 'it passes');
select is((select status from data.line where line_ref = 'W1'), 'closed-type1-verified', 'and the line is verified');
select is(pg_temp.figures('2023-03-01 10:00'), 'type1_outcomes=1 type1_revoked=1 type1_verified=1', 'verified outcomes count');
select is(pg_temp.figures('2022-12-22 23:00'), :'then_figures', 'as at December nothing changed');
select is(pg_temp.out('lro_be', 'checkback_fail', 'W1', '{"on": "2023-02-28", "source": "Call", "reason": "x"}'), 'GL002 IT: it is verified.', 'checked once');
select is(pg_temp.out('supervisor1', 'outcome_revoke', 'W1', '{}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'nothing is revoked without a reason');
select is(pg_temp.out('supervisor1', 'outcome_revoke', 'W1'), 'IT is revoked: W1 is open again', 'a supervisor revokes it later');
select is(pg_temp.figures('2023-03-01 10:00'), 'type1_revoked=2', 'figures restate');
select is(pg_temp.figures('2022-12-22 23:00'), :'then_figures', 'those as at December do not');

-- Type 2, and what is none.
\set t2 '{"on": "2023-02-20", "unit": "CLTF", "deactivated_on": "2023-02-19", "deactivated_source": "Provider"}'
select matches(pg_temp.go('lro_be', 'type2_claim', 'W1', :'t2'::jsonb - 'deactivated_source'), '\[deactivated_source: is empty\]$', 'a Type 2 needs its source');
select matches(pg_temp.go('lro_be', 'type2_claim', 'W1', :'t2'), '^A Type 2 outcome of W1 is claimed', 'and nothing more');
select is(pg_temp.out('supervisor1', 'outcome_ratify', 'W1'), 'IT is ratified: W1 is closed', 'ratified');
select is((select l.status || ' ' || c.state || coalesce(c.check_back_due::text, ' none') from data.line l, pg_temp.last('W1') c where l.line_ref = 'W1'), 'closed-type2 verified none', 'there is nothing to check back');
select is(pg_temp.go('analyst1', 'line_reopen', 'W1', '{"reason": "A new number."}'), 'W1 is open again', 'the line sells on');
select matches(pg_temp.claim('lro_be', 'W1', '{"on": "2023-02-25"}'), 'is claimed as IT', 'and can come to a Type 1');
select * from finish();
