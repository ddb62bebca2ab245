create function api.step(step text, id uuid, version int, cells jsonb, op uuid)
returns table (object_id uuid, ref text, new_version int, said text, repeated boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
	filled jsonb := coalesce((
		select jsonb_object_agg(c.key, btrim(c.value, E' \t\r\n'))
		from jsonb_each_text(coalesce($4, '{}')) c), '{}');
begin
	if op is null then
		perform data.refuse('GL004', 'A step needs an operation key.', 'Give it a new one: gen_random_uuid().');
	end if;
	perform data.step_check(s, id, filled);
	return query select t.id, t.ref, t.version, t.said, t.repeated
		from data.step_take(s, id, version, data.step_words(s, filled), op) t;
end
$$;
comment on function api.step(text, uuid, int, jsonb, uuid) is 'Do one thing to a record: which, to what, the version that was seen, the fields, and a new key that names this doing for ever';
create function api.step_outcome(op uuid)
returns table (object_id uuid, ref text, new_version int, said text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select o.object_id, o.ref, o.version, o.said from data.operation o where o.op = step_outcome.op and o.login = session_user
$$;
comment on function api.step_outcome(uuid) is 'What came of an operation key of the caller''s; no row if nothing did';
create function api.steps(object text, id uuid)
returns table (step text, label text, help text, blocked text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
begin
	for s in
		select r.* from ref.step r
		join data.staff me on me.login = session_user and me.active and me.valid_to > now() and me.role = any (r.roles)
		where r.object = steps.object
		order by r.position
	loop
		step := s.step;
		label := s.label;
		help := s.help;
		begin
			perform data.step_allowed(s.step, id);
			blocked := data.step_blocked(s, id);
		exception
			when sqlstate 'GL002' then
				blocked := sqlerrm;
			when sqlstate 'GL005' then
				return;
		end;
		return next;
	end loop;
end
$$;
comment on function api.steps(text, uuid) is 'What the caller''s role can do to a record, in order; blocked says why not now';
-- Everything a form needs in one trip. Row 0 is the form itself: label the step's, help what it does, note
-- the record, value its version, draft the version an own draft began from and section when it was saved.
create function api.step_form(step text, id uuid)
returns table (place int, name text, section text, label text, help text, shape text, required boolean,
	max_length int, value text, note text, draft text, choices text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
	blocked text := data.step_blocked(s, id);
	d data.draft;
begin
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', s.label, blocked), 'The dossier says how it stands.');
	end if;
	select x.* into d from data.draft x where x.step = s.step and x.login = session_user
		and x.object_id = coalesce(id, '00000000-0000-0000-0000-000000000000');
	return query
		select 0, '', coalesce(to_char(d.saved_at, 'YYYY-MM-DD HH24:MI'), ''), s.label, s.help,
			case when s.previewed then 'preview' else '' end, false, 0,
			coalesce(v.value, '0'), coalesce(v.note, ''), d.version::text, ''
		from (select) one left join data.step_values(s, id) v on v.name = ''
		union all
		select f.position, f.name, f.section, f.label, f.help, f.shape, f.required, f.max_length,
			coalesce(v.value, ''), coalesce(v.note, ''), d.cells ->> f.name, data.choices(f)
		from data.step_fields(s.step) f
		left join data.step_values(s, id) v on v.name = f.name
		order by 1;
end
$$;
comment on function api.step_form(text, uuid) is 'The form of a step on a record: fields, first values, choices, and the caller''s own draft';
create function api.step_preview(step text, id uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t.section, t.label, t.text
	from data.step_allowed(step, id) s cross join lateral data.step_told(s, id, coalesce(cells, '{}')) t
$$;
comment on function api.step_preview(text, uuid, jsonb) is 'What a step would do with fields that are still being filled in';
create function api.draft_save(step text, id uuid, version int, cells jsonb) returns timestamptz
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	at timestamptz := clock_timestamp();
begin
	perform data.step_allowed(step, id);
	if pg_column_size(cells) > 1000000 then
		perform data.refuse('GL004', 'This draft is over a megabyte.', 'Shorten it; it is kept on the screen meanwhile.');
	end if;
	insert into data.draft as d (step, object_id, version, cells, saved_at)
	values (step, coalesce(id, '00000000-0000-0000-0000-000000000000'), coalesce(version, 0), cells, at)
	on conflict on constraint draft_pkey do update
		set version = excluded.version, cells = excluded.cells, saved_at = excluded.saved_at;
	return at;
end
$$;
comment on function api.draft_save(text, uuid, int, jsonb) is 'Keep what was typed into a form, as the caller''s own draft';
create function api.draft_drop(step text, id uuid) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	with gone as (
		delete from data.draft d
		where d.login = session_user and d.step = draft_drop.step
			and d.object_id = coalesce(draft_drop.id, '00000000-0000-0000-0000-000000000000')
		returning 1
	)
	select exists (select from gone)
$$;
comment on function api.draft_drop(text, uuid) is 'Throw an own draft away; false if there was none';
create view api.drafts as
	select d.step, s.label, nullif(d.object_id, '00000000-0000-0000-0000-000000000000') as object_id, l.line_ref, d.saved_at
	from data.draft d
	join ref.step s on s.step = d.step
	left join data.line l on l.line_id = d.object_id;
comment on view api.drafts is 'The caller''s forms that were begun and not saved';
create view api.outcomes as
	select c.closure_id, c.outcome_ref, c.kind, c.state, c.definition, c.line_id, l.line_ref, l.name, c.on_day, c.unit,
		c.claimed_by, c.claimed_on, c.ratified_by, c.ratified_on, c.check_back_due, c.check_back_on, c.reason,
		c.row_version as version
	from data.closure c
	join data.line l using (line_id);
comment on view api.outcomes is 'Type 1 and Type 2 outcomes of the lines the caller sees';
-- A function, since the tables name people and have no policy: only events of lines the caller sees, and
-- nobody's reference.
create function api.events(from_day date, to_day date)
returns table (event_id uuid, kind text, event_ref text, on_day date, unit text, line_ref text, what text, programme boolean,
	voided boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select e.event_id, e.kind, e.event_ref, e.on_day, e.unit, l.line_ref, e.what, e.programme, e.voided
	from data.line_events(from_day, to_day) e
	join data.line l using (line_id)
	order by e.on_day, e.event_ref
$$;
comment on function api.events(date, date) is 'Events of the lines the caller sees, without the people';
-- Counted by the day things happened, as they were known at a moment: what was entered, voided or revoked
-- after it does not count. Programme and force-wide figures are measures of their own.
create function api.outcome_counts(from_day date, to_day date, as_at timestamptz default null)
returns table (measure text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.measure, c.n from data.outcome_counts(from_day, to_day, coalesce(as_at, data.clock())) c
	where case when data.my_force() is null then data.refuse('GL001', 'The login has no place in Gridline.',
		'Ask the administrator for one.') else true end
$$;
comment on function api.outcome_counts(date, date, timestamptz) is 'Outcomes counted over a period, as known at a moment';
create view api.assessments as
	select a.assessment_id, l.line_id, l.line_ref, l.name, a.model, a.state, a.proposer, a.proposed_on, a.moderated_by,
		a.moderated_on, a.second_by, a.second_on, a.signed_by, a.signed_on, a.total, a.band, a.row_version as version
	from data.assessment a
	join data.line l using (line_id);
comment on view api.assessments is 'Assessments of the lines the caller sees: how far each has come, and through whom';
-- Of a line that the caller does not see the reference is null; data.line_shown says whom to ask in the dossier.
create view api.deconflictions as
	select d.deconfliction_id, d.cause, d.state, d.is_open, d.raised_on, d.raised_by, d.decided_on, d.decided_by,
		a.line_id as line_a, a.line_ref as ref_a, a.name as name_a, b.line_id as line_b, b.line_ref as ref_b, b.name as name_b,
		d.row_version as version
	from data.deconfliction d
	left join data.line a on a.line_id = d.line_a
	left join data.line b on b.line_id = d.line_b;
comment on view api.deconflictions is 'Pairs of lines that may be one, where the caller sees at least one of them';
create function api.step_fields()
returns table (step text, step_label text, object text, roles text[], scope text, name text, place int, label text,
	help text, shape text, vocabulary text, required boolean, max_length int, since_line boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select s.step, s.label, s.object, s.roles, s.scope, f.name, f.position, f.label, f.help, f.shape, f.vocabulary,
		f.required, f.max_length, f.since_line
	from ref.step s
	left join lateral data.step_fields(s.step) f on true
	order by s.position, s.step, f.position
$$;
comment on function api.step_fields() is 'Every step with its fields: what api.step takes';
-- What stands still until somebody decides, most urgent first.
create function api.waiting(at_most int default 300)
returns table (kind text, object text, object_id uuid, line_id uuid, line_ref text, name text, what text, since date, due date,
	late boolean, who text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with c as materialized (
		select * from ref.clock
	), wait as (
		(select 'deconfliction' as kind, 'deconfliction' as object, d.deconfliction_id as object_id, l.line_id, l.line_ref, l.name,
			case d.state when 'same' then 'the same line, to be merged' else 'may be the same as another line (' || d.cause || ')' end as what,
			d.raised_on as since, null::date as due, 'analyst or supervisor' as who
		from data.deconfliction d
		join lateral (select x.* from data.line x where x.line_id in (d.line_a, d.line_b) order by x.line_ref limit 1) l on true
		where d.is_open limit 200)
		union all
		(select case a.state when 'proposed' then 'moderation' else 'signature' end, 'assessment', a.assessment_id, l.line_id, l.line_ref, l.name,
			'score ' || a.state || ' by ' || coalesce(a.moderated_by, a.proposer)
				|| case when a.second_by is not null then ', scored second by ' || a.second_by else '' end,
			coalesce(a.moderated_on, a.proposed_on), null, case a.state when 'proposed' then 'analyst' else 'supervisor' end
		from data.assessment a join data.line l using (line_id) where a.state in ('proposed', 'moderated') limit 200)
		union all
		(select 'ratification', 'outcome', k.closure_id, l.line_id, l.line_ref, l.name,
			case k.kind when 'type1' then 'Type 1 ' else 'Type 2 ' end || k.outcome_ref || ' claimed by ' || k.claimed_by, k.claimed_on, null, 'supervisor'
		from data.closure k join data.line l using (line_id) where k.state = 'claimed' limit 200)
		union all
		(select 'check-back', 'outcome', k.closure_id, l.line_id, l.line_ref, l.name, 'Type 1 ' || k.outcome_ref || ' is provisional', k.ratified_on,
			k.check_back_due, 'any but an auditor'
		from data.closure k join data.line l using (line_id) where k.state = 'provisional' order by k.check_back_due limit 200)
		union all
		(select 'stale', 'line', l.line_id, l.line_id, l.line_ref, l.name,
			'nothing heard since ' || coalesce(greatest(l.last_seen, l.last_review)::text, 'it came') || ': keep, dormant or close',
			greatest(l.last_seen, l.last_review), null, 'analyst or supervisor'
		from data.line l cross join c
		where l.is_open and l.status <> 'dormant' and coalesce(greatest(l.last_seen, l.last_review) < c.stale_before, true)
		order by l.sort_score, l.sort_seen, l.line_ref limit 100)
	)
	select w.kind, w.object, w.object_id, w.line_id, w.line_ref, w.name, w.what, w.since, w.due, coalesce(w.due < c.today, false), w.who
	from wait w cross join c
	order by coalesce(w.due < c.today, false) desc, coalesce(w.due >= c.today, false), w.kind = 'stale', w.due, w.since, w.line_ref
	limit least(at_most, 1000)
$$;
comment on function api.waiting(int) is 'What waits for a decision on the lines the caller sees: doubles, scores, outcomes, check-backs, stale lines';
