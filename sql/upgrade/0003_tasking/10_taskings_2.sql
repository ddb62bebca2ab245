create function data.step_task_raise_group(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	seen data.crime_group;
	t data.tasking;
begin
	select * into strict seen from data.crime_group where group_id = p_id for key share;
	if seen.row_version <> p_version then -- none is given for many at once
		perform data.refuse_stale('Group ' || seen.group_ref, p_version, seen.row_version, seen.changed_by);
	end if;
	t := data.tasking_new(null, p_id, cells);
	id := t.tasking_id;
	ref := t.tasking_ref;
	version := t.row_version;
	said := format('%s is %s for %s, due %s', t.tasking_ref, t.state, t.unit, t.due);
	lines := '{}';
end
$$;
comment on function data.step_task_raise_group(uuid, int, jsonb) is 'Raise a tasking on a group';
-- What was authorised stays with the unit and on the route it was authorised for: whoever may authorise offers it to
-- another unit. Else who asked could have anything done that was never looked at.
create function data.step_task_edit(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_edit', p_id, p_version, cells);
	n data.tasking := o;
	faults text[] := data.tasking_faults(o.raised_on, cells);
begin
	n := data.tasking_fill(n, cells);
	if o.authorised_by is not null and n.unit <> o.unit then
		faults := faults || format('unit: it was authorised for %s: whoever may authorise offers it to another', o.unit);
	end if;
	if o.authorised_by is not null and n.route <> o.route then
		faults := faults || format('route: it was authorised as %s: cancel it and raise another', o.route);
	end if;
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_edit', o, n, cells ->> 'reason', 'is changed') k;
end
$$;
comment on function data.step_task_edit(uuid, int, jsonb) is 'Change what a tasking asks';
create function data.step_task_submit(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_submit', p_id, p_version);
	n data.tasking := o;
	today date := data.clock()::date;
begin
	n.state := 'submitted';
	n.submitted_on := today;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_submit', o, n, cells ->> 'reason', 'is submitted') k;
end
$$;
comment on function data.step_task_submit(uuid, int, jsonb) is 'Put a draft forward';
create function data.step_task_authorise(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_authorise', p_id, p_version);
	n data.tasking := o;
	today date := data.clock()::date;
begin
	n.authorised_by := session_user;
	n.authorised_on := today;
	n.submitted_on := coalesce(n.submitted_on, today);
	n.state := 'authorised';
	if coalesce(cells ->> 'offer', '') <> 'no' then
		n := data.tasking_offered(n);
	end if;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_authorise', o, n, cells ->> 'reason', case n.state when 'offered' then format('is authorised and offered to %s', n.unit) else 'is authorised' end) k;
end
$$;
comment on function data.step_task_authorise(uuid, int, jsonb) is 'Authorise a tasking, and offer it to its unit';
create function data.step_task_refuse(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_refuse', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'refused';
	n.authorised_by := session_user;
	n.authorised_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_refuse', o, n, cells ->> 'reason', 'is refused') k;
end
$$;
comment on function data.step_task_refuse(uuid, int, jsonb) is 'Refuse a tasking';
create function data.step_task_offer(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_offer', p_id, p_version);
	n data.tasking := o;
	faults text[];
begin
	select array_agg(f) into faults from unnest(data.tasking_faults(o.raised_on, jsonb_build_object('unit', cells ->> 'unit'))) f;
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	n.unit := (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit'));
	if data.officer_fault(n.owner, n.unit) is not null then
		n.owner := null;
	end if;
	n := data.tasking_offered(n);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_offer', o, n, cells ->> 'reason', format('is offered to %s', n.unit)) k;
end
$$;
comment on function data.step_task_offer(uuid, int, jsonb) is 'Offer a tasking to a unit';
create function data.step_task_accept(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_accept', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'accepted';
	n.answered_on := data.clock()::date;
	n.owner := coalesce(data.tasking_officer(o, cells), o.owner);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_accept', o, n, cells ->> 'reason', format('is accepted for %s%s', n.unit, coalesce(', by ' || n.owner, ''))) k;
end
$$;
comment on function data.step_task_accept(uuid, int, jsonb) is 'The unit takes a tasking on';
create function data.step_task_decline(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_decline', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'declined';
	n.answered_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_decline', o, n, cells ->> 'reason', format('is declined by %s', n.unit)) k;
end
$$;
comment on function data.step_task_decline(uuid, int, jsonb) is 'The unit declines a tasking';
create function data.step_task_query(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_query', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'returned';
	n.answered_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_query', o, n, cells ->> 'reason', 'is returned for clarification') k;
end
$$;
comment on function data.step_task_query(uuid, int, jsonb) is 'The unit asks back';
create function data.step_task_clarify(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_clarify', p_id, p_version);
	n data.tasking := o;
begin
	n := data.tasking_offered(n);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_clarify', o, n, cells ->> 'reason', format('is clarified and offered to %s again', n.unit)) k;
end
$$;
comment on function data.step_task_clarify(uuid, int, jsonb) is 'Answer what a unit asked';
create function data.step_task_start(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_start', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'in-progress';
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_start', o, n, cells ->> 'reason', 'is in progress') k;
end
$$;
comment on function data.step_task_start(uuid, int, jsonb) is 'Work on a tasking has begun';
create function data.step_task_update(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_update', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'in-progress';
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_update', o, n, cells ->> 'reason', 'is in progress: a note was added') k;
end
$$;
comment on function data.step_task_update(uuid, int, jsonb) is 'Note progress on a tasking';
create function data.step_task_result(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_result', p_id, p_version);
	n data.tasking := o;
	on_day date := coalesce(data.parse_day(cells ->> 'on'), data.clock()::date);
begin
	if on_day < o.raised_on then
		perform data.refuse_fields(array[format('on: %s lies before it was raised, %s', on_day, o.raised_on)]);
	end if;
	n.state := 'result';
	n.result := cells ->> 'result';
	n.evidence := cells ->> 'evidence';
	n.result_by := session_user;
	n.result_on := on_day;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_result', o, n, cells ->> 'result', 'has a result, to be reviewed') k;
end
$$;
comment on function data.step_task_result(uuid, int, jsonb) is 'Record the result of a tasking';
create function data.step_task_rework(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_rework', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'in-progress';
	n.reviewed_by := null;
	n.reviewed_on := null;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_rework', o, n, cells ->> 'reason', 'is sent back to work') k;
end
$$;
comment on function data.step_task_rework(uuid, int, jsonb) is 'Send a tasking back to work';
create function data.step_task_review(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_review', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'reviewed';
	n.reviewed_by := session_user;
	n.reviewed_on := data.clock()::date;
	if coalesce(cells ->> 'complete', '') <> 'no' then
		n.state := 'complete';
		n.completed_on := n.reviewed_on;
	end if;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_review', o, n, cells ->> 'reason', case n.state when 'complete' then 'is reviewed and complete' else 'is reviewed' end) k;
end
$$;
comment on function data.step_task_review(uuid, int, jsonb) is 'Review the result of a tasking';
create function data.step_task_complete(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_complete', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'complete';
	n.completed_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_complete', o, n, cells ->> 'reason', 'is complete') k;
end
$$;
comment on function data.step_task_complete(uuid, int, jsonb) is 'Close a reviewed tasking';
create function data.step_task_carry(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_carry', p_id, p_version);
	n data.tasking := o;
	fault text := data.due_fault(cells ->> 'due', o.raised_on, data.clock()::date);
begin
	n.due := data.due_day(cells ->> 'due', data.clock()::date);
	if fault is null and n.due <= o.due then
		fault := format('%s is no later than it was, %s', n.due, o.due);
	end if;
	if fault is null and data.unit_fault(o.unit, n.due) is not null then
		fault := format('%s is no unit any more on %s', o.unit, n.due);
	end if;
	if fault is not null then
		perform data.refuse_fields(array['due: ' || fault]);
	end if;
	n.carried := o.carried + 1;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_carry', o, n, cells ->> 'reason', format('is carried forward to %s, %s time%s by now', n.due, n.carried, case when n.carried > 1 then 's' else '' end)) k;
end
$$;
comment on function data.step_task_carry(uuid, int, jsonb) is 'Carry a tasking forward';
create function data.step_task_cancel(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_cancel', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'cancelled';
	n.completed_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_cancel', o, n, cells ->> 'reason', 'is cancelled') k;
end
$$;
comment on function data.step_task_cancel(uuid, int, jsonb) is 'Cancel a tasking';
create function data.step_task_delegate(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_delegate', p_id, p_version);
	n data.tasking := o;
begin
	n.owner := data.tasking_officer(o, cells);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_delegate', o, n, cells ->> 'reason', case when n.owner is null then 'is given to nobody by name' else format('is given to %s', n.owner) end) k;
end
$$;
comment on function data.step_task_delegate(uuid, int, jsonb) is 'Give a tasking to an officer';
create function data.step_task_undo(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_undo', p_id, p_version);
	n data.tasking := o;
	e data.tasking_event;
begin
	select * into e from data.tasking_event x where x.tasking_id = p_id order by x.place desc limit 1;
	n := jsonb_populate_record(o, (select jsonb_object_agg(c.key, c.value -> 0) from jsonb_each(e.changed) c));
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_undo', o, n, cells ->> 'reason', format('is %s again: %s was undone', (select lower(s.label) from ref.tasking_state s where s.code = n.state), (select lower(s.label) from ref.step s where s.step = e.step))) k;
end
$$;
comment on function data.step_task_undo(uuid, int, jsonb) is 'Take back the last step on a tasking';
create function data.step_task_handover(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	faults text[] := data.handover_faults(cells);
	o data.tasking;
	n data.tasking;
	held int := 0;
begin
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	id := null;
	version := null;
	lines := '{}';
	for o in select * from data.tasking t where t.owner = cells ->> 'officer' and t.is_open order by t.tasking_id for update loop
		n := o;
		n.owner := cells ->> 'to';
		perform data.tasking_keep('task_handover', o, n, cells ->> 'reason', format('is handed over from %s to %s', o.owner, n.owner));
		held := held + 1;
		if o.line_id is not null and o.line_id <> all (lines) then
			lines := lines || o.line_id;
		end if;
	end loop;
	ref := '';
	said := format('%s tasking%s handed over from %s to %s', held, case when held = 1 then ' is' else 's are' end,
		cells ->> 'officer', cells ->> 'to');
end
$$;
comment on function data.step_task_handover(uuid, int, jsonb) is 'Hand all open taskings of one officer to another';
-- Fields stay empty so that a template can fill them; the notes say what an empty one means.
create function data.values_task_raise(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note
	from data.line l
	cross join lateral (values
		('', l.row_version::text, concat_ws(' ', l.line_ref, l.name)),
		('title', '', 'empty: as the template says'),
		('unit', '', 'empty: ' || coalesce('the template''s, else ' || l.export_npu || ', where the line is from', 'the template''s')),
		('due', '', 'empty: the template''s days, else 10wd'),
		('route', '', 'empty: the template''s, else ' || case when l.export_npu is null then 'force' else 'local' end),
		('priority', '', 'empty: the template''s, else normal'),
		('submit', 'yes', '')) v (name, value, note)
	where l.line_id = id
$$;
comment on function data.values_task_raise(uuid) is 'A new tasking on a line as its form begins';
