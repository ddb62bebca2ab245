create function data.values_outcome_ratify(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_outcome_ratify(uuid) is 'Which outcome';
create function data.values_outcome_refuse(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_outcome_refuse(uuid) is 'Which outcome';
create function data.values_checkback_pass(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_checkback_pass(uuid) is 'Which outcome';
create function data.values_checkback_fail(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_checkback_fail(uuid) is 'Which outcome';
create function data.values_outcome_revoke(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_outcome_revoke(uuid) is 'Which outcome';
create function data.values_event_void(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', e.version::text, concat_ws(' ', e.event_ref, e.kind) from data.event(id) e
$$;
comment on function data.values_event_void(uuid) is 'Which event';
create function data.values_disruption_group_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', g.row_version::text, concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = id
$$;
comment on function data.values_disruption_group_add(uuid) is 'Which group';
create function data.values_ddtro_comply(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', e.version::text, concat_ws(' ', e.event_ref, e.kind) from data.event(id) e
$$;
comment on function data.values_ddtro_comply(uuid) is 'Which event';
create function data.preview_type1_claim(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with missing as (
		select split_part(m, ': ', 1) as field, split_part(m, ': ', 2) as reason from unnest(data.type1_missing(id, cells)) m
	)
	select 'Three proofs', p.label,
		coalesce((select 'MISSING: ' || string_agg(m.reason, '; ') from missing m where m.field = any (p.fields)), 'there')
	from (values
		(1, 'Messages', array['bulk_on', 'bulk_source']),
		(2, 'Recovery', array['recovered_on', 'recovered_source']),
		(3, 'Charge', array['charge_ref'])) p (n, label, fields)
	union all
	select 'Charges on this line', c.event_ref, format('%s, %s%s', c.on_day, o.label,
		case when not o.counts_for_type1 then ' (does not count)' when not c.class_a then ' (not Class A)' else '' end)
	from data.charge c join ref.offence o on o.code = c.offence where c.line_id = id and c.voided_at is null
	union all
	select 'Saving', '', format('claims it; a supervisor ratifies it, and it is checked back %s days after it was closed', s.check_back_days)
	from ref.setting s
$$;
comment on function data.preview_type1_claim(uuid, jsonb) is 'The checklist of a Type 1 as it fills';
create function data.preview_outcome_ratify(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is claimed', x.label, x.text
	from data.closure c
	join ref.closure_definition d on d.code = c.definition
	left join data.charge h on h.event_id = c.charge_id
	left join ref.offence o on o.code = h.offence
	cross join lateral (values
		('Definition', d.label || ': ' || d.wording),
		('Closed on', c.on_day || ', ' || c.unit),
		('Bulk messages', c.bulk_on || ', ' || c.bulk_source),
		('Phone recovered', c.recovered_on || ', ' || c.recovered_source),
		('Holder charged', h.on_day || ', ' || h.event_ref || ', ' || o.label),
		('Deactivated', c.deactivated_on || ', ' || c.deactivated_source),
		('Claimed by', c.claimed_by || ' on ' || c.claimed_on)) x (label, text)
	where c.closure_id = id and x.text is not null
$$;
comment on function data.preview_outcome_ratify(uuid, jsonb) is 'What would be ratified';
create function data.line_events(from_day date, to_day date)
returns table (event_id uuid, kind text, event_ref text, on_day date, unit text, line_id uuid, what text, programme boolean,
	voided boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select e.event_id, e.kind, e.event_ref, e.on_day, e.unit, e.line_id, e.what, e.programme, e.voided
	from data.event_row e where e.on_day between from_day and to_day
$$;
comment on function data.line_events(date, date) is 'Events over a period, without the people';
create function data.outcome_counts(from_day date, to_day date, as_at timestamptz)
returns table (measure text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with closed as (
		select c.kind, (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= as_at
			order by s.n desc limit 1) as state
		from data.closure c where c.on_day between from_day and to_day
	), arrested as (
		select a.* from data.arrest a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), charged as (
		select a.* from data.charge a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), guarded as (
		select a.* from data.safeguarding a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), disrupted as (
		select a.*, g.kind, g.mapped from data.disruption a left join data.crime_group g using (group_id)
		where a.on_day between from_day and to_day and a.entered_at <= as_at and coalesce(a.voided_at, 'infinity') > as_at
	)
	select 'type1_' || s.state, (select count(*) from closed where kind = 'type1' and state = s.state)
	from (values ('claimed'), ('provisional'), ('verified'), ('revoked')) s (state)
	union all select 'type1_outcomes', count(*) from closed where kind = 'type1' and state in ('provisional', 'verified')
	union all select 'type2_outcomes', count(*) from closed where kind = 'type2' and state = 'verified'
	union all select 'arrests_programme', count(*) from arrested where programme
	union all select 'arrests_force_wide', count(*) from arrested where not programme
	union all select 'persons_charged', count(distinct c.person_id) from charged c join ref.offence o on o.code = c.offence
		where c.programme and o.counts_for_type1
	union all select 'safeguarding_' || x.stage, (select count(distinct g.person_id) from guarded g where g.stage = x.stage and g.programme)
	from (values ('referred'), ('engaged')) x (stage)
	union all select 'ocg_disrupted', count(distinct group_id) from disrupted where programme and kind = 'OCG' and mapped and grade in ('major', 'moderate', 'minor')
	union all select 'usg_disrupted', count(distinct group_id) from disrupted where programme and kind = 'USG' and grade in ('major', 'moderate', 'minor')
	union all select 'disruption_events_force_wide', count(*) from disrupted where not programme
	union all select 'disruption_ocgs_drugs_force_wide', count(distinct group_id) from disrupted where not programme and drugs_linked and kind = 'OCG'
	union all select 'disruption_arrested_force_wide', coalesce(sum(arrested), 0) from disrupted where not programme
	union all select 'disruption_arrested_drugs_force_wide', coalesce(sum(arrested_drugs), 0) from disrupted where not programme
	union all select 'disruption_trafficking_force_wide', coalesce(sum(trafficking_outcomes), 0) from disrupted where not programme
$$;
comment on function data.outcome_counts(date, date, timestamptz) is 'The counts behind api.outcome_counts';
-- A file's worth at once: one entry of the log and one pass, however many there are. Keys are taken in
-- order, so that two writers wait for each other and never lock up.
create function data.people_on_lines(p_category text, p_fact boolean, p_basis text,
	refs text[], lines uuid[], sinces date[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	insert into data.person (person_ref)
	select distinct ref from unnest(refs) ref order by 1
	on conflict (person_ref) do nothing;
	insert into data.line_person as known (line_id, person_id, category, since, fact, basis)
	select x.line, p.person_id, p_category, min(x.since), p_fact, p_basis
	from unnest(refs, lines, sinces) x (ref, line, since)
	join data.person p on p.person_ref = x.ref
	where x.line is not null
	group by x.line, p.person_id order by 1, 2
	on conflict (line_id, person_id, category) do update
		set since = least(known.since, excluded.since), fact = known.fact or excluded.fact
		where known.since > excluded.since or excluded.fact and not known.fact;
end
$$;
comment on function data.people_on_lines(text, boolean, text, text[], uuid[], date[]) is
	'What the people of some references are to some lines, both made if need be';
-- An event that names a person says what they are to the line. What is known stays: an arrest does not
-- end that somebody is a victim.
create function data.person_on_line(p_ref text, p_line uuid, p_category text, p_since date, p_fact boolean,
	p_basis text, p_child boolean default null) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid;
begin
	insert into data.person (person_ref, child) values (p_ref, coalesce(p_child, false)) on conflict (person_ref) do nothing;
	select person_id into strict id from data.person where person_ref = p_ref;
	if p_child then
		update data.person set child = true where person_id = id and not child;
	end if;
	if p_line is not null then
		perform data.people_on_lines(p_category, p_fact, p_basis, array[p_ref], array[p_line], array[p_since]);
	end if;
	return id;
end
$$;
comment on function data.person_on_line(text, uuid, text, date, boolean, text, boolean) is 'The person of a reference, made if need be, and what they are to a line';
create function data.step_intel_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('intel_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	if upper(cells ->> 'handling') = 'C' and coalesce(cells ->> 'conditions', '') = '' then
		perform data.refuse_fields(array['conditions: handling code C needs the conditions it may be shared under']);
	end if;
	insert into data.intel (line_id, on_day, source_grade, intel_grade, handling, conditions, statement, body, source_ref, entered_at)
	values (l.line_id, day, cells ->> 'source_grade', upper(cells ->> 'intel_grade'), upper(cells ->> 'handling'),
		coalesce(cells ->> 'conditions', ''), lower(cells ->> 'statement'), cells ->> 'body', cells ->> 'source_ref', data.clock())
	returning intel_id into id;
	update data.line x set last_seen = greatest(x.last_seen, day) where x.line_id = l.line_id returning x.row_version into version;
	version := coalesce(version, l.row_version);
	ref := l.line_ref;
	said := format('Intelligence on %s is recorded', ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_intel_add(uuid, int, jsonb) is 'Add intelligence to a line';
create function data.step_person_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('person_add', p_id, p_version);
	category text;
begin
	select c.code into category from ref.person_category c where lower(c.code) = lower(cells ->> 'category');
	id := data.person_on_line(cells ->> 'person_ref', l.line_id, category, data.parse_day(cells ->> 'since'),
		cells ->> 'statement' = 'fact', coalesce(cells ->> 'basis', ''), data.yes(cells ->> 'child'));
	ref := l.line_ref;
	version := l.row_version;
	said := format('A person is linked to %s as %s', ref, category);
	lines := array[l.line_id];
end
$$;
comment on function data.step_person_add(uuid, int, jsonb) is 'Say what a person is to a line';
create function data.step_person_end(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('person_end', p_id, p_version);
begin
	update data.line_person lp set until = data.parse_day(cells ->> 'until')
	from data.person p
	where lp.line_id = l.line_id and p.person_id = lp.person_id and p.person_ref = cells ->> 'person_ref'
		and lower(lp.category) = lower(cells ->> 'category') and lp.since <= data.parse_day(cells ->> 'until')
	returning p.person_id into id;
	if id is null then
		perform data.refuse_fields(array['person_ref: no such person is linked to this line in this category before that day']);
	end if;
	ref := l.line_ref;
	version := l.row_version;
	said := format('A person is no longer %s of %s', lower(cells ->> 'category'), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_person_end(uuid, int, jsonb) is 'Say that a person is no longer anything to a line';
