create function data.step_arrest_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('arrest_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	id := gen_random_uuid();
	insert into data.arrest (event_id, event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('AR', id)), day, data.the_unit(cells, day), l.line_id,
		data.person_on_line(cells ->> 'person_ref', l.line_id, 'suspect', day, false, 'arrest'), data.yes(cells ->> 'drugs_linked'), data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('An arrest on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_arrest_add(uuid, int, jsonb) is 'Record an arrest';
create function data.step_charge_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('charge_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	offence text;
begin
	select o.code into offence from ref.offence o where lower(o.code) = lower(cells ->> 'offence');
	id := gen_random_uuid();
	insert into data.charge (event_id, event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('CH', id)), day, data.the_unit(cells, day), l.line_id,
		data.person_on_line(cells ->> 'person_ref', l.line_id, 'charged', day, true, 'charge'), offence, data.yes(cells ->> 'class_a'), data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A charge on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_charge_add(uuid, int, jsonb) is 'Record a charge';
create function data.step_safeguard_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('safeguard_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	known boolean := exists (select from data.person p where p.person_ref = cells ->> 'person_ref' and p.child);
	child boolean := coalesce(data.yes(cells ->> 'child'), false) or known;
begin
	if cells ->> 'mechanism' = 'MS1' and (child or cells ->> 'consent' is distinct from 'no') then
		perform data.refuse_fields(array['mechanism: MS1 is for an adult who does not consent; a child needs no consent for the NRM']);
	elsif not child and cells ->> 'mechanism' = 'NRM' and cells ->> 'consent' is distinct from 'yes' then
		perform data.refuse_fields(array['consent: an adult is referred to the NRM with consent; without it there is MS1']);
	elsif not child and cells ->> 'consent' = 'child' then
		perform data.refuse_fields(array['consent: it is not needed of a child only; this is an adult']);
	end if;
	id := gen_random_uuid();
	insert into data.safeguarding (event_id, event_ref, on_day, unit, line_id, person_id, route, stage, mechanism, consent, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('SG', id)), day, data.the_unit(cells, day), l.line_id,
		data.person_on_line(cells ->> 'person_ref', l.line_id, 'potential-victim', day, false, 'safeguarding', child), lower(cells ->> 'route'), lower(cells ->> 'stage'),
		nullif(cells ->> 'mechanism', ''), case when child then 'child' else nullif(lower(cells ->> 'consent'), '') end, data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('Safeguarding on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_safeguard_add(uuid, int, jsonb) is 'Record a safeguarding referral or engagement';
create function data.step_seizure_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('seizure_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	id := gen_random_uuid();
	insert into data.seizure (event_id, event_ref, on_day, unit, line_id, what, quantity, measure, class_a, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('SZ', id)), day, data.the_unit(cells, day), l.line_id,
		cells ->> 'what', nullif(cells ->> 'quantity', '')::numeric, coalesce(cells ->> 'measure', ''), data.yes(cells ->> 'class_a'), data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A seizure on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_seizure_add(uuid, int, jsonb) is 'Record a seizure';
create function data.step_ddtro_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('ddtro_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	due date;
begin
	due := coalesce(data.parse_day(cells ->> 'compliance_due'), data.working_day(day, 5));
	if due < day then
		perform data.refuse_fields(array['compliance_due: lies before the order']);
	end if;
	if (cells ->> 'identifiers')::int = 0 then
		perform data.refuse_fields(array['identifiers: an order restricts at least one']);
	end if;
	id := gen_random_uuid();
	insert into data.ddtro (event_id, event_ref, on_day, unit, line_id, applicant_rank, compliance_due, identifiers, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('DD', id)), day, data.the_unit(cells, day), l.line_id,
		(select w.code from ref.word w where w.vocabulary = 'rank' and lower(w.code) = lower(cells ->> 'applicant_rank')), due, (cells ->> 'identifiers')::int, data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A restriction order on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_ddtro_add(uuid, int, jsonb) is 'Record a restriction order';
-- Cells may still be words that are no number: those are told elsewhere.
create function data.disruption_faults(cells jsonb) returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select array_remove(array[
		case when n.drugs > n.arrested then 'arrested_drugs: more than were arrested' end,
		case when n.outcomes > n.drugs then 'trafficking_outcomes: more than were linked to drugs' end], null)
	from (select substring(coalesce(nullif(cells ->> 'arrested', ''), '0') from '^[0-9]{1,9}$')::int as arrested,
		substring(coalesce(nullif(cells ->> 'arrested_drugs', ''), '0') from '^[0-9]{1,9}$')::int as drugs,
		substring(coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0') from '^[0-9]{1,9}$')::int as outcomes) n
$$;
comment on function data.disruption_faults(jsonb) is 'What is wrong with the counts of a disruption: each count is part of the one before';
create function data.step_disruption_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('disruption_add', p_id, p_version);
	g data.crime_group;
	day date := data.parse_day(cells ->> 'on');
	faults text[] := data.disruption_faults(cells);
	counts int[] := array[coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
		coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int, coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int];
begin
	select * into g from data.crime_group x where lower(x.group_ref) = lower(cells ->> 'group_ref');
	if g.group_id is null and coalesce(cells ->> 'group_ref', '') <> '' then
		perform data.refuse_fields(array['group_ref: a disruption is of one group; record another for the next']);
	end if;
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	id := gen_random_uuid();
	insert into data.disruption (event_id, event_ref, on_day, unit, line_id, group_id, grade, four_p, tactic, drugs_linked,
		arrested, arrested_drugs, trafficking_outcomes, programme, entered_at)
	values (id, data.event_ref('DI', id), day, data.the_unit(cells, day), l.line_id, g.group_id, lower(cells ->> 'grade'),
		initcap(cells ->> 'four_p'), coalesce(cells ->> 'tactic', ''), data.yes(cells ->> 'drugs_linked'), counts[1], counts[2],
		counts[3], data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A %s disruption is recorded: %s', lower(cells ->> 'grade'), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_disruption_add(uuid, int, jsonb) is 'Record a disruption';
create function data.step_disruption_group_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	g data.crime_group;
	day date := data.parse_day(cells ->> 'on');
	faults text[] := data.disruption_faults(cells);
	counts int[] := array[coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
		coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int, coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int];
begin
	select * into strict g from data.crime_group x where x.group_id = p_id;
	if g.row_version is distinct from p_version then
		perform data.refuse_stale('Group ' || g.group_ref, p_version, g.row_version, g.changed_by);
	end if;
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	id := gen_random_uuid();
	insert into data.disruption (event_id, event_ref, on_day, unit, line_id, group_id, grade, four_p, tactic, drugs_linked,
		arrested, arrested_drugs, trafficking_outcomes, programme, entered_at)
	values (id, data.event_ref('DI', id), day, data.the_unit(cells, day), null, g.group_id, lower(cells ->> 'grade'),
		initcap(cells ->> 'four_p'), coalesce(cells ->> 'tactic', ''), data.yes(cells ->> 'drugs_linked'), counts[1], counts[2],
		counts[3], data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := g.row_version;
	said := format('A %s disruption is recorded: %s', lower(cells ->> 'grade'), ref);
	lines := '{}';
end
$$;
comment on function data.step_disruption_group_add(uuid, int, jsonb) is 'Record a disruption';
-- Forms and files claim alike; who calls has asked for the proofs before, and the table asks again.
create function data.outcome_claim(p_kind text, p_line uuid, cells jsonb, p_by text) returns data.closure
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid := gen_random_uuid();
	day date := data.parse_day(cells ->> 'on');
	c data.closure;
begin
	insert into data.closure (closure_id, outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source,
		recovered_on, recovered_source, charge_id, deactivated_on, deactivated_source, claimed_by, claimed_on)
	values (id, coalesce(nullif(cells ->> 'outcome_ref', ''), data.event_ref(case p_kind when 'type1' then 'T1' else 'T2' end, id)),
		p_line, p_kind, (select d.code from ref.closure_definition d
			where d.kind = p_kind and day between d.valid_from and d.valid_to order by d.valid_from desc limit 1),
		'claimed', day, data.the_unit(cells, day), data.parse_day(cells ->> 'bulk_on'), nullif(cells ->> 'bulk_source', ''),
		data.parse_day(cells ->> 'recovered_on'), nullif(cells ->> 'recovered_source', ''),
		(select x.event_id from data.charge x where x.event_ref = cells ->> 'charge_ref'),
		data.parse_day(cells ->> 'deactivated_on'), nullif(cells ->> 'deactivated_source', ''), p_by, data.clock()::date)
	returning * into c;
	return c;
end
$$;
comment on function data.outcome_claim(text, uuid, jsonb, text) is 'Claim an outcome of a line, for somebody or for a file';
create function data.checkback_fault(p_result text, p_day date, p_closed date, p_due date) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when p_day < p_closed then format('lies before the line was closed, %s', p_closed)
		when p_result = 'passed' and p_day < p_due
			then format('lies before the check-back is due, %s; that it is out of use is shown then', p_due) end
$$;
comment on function data.checkback_fault(text, date, date, date) is 'Why a day cannot be that of a check-back; null if it can';
create function data.step_type1_claim(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('type1_claim', p_id, p_version);
	c data.closure;
	missing text[] := data.type1_missing(p_id, cells);
begin
	if cardinality(missing) > 0 then
		perform data.refuse_fields(missing);
	end if;
	c := data.outcome_claim('type1', l.line_id, cells, session_user);
	id := c.closure_id;
	ref := c.outcome_ref;
	version := c.row_version;
	said := format('A Type 1 outcome of %s is claimed as %s: a supervisor ratifies it', l.line_ref, ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_type1_claim(uuid, int, jsonb) is 'Claim a Type 1 outcome with its three proofs';
create function data.step_type2_claim(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('type2_claim', p_id, p_version);
	c data.closure;
begin
	c := data.outcome_claim('type2', l.line_id, cells, session_user);
	id := c.closure_id;
	ref := c.outcome_ref;
	version := c.row_version;
	said := format('A Type 2 outcome of %s is claimed as %s: a supervisor ratifies it', l.line_ref, ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_type2_claim(uuid, int, jsonb) is 'Claim a Type 2 outcome: a number deactivated';
create function data.step_outcome_ratify(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_ratify', p_id, p_version);
begin
	update data.closure x set state = case c.kind when 'type1' then 'provisional' else 'verified' end, ratified_by = session_user,
		ratified_on = data.clock()::date,
		check_back_due = case c.kind when 'type1' then c.on_day + (select s.check_back_days from ref.setting s) end, row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = case c.kind when 'type1' then 'closed-type1-provisional' else 'closed-type2' end, last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is ratified: %s is closed', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_ratify(uuid, int, jsonb) is 'Ratify a claimed outcome: it closes the line';
create function data.step_outcome_refuse(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_refuse', p_id, p_version);
begin
	update data.closure x set state = 'refused', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is refused; %s stays open', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_refuse(uuid, int, jsonb) is 'Refuse a claimed outcome';
create function data.step_checkback_pass(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('checkback_pass', p_id, p_version);
	fault text := data.checkback_fault('passed', data.parse_day(cells ->> 'on'), c.on_day, c.check_back_due);
begin
	if fault is not null then
		perform data.refuse_fields(array['on: ' || fault]);
	end if;
	update data.closure x set state = 'verified', check_back_on = data.parse_day(cells ->> 'on'), check_back_source = cells ->> 'source', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 'closed-type1-verified', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is verified: %s stays closed', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_checkback_pass(uuid, int, jsonb) is 'The line stayed out of use: its Type 1 is verified';
create function data.step_checkback_fail(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('checkback_fail', p_id, p_version);
	fault text := data.checkback_fault('failed', data.parse_day(cells ->> 'on'), c.on_day, c.check_back_due);
begin
	if fault is not null then
		perform data.refuse_fields(array['on: ' || fault]);
	end if;
	update data.closure x set state = 'revoked', check_back_on = data.parse_day(cells ->> 'on'), check_back_source = cells ->> 'source', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 're-opened', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is revoked: %s is open again', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_checkback_fail(uuid, int, jsonb) is 'The line is in use again: its Type 1 is revoked';
create function data.step_outcome_revoke(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_revoke', p_id, p_version);
begin
	update data.closure x set state = 'revoked', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 're-opened', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is revoked: %s is open again', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_revoke(uuid, int, jsonb) is 'Revoke an outcome; figures restate';
create function data.step_event_void(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	e record;
begin
	select * into e from data.event_lock('event_void', p_id, p_version);
	execute format('update data.%I set voided_at = data.clock(), voided_by = session_user, void_reason = $2 where event_id = $1', e.kind)
		using p_id, cells ->> 'reason';
	id := p_id;
	ref := e.event_ref;
	version := p_version + 1;
	said := format('%s is voided; figures restate', ref);
	lines := array_remove(array[e.line_id], null);
end
$$;
comment on function data.step_event_void(uuid, int, jsonb) is 'Void an event that was recorded wrongly; figures restate';
create function data.step_ddtro_comply(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.ddtro;
begin
	perform data.event_lock('ddtro_comply', p_id, p_version);
	select * into strict d from data.ddtro x where x.event_id = p_id;
	if data.parse_day(cells ->> 'on') < d.on_day then
		perform data.refuse_fields(array[format('on: lies before the order, %s', d.on_day)]);
	end if;
	update data.ddtro x set complied_on = data.parse_day(cells ->> 'on'), row_version = x.row_version + 1
	where x.event_id = p_id returning x.row_version into version;
	id := p_id;
	ref := d.event_ref;
	said := format('%s was complied with', ref);
	lines := array[d.line_id];
end
$$;
comment on function data.step_ddtro_comply(uuid, int, jsonb) is 'Say when the provider complied with a restriction order';
