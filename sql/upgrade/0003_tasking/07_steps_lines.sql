-- The rows go in any case: they may hold telephone numbers and name people, and nobody needs them again.
create or replace function data.import_close(p_import uuid, done boolean, p_added bigint, p_changed bigint, p_same bigint)
returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	delete from data.import_row where import_id = p_import;
	delete from data.import_line where import_id = p_import;
	delete from data.import_event where import_id = p_import;
	delete from data.import_return where import_id = p_import;
	if done then
		update data.import
		   set finished_at = clock_timestamp(), added = p_added, changed = p_changed, same = p_same
		 where import_id = p_import;
		perform audit.write('collection', 'import', p_import::text, '', '',
			(select jsonb_build_object('kind', i.kind, 'file', i.file, 'added', i.added, 'changed', i.changed,
				'same', i.same)
			   from data.import i where i.import_id = p_import));
	end if;
end
$$;
comment on function data.import_close(uuid, boolean, bigint, bigint, bigint) is 'End an import and keep what came of it';
-- Whose record it is: rights in a record are rights in its line.
create or replace function data.object_lines(object text, id uuid) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return case object
		when 'line' then array(select l.line_id from data.line l where l.line_id = id)
		when 'assessment' then array(select a.line_id from data.assessment a where a.assessment_id = id)
		when 'deconfliction' then array(select unnest(array[d.line_a, d.line_b]) from data.deconfliction d where d.deconfliction_id = id)
		when 'outcome' then array(select c.line_id from data.closure c where c.closure_id = id)
		when 'tasking' then array(select t.line_id from data.tasking t where t.tasking_id = id and t.line_id is not null)
		when 'event' then array(select e.line_id from data.event(id) e where e.line_id is not null
			union select g.line_id from data.disruption d join data.line_group g using (group_id) where d.event_id = id and d.line_id is null)
		when 'review_item' then array(select i.line_id from data.review_item i where i.item_id = id and i.line_id is not null)
		else '{}'
	end;
end
$$;
comment on function data.object_lines(text, uuid) is 'The lines a record belongs to';
-- Runs as gridline_api, so what the caller may not see is not there. One answer for "none such" and "not
-- yours" tells a guesser nothing.
create or replace function data.step_allowed(p_step text, p_id uuid) returns ref.step
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
	me data.staff;
	ours boolean;
begin
	select * into s from ref.step where step = p_step;
	if s.step is null then
		perform data.refuse('GL004', format('There is no step called %L.', p_step), 'api.steps lists those there are.');
	end if;
	perform data.require_role(variadic s.roles);
	if s.object = 'none' then
		return s;
	elsif s.object = 'group' then
		if not exists (select from data.crime_group g where g.group_id = p_id) then
			perform data.refuse('GL005', 'There is no such group, or it is not yours to see.', 'Look it up in the list again.');
		end if;
		return s;
	elsif s.object = 'tasking' then
		if not exists (select from data.tasking t where t.tasking_id = p_id) then
			perform data.refuse('GL005', 'There is no such tasking, or it is not yours to see.', 'Look it up in the list again.');
		elsif data.tasking_party_fault(s.step, p_id) is not null then
			perform data.refuse('GL002', format('%s: %s.', s.label, data.tasking_party_fault(s.step, p_id)), 'Ask them.');
		end if;
		return s;
	elsif s.object in ('review', 'review_item') then
		if not exists (select from data.review r where s.object = 'review' and r.review_id = p_id)
			and not exists (select from data.review_item i where s.object = 'review_item' and i.item_id = p_id) then
			perform data.refuse('GL005', 'There is no such review, or it is not yours to see.', 'Look it up in the list again.');
		end if;
		return s;
	end if;
	select * into me from data.staff where login = session_user;
	select bool_or(coalesce(s.scope = 'seen' or l.holder_force = me.writes_force or l.export_npu = any (me.sees_units), false))
	into ours
	from data.line l where l.line_id = any (data.object_lines(s.object, p_id));
	if ours is null then
		perform data.refuse('GL005', format('There is no such %s, or it is not yours to see.', s.object),
			'Look it up in the list again.');
	elsif not ours then
		perform data.refuse('GL002', format('%s: this line is another force''s or another unit''s to change.', s.label),
			'Ask those who hold it.');
	end if;
	return s;
end
$$;
comment on function data.step_allowed(text, uuid) is 'Raises unless the caller may take this step on this record';
-- The row without a name is about the form as a whole: its value is the version of the record, its note
-- what the record is.
create or replace function data.step_values(s ref.step, p_id uuid)
returns table (name text, value text, note text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.prefilled then
		return query execute format('select v.name, v.value, v.note from data.values_%s($1) v', s.step) using p_id;
	elsif s.object = 'line' then
		return query select '', l.row_version::text, concat_ws(' ', l.line_ref, l.name)
			from data.line l where l.line_id = p_id;
	elsif s.object = 'tasking' then
		return query select * from data.tasking_head(p_id);
	end if;
end
$$;
comment on function data.step_values(ref.step, uuid) is 'What the fields of a step''s form hold at first';
-- The policy of data.line in words of its own, for functions of its owner, who sees every line and must not
-- tell of all. A test holds it against the policy.
create view data.seen_line as
	select l.line_id, l.holder_force = s.writes_force is true as mine
	from data.line l
	join data.staff s on s.login = session_user and s.active and s.valid_to > now()
	where (l.holder_force = s.sees_force or l.shared and s.sees_force is not null
			or (array[l.export_npu] || l.tasked_units) && s.sees_units)
		and (not l.restricted or s.sees_restricted or s.login = any (l.readers));
comment on view data.seen_line is 'The lines that the caller sees, and whether they write for the force that holds them';
-- For one line; of many, data.seen_line is joined.
create or replace function data.line_seen(p_line uuid) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (select from data.seen_line l where l.line_id = p_line)
$$;
comment on function data.line_seen(uuid) is 'Does the caller see this line?';
-- For the functions of its owner: it names people. Without a filter of its own, so that a line or a period
-- reaches the indexes of each kind.
create or replace view data.event_row as
	select x.event_id, 'arrest' as kind, x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		case when x.drugs_linked then 'linked to drugs' else 'not linked to drugs' end as what, x.programme,
		x.voided_at is not null as voided, x.void_reason as why_void, x.entered_at, x.entered_by, x.voided_at
	from data.arrest x
	union all
	select x.event_id, 'charge', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		o.label || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by, x.voided_at
	from data.charge x join ref.offence o on o.code = x.offence
	union all
	select x.event_id, 'safeguarding', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		concat_ws(', ', x.stage, x.route || ' service', x.mechanism, 'consent ' || x.consent), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by, x.voided_at
	from data.safeguarding x
	union all
	select x.event_id, 'disruption', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(', ', x.grade, x.four_p, g.group_ref, nullif(x.tactic, '')), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by, x.voided_at
	from data.disruption x left join data.crime_group g using (group_id)
	union all
	select x.event_id, 'seizure', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(' ', x.quantity, nullif(x.measure, ''), x.what) || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by, x.voided_at
	from data.seizure x
	union all
	select x.event_id, 'ddtro', x.event_ref, x.on_day, x.unit, x.line_id, null,
		format('by a %s, to be complied with by %s%s', x.applicant_rank, x.compliance_due, coalesce(', complied ' || x.complied_on, '')),
		null, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by, x.voided_at
	from data.ddtro x;
comment on view data.event_row is 'Events of every kind, one after the other';
