-- For the functions of its owner: it names people. Without a filter of its own, so that a line or a period
-- reaches the indexes of each kind.
create view data.event_row as
	select x.event_id, 'arrest' as kind, x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		case when x.drugs_linked then 'linked to drugs' else 'not linked to drugs' end as what, x.programme,
		x.voided_at is not null as voided, x.void_reason as why_void, x.entered_at, x.entered_by
	from data.arrest x
	union all
	select x.event_id, 'charge', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		o.label || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.charge x join ref.offence o on o.code = x.offence
	union all
	select x.event_id, 'safeguarding', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		concat_ws(', ', x.stage, x.route || ' service', x.mechanism, 'consent ' || x.consent), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.safeguarding x
	union all
	select x.event_id, 'disruption', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(', ', x.grade, x.four_p, g.group_ref, nullif(x.tactic, '')), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.disruption x left join data.crime_group g using (group_id)
	union all
	select x.event_id, 'seizure', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(' ', x.quantity, nullif(x.measure, ''), x.what) || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.seizure x
	union all
	select x.event_id, 'ddtro', x.event_ref, x.on_day, x.unit, x.line_id, null,
		format('by a %s, to be complied with by %s%s', x.applicant_rank, x.compliance_due, coalesce(', complied ' || x.complied_on, '')),
		null, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.ddtro x;
comment on view data.event_row is 'Events of every kind, one after the other';
create function data.event_ref(p_letters text, p_id uuid) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select p_letters || '-' || upper(left(replace(p_id::text, '-', ''), 8))
$$;
comment on function data.event_ref(text, uuid) is 'The reference of an event that came without one';
create function data.yes(value text) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select lower(value) = 'yes'
$$;
comment on function data.yes(text) is 'A flag of a form or file';
create function data.unit_fault(p_unit text, p_day date) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case when not exists (select from ref.unit u
			where lower(u.code) = lower(p_unit) and p_day between u.valid_from and u.valid_to)
		then format('%s was no unit on %s', data.import_quote(p_unit), p_day) end
$$;
comment on function data.unit_fault(text, date) is 'Why a result of a day cannot be a unit''s; null if it can';
create function data.the_unit(cells jsonb, p_day date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.unit_fault(cells ->> 'unit', p_day);
begin
	if fault is not null then
		perform data.refuse_fields(array['unit: ' || fault]);
	end if;
	return (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit'));
end
$$;
comment on function data.the_unit(jsonb, date) is 'The unit a form names, valid on the day';
create function data.working_day(after date, n int) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d::date from generate_series(after + 1, after + 3 * n + 14, interval '1 day') d
	where extract(isodow from d) < 6 and not exists (select from ref.bank_holiday b where b.day = d::date)
	order by d offset n - 1 limit 1
$$;
comment on function data.working_day(date, int) is 'The nth working day after a day';
-- An event changes once, when it is voided; an order also when it is complied with.
create function data.event(p_id uuid)
returns table (kind text, event_ref text, line_id uuid, voided boolean, version int, changed_by text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.kind, e.event_ref, e.line_id, e.voided_at is not null, e.row_version + (e.voided_at is not null)::int,
		coalesce(e.voided_by, e.entered_by)
	from (
		select 'arrest' as kind, x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1 as row_version
		from data.arrest x where x.event_id = p_id
		union all select 'charge', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.charge x where x.event_id = p_id
		union all select 'safeguarding', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.safeguarding x where x.event_id = p_id
		union all select 'disruption', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.disruption x where x.event_id = p_id
		union all select 'seizure', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.seizure x where x.event_id = p_id
		union all select 'ddtro', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, x.row_version
		from data.ddtro x where x.event_id = p_id
	) e
$$;
comment on function data.event(uuid) is 'Which kind of event a key is, of which line, and at which version';
-- The checklist, as faults of fields: forms, files and psql are told in the same words.
create function data.type1_missing(p_line uuid, cells jsonb) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select array_remove(array[
		case when coalesce(cells ->> 'bulk_on', '') = '' then 'bulk_on: lacks the day of bulk messages offering Class A' end,
		case when coalesce(cells ->> 'bulk_source', '') = '' then 'bulk_source: lacks the source of the bulk messages' end,
		case when coalesce(cells ->> 'recovered_on', '') = '' then 'recovered_on: lacks the day the phone line was recovered' end,
		case when coalesce(cells ->> 'recovered_source', '') = '' then 'recovered_source: lacks the source of the recovery' end,
		case when coalesce(cells ->> 'charge_ref', '') = '' then 'charge_ref: lacks the charge of the holder'
			when c.event_id is null or c.line_id is distinct from p_line and not coalesce(data.line_seen(c.line_id), false) then format('charge_ref: there is no charge %s', data.import_quote(cells ->> 'charge_ref'))
			when c.line_id is distinct from p_line then format('charge_ref: %s is a charge on another line', c.event_ref)
			when c.voided_at is not null then format('charge_ref: %s was voided', c.event_ref)
			when not o.counts_for_type1 then format('charge_ref: %s is for %s, which is no relevant supply offence', c.event_ref, o.code)
			when not c.class_a then format('charge_ref: %s is not for a Class A drug', c.event_ref) end], null)
	from (select) one
	left join data.charge c on c.event_ref = cells ->> 'charge_ref'
	left join ref.offence o on o.code = c.offence
$$;
comment on function data.type1_missing(uuid, jsonb) is 'Which of its proofs a Type 1 lacks; none if it stands up';
create function data.proof_of(p_event uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.outcome_ref from data.closure c
	where c.charge_id = p_event and c.state in ('claimed', 'provisional', 'verified')
	order by c.outcome_ref limit 1
$$;
comment on function data.proof_of(uuid) is 'The outcome that stands on an event; null if none does, and the event may change';
create function data.blocked_event(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case when e.voided then 'it is voided already'
		when step = 'ddtro_comply' and e.kind <> 'ddtro' then 'it is no restriction order'
		when step = 'event_void' and data.proof_of(id) is not null
			then format('it is a proof of the Type 1 outcome %s: refuse or revoke that first', data.proof_of(id)) end
	from data.event(id) e
$$;
comment on function data.blocked_event(text, uuid) is 'Why a step cannot be taken on an event as it stands; null if it can';
create function data.event_lock(p_step text, p_id uuid, p_version int, out kind text, out event_ref text, out line_id uuid)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	e record;
	blocked text;
begin
	select x.kind into strict kind from data.event(p_id) x;
	execute format('select from data.%I x where x.event_id = $1 for update', kind) using p_id;
	select * into strict e from data.event(p_id);
	event_ref := e.event_ref;
	line_id := e.line_id;
	if e.version is distinct from p_version then
		perform data.refuse_stale('Event ' || e.event_ref, p_version, e.version, e.changed_by);
	end if;
	blocked := data.blocked_event(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', e.event_ref, blocked), 'The dossier of the line says how it stands.');
	end if;
end
$$;
comment on function data.event_lock(text, uuid, int) is 'The event a step is about to change, locked, as the caller saw it';
create function data.blocked_outcome(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('outcome_ratify', 'outcome_refuse') and c.state <> 'claimed' then format('it is %s', c.state)
		when step = 'outcome_ratify' and session_user = c.claimed_by then 'you claimed it: another supervisor ratifies it'
		when step = 'outcome_ratify' and not l.is_open then 'its line is closed already'
		when step = 'outcome_ratify' and data.line_open_taskings(c.line_id) is not null
			then format('complete or cancel the open taskings of its line first: %s', data.line_open_taskings(c.line_id))
		when step = 'outcome_ratify' and exists (select from data.deconfliction d where d.is_open and c.line_id in (d.line_a, d.line_b))
			then 'its line may be the same as another: deconflict them first'
		when step in ('checkback_pass', 'checkback_fail') and c.state <> 'provisional' then format('it is %s', c.state)
		when step = 'outcome_revoke' and c.state not in ('provisional', 'verified') then format('it is %s', c.state)
	end
	from data.closure c join data.line l using (line_id)
	where c.closure_id = id
$$;
comment on function data.blocked_outcome(text, uuid) is 'Why a step cannot be taken on an outcome as it stands; null if it can';
create function data.closure_lock(p_step text, p_id uuid, p_version int) returns data.closure
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure;
	blocked text;
begin
	select * into strict c from data.closure where closure_id = p_id for update;
	if c.row_version is distinct from p_version then
		perform data.refuse_stale('Outcome ' || c.outcome_ref, p_version, c.row_version, coalesce(c.ratified_by, c.claimed_by));
	end if;
	blocked := data.blocked_outcome(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', c.outcome_ref, blocked), 'The dossier of the line says how it stands.');
	end if;
	return c;
end
$$;
comment on function data.closure_lock(text, uuid, int) is 'The outcome a step is about to change, locked, as the caller saw it';
