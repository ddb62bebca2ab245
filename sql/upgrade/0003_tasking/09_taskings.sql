-- A unit that has nobody in Gridline is answered for by the analysts and supervisors of the force that asks.
create function data.acts_for(p_login text, p_unit text, p_force text) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (
		select from data.staff s
		where s.login = p_login and s.active and s.valid_to > now() and s.role in ('analyst', 'lro', 'supervisor')
			and (s.unit = p_unit or p_unit = any (s.sees_units)
				or s.writes_force = p_force and not exists (
					select from data.staff x where x.active and x.valid_to > now() and x.role in ('analyst', 'lro', 'supervisor')
						and (x.unit = p_unit or p_unit = any (x.sees_units)))))
$$;
comment on function data.acts_for(text, text, text) is 'Whether a login answers for a unit that a force tasks';
create function data.officer_fault(p_login text, p_unit text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case when p_login is not null and not exists (
			select from data.staff s where s.login = p_login and s.active and s.valid_to > now() and s.role in ('analyst', 'lro', 'supervisor')
				and (s.unit = p_unit or p_unit = any (s.sees_units)))
			then format('%s is no officer of %s', p_login, p_unit) end);
end
$$;
comment on function data.officer_fault(text, text) is 'Why a login cannot be the officer of a unit''s tasking; null if it can, or none is named';
-- Undoing a step is asked of whoever may take that step.
create function data.tasking_party_fault(p_step text, p_id uuid) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	t data.tasking;
	me data.staff;
	r ref.tasking_route;
	asked text := p_step;
begin
	select * into t from data.tasking where tasking_id = p_id;
	select * into me from data.staff where login = session_user;
	select * into r from ref.tasking_route where code = t.route;
	if p_step = 'task_undo' then
		select e.step into asked from data.tasking_event e where e.tasking_id = p_id order by e.place desc limit 1;
	end if;
	case (select m.party from ref.tasking_move m where m.step = asked limit 1)
	when 'unit' then
		if not data.acts_for(session_user, t.unit, t.force) and t.owner is distinct from session_user then
			return format('it is for %s to answer', t.unit);
		end if;
	when 'authoriser' then
		if me.writes_force is distinct from t.force then
			return format('it is %s''s to authorise', t.force);
		elsif me.role <> all (r.authorisers) then
			return format('the route %s is authorised by: %s', r.label, array_to_string(r.authorisers, ', '));
		end if;
	when 'raiser', 'reviewer' then
		if t.raised_by <> session_user and me.writes_force is distinct from t.force then
			return format('it was raised by %s', t.raised_by);
		end if;
	else
		null; -- what cannot be undone says so itself
	end case;
	return null;
end
$$;
comment on function data.tasking_party_fault(text, uuid) is 'Why a step on a tasking is not the caller''s to take; null if it is';
create function data.tasking_undo_blocked(p_id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when e.place is null then 'nothing was done to it that could be undone'
		when not exists (select from ref.tasking_move m where m.step = e.step and m.from_state = e.from_state
				and m.to_state = e.to_state and m.undoable)
			then format('its last step cannot be undone: %s', coalesce(lower(s.label), e.step))
		when e.login <> session_user then format('its last step was %s''s', e.login)
		when not t.is_open and data.tasking_wall(t.line_id) is not null then data.tasking_wall(t.line_id)
	end
	from data.tasking t
	left join lateral (select * from data.tasking_event x where x.tasking_id = t.tasking_id order by x.place desc limit 1) e on true
	left join ref.step s on s.step = e.step
	where t.tasking_id = p_id
$$;
comment on function data.tasking_undo_blocked(uuid) is 'Why the last step on a tasking cannot be taken back; null if it can';
create function data.blocked_tasking(step text, id uuid) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	t data.tasking;
begin
	if step = 'task_undo' then
		return data.tasking_undo_blocked(id);
	end if;
	select * into t from data.tasking where tasking_id = id;
	return case
		when not exists (select from ref.tasking_move m where m.step = blocked_tasking.step and m.from_state = t.state)
			then format('it is %s', (select lower(s.label) from ref.tasking_state s where s.code = t.state))
		when step in ('task_authorise', 'task_refuse') and t.raised_by = session_user
			then 'you raised it: somebody else authorises it'
		when step = 'task_offer' and t.state = 'declined' and t.raised_by = session_user
			then 'you raised it: somebody else offers it again'
		when step = 'task_review' and t.result_by = session_user then 'you recorded the result: somebody else reviews it'
		when step in ('task_submit', 'task_authorise', 'task_offer') then data.tasking_wall(t.line_id)
	end;
end
$$;
comment on function data.blocked_tasking(text, uuid) is 'Why a step cannot be taken on a tasking as it stands; null if it can';
-- Of the force of the caller: the review that is prepared, else the day of the week of its series, else a Wednesday.
create function data.next_review(after date) returns date
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(
		(select min(r.meets_on) from data.review r where r.force = data.my_force() and r.state = 'prepared' and r.meets_on > after),
		after + 1 + mod(7 + coalesce((select s.weekday from data.review_series s where s.force = data.my_force() order by s.name limit 1), 3)
			- extract(isodow from after + 1)::int, 7))
$$;
comment on function data.next_review(date) is 'The day of the next weekly review after a day';
-- 2023-01-31, 5wd, 5 working days, next review.
create function data.due_day(p_text text, p_on date) returns date
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case
			when lower(btrim(p_text)) in ('next review', 'review') then data.next_review(p_on)
			when p_text ~* '^\s*[1-9][0-9]{0,2}\s*(wd|working days?)\s*$'
				then data.working_day(p_on, substring(p_text from '[0-9]+')::int)
			else data.parse_day(btrim(p_text))
		end);
end
$$;
comment on function data.due_day(text, date) is 'The day that a due field means; null if it means none';
create function data.due_fault(p_text text, p_raised date, p_on date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case
			when data.due_day(p_text, p_on) is null
				then format('%s is no day: write one like %s, a number of working days like 5wd, or next review', data.import_quote(p_text), p_on)
			when data.due_day(p_text, p_on) < p_raised then format('%s lies before it was raised, %s', data.due_day(p_text, p_on), p_raised)
			when data.due_day(p_text, p_on) < p_on then format('%s has passed: today is %s', data.due_day(p_text, p_on), p_on)
		end
		where coalesce(btrim(p_text), '') <> '');
end
$$;
comment on function data.due_fault(text, date, date) is 'What is wrong with a due field; null if nothing is';
create function data.tasking_head(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', t.row_version::text, concat_ws(' ', t.tasking_ref, t.title, format('(%s, %s)', t.unit, lower(s.label)))
	from data.tasking t join ref.tasking_state s on s.code = t.state where t.tasking_id = id
$$;
comment on function data.tasking_head(uuid) is 'Which tasking a form is about, and its version';
create function data.values_task_edit(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select v.name, coalesce(v.value, ''), ''
	from data.tasking t
	cross join lateral (values
		('title', t.title), ('asked', t.asked), ('reason', t.why), ('unit', t.unit), ('officer', t.owner), ('due', t.due::text),
		('priority', t.priority), ('route', t.route), ('four_p', t.four_p), ('nim_level', t.nim_level::text),
		('operation', t.operation), ('resources', t.resources)) v (name, value)
	where t.tasking_id = id
$$;
comment on function data.values_task_edit(uuid) is 'A tasking as its form shows it';
create function data.tasking_lock(p_step text, p_id uuid, p_version int, p_cells jsonb default '{}') returns data.tasking
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	t data.tasking;
	blocked text;
begin
	select * into strict t from data.tasking where tasking_id = p_id for update;
	if t.row_version is distinct from p_version then
		perform data.refuse_stale('Tasking ' || t.tasking_ref, p_version, t.row_version, t.changed_by, p_cells,
			case when p_cells <> '{}' then (select jsonb_object_agg(v.name, v.value) from data.values_task_edit(p_id) v where v.name <> '') end);
	end if;
	blocked := data.blocked_tasking(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', t.tasking_ref, blocked), 'Its history says how it stands.');
	end if;
	return t;
end
$$;
comment on function data.tasking_lock(text, uuid, int, jsonb) is 'The tasking a step is about to change, locked, as the caller saw it';
-- The event keeps each field that changed with its old and its new value: what a reader of the history wants
-- to see, and what undoing puts back.
create function data.tasking_keep(p_step text, o data.tasking, n data.tasking, p_reason text, p_said text,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	kept data.tasking;
begin
	update data.tasking t
	set (line_id, title, route, unit, operation, state, due, owner, completed_on, group_id, asked, why,
			four_p, priority, nim_level, resources, submitted_on, authorised_by, authorised_on, offered_on,
			answer_due, answered_on, carried, result, evidence, result_by, result_on, reviewed_by, reviewed_on)
		= (n.line_id, n.title, n.route, n.unit, n.operation, n.state, n.due, n.owner, n.completed_on,
			n.group_id, n.asked, n.why, n.four_p, n.priority, n.nim_level, n.resources, n.submitted_on,
			n.authorised_by, n.authorised_on, n.offered_on, n.answer_due, n.answered_on, n.carried, n.result,
			n.evidence, n.result_by, n.result_on, n.reviewed_by, n.reviewed_on)
	where t.tasking_id = o.tasking_id
	returning * into kept;
	if not found then
		kept := o; -- nothing but a note
	end if;
	insert into data.tasking_event (tasking_id, at, step, from_state, to_state, reason, said, changed)
	select o.tasking_id, data.clock(), p_step, o.state, kept.state, coalesce(p_reason, ''), p_said, coalesce((
		select jsonb_object_agg(a.key, jsonb_build_array(a.value, b.value))
		from jsonb_each(to_jsonb(o)) a join jsonb_each(to_jsonb(kept)) b using (key)
		where a.value <> b.value and a.key not in ('row_version', 'changed_by', 'valid_from')), '{}');
	id := o.tasking_id;
	ref := o.tasking_ref;
	version := kept.row_version;
	said := format('%s %s', o.tasking_ref, p_said);
	lines := array_remove(array[o.line_id], null);
end
$$;
comment on function data.tasking_keep(text, data.tasking, data.tasking, text, text) is 'Keep what a step made of a tasking, with its place in the history';
create function data.tasking_faults(p_raised date, cells jsonb) returns text[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select array_agg(x.name || ': ' || x.fault)
		from ref.clock c
		left join data.staff me on me.login = session_user
		cross join lateral (select nullif(cells ->> 'unit', '') as unit, nullif(cells ->> 'officer', '') as officer,
			data.due_day(cells ->> 'due', c.today) as due) v
		cross join lateral (values
			('title', case when cells ? 'title' and coalesce(cells ->> 'title', '') = '' then 'is empty' end),
			('unit', case when v.unit is null then 'is empty' else data.unit_fault(v.unit, c.today) end),
			('unit', case when v.unit is not null and data.unit_fault(v.unit, c.today) is null and v.due is not null and data.unit_fault(v.unit, v.due) is not null
				then format('%s is no unit any more on %s', v.unit, v.due) end),
			('due', data.due_fault(cells ->> 'due', p_raised, c.today)),
			('route', (select format('%s is raised by: %s', r.label, array_to_string(r.raisers, ', '))
				from ref.tasking_route r where r.code = cells ->> 'route' and not coalesce(me.role = any (r.raisers), false))),
			('nim_level', case when cells ->> 'nim_level' = '0' then 'is 1, 2 or 3' end),
			('officer', data.officer_fault(v.officer, v.unit))) x (name, fault)
		where x.fault is not null);
end
$$;
comment on function data.tasking_faults(date, jsonb) is 'What is wrong with the fields of a tasking together; null if nothing is';
create function data.tasking_fill(t data.tasking, cells jsonb) returns data.tasking
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	t.title := cells ->> 'title';
	t.asked := coalesce(cells ->> 'asked', '');
	t.why := coalesce(cells ->> 'reason', '');
	t.unit := (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit'));
	t.owner := nullif(cells ->> 'officer', '');
	t.due := data.due_day(cells ->> 'due', data.clock()::date);
	t.priority := coalesce(nullif(cells ->> 'priority', ''), 'normal');
	t.route := cells ->> 'route';
	t.four_p := nullif(cells ->> 'four_p', '');
	t.nim_level := nullif(cells ->> 'nim_level', '')::int;
	t.operation := nullif(cells ->> 'operation', '');
	t.resources := coalesce(cells ->> 'resources', '');
	return t;
end
$$;
comment on function data.tasking_fill(data.tasking, jsonb) is 'A tasking with what its form says, checked before';
-- Files bring references of their own, so a number may be taken.
create function data.next_tasking_ref() returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	n text;
	ref text;
begin
	loop
		n := nextval('data.tasking_number')::text;
		ref := 'T' || to_char(data.clock(), 'YY') || '-' || lpad(n, greatest(4, length(n)), '0');
		exit when not exists (select from data.tasking t where t.tasking_ref = ref);
	end loop;
	return ref;
end
$$;
comment on function data.next_tasking_ref() is 'The reference a new tasking gets';
-- What was typed stands; then the template; then what is usual: the unit that the line is exported from, ten
-- working days, the route of that unit. Never raises: the preview asks it while somebody types.
create function data.tasking_filled(p_line uuid, cells jsonb) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select cells - 'template' || jsonb_strip_nulls(jsonb_object_agg(v.name, coalesce(nullif(btrim(cells ->> v.name), ''), v.value)))
		from ref.clock c
		left join ref.tasking_template m on lower(m.code) = lower(cells ->> 'template') and c.today between m.valid_from and m.valid_to
		left join data.line l on l.line_id = p_line
		cross join lateral (values
			('title', m.title), ('asked', m.asked), ('unit', coalesce(m.unit, l.export_npu)),
			('due', coalesce(m.working_days, 10) || 'wd'), ('priority', coalesce(m.priority, 'normal')),
			('route', coalesce(m.route, case when l.export_npu is not null then 'local' else 'force' end)),
			('four_p', m.four_p), ('nim_level', m.nim_level::text), ('operation', m.operation)) v (name, value));
end
$$;
comment on function data.tasking_filled(uuid, jsonb) is 'The fields of a new tasking with what they leave empty: from their template, or as is usual';
-- What the form left empty comes from its template, or is as usual.
create function data.tasking_new(p_line uuid, p_group uuid, cells jsonb) returns data.tasking
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	today date := data.clock()::date;
	filled jsonb := jsonb '{"title": ""}' || data.tasking_filled(p_line, cells);
	faults text[] := data.tasking_faults(today, filled);
	kept boolean := coalesce(cells ->> 'submit', '') = 'no';
	t data.tasking;
begin
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	t := data.tasking_fill(t, filled);
	insert into data.tasking (tasking_ref, line_id, group_id, force, state, raised_on, submitted_on, title, asked, why, unit,
		owner, due, priority, route, four_p, nim_level, operation, resources)
	values (data.next_tasking_ref(), p_line, p_group, coalesce((select l.holder_force from data.line l where l.line_id = p_line),
			(select s.force from data.staff s where s.login = session_user)),
		case when kept then 'draft' else 'submitted' end, today, case when not kept then today end, t.title, t.asked, t.why, t.unit,
		t.owner, t.due, t.priority, t.route, t.four_p, t.nim_level, t.operation, t.resources)
	returning * into t;
	insert into data.tasking_event (tasking_id, at, step, to_state, reason, said)
	values (t.tasking_id, data.clock(), 'task_raise', t.state, t.why,
		format('is raised%s: %s is to do it by %s', case when kept then ' as a draft' else '' end, t.unit, t.due));
	return t;
end
$$;
comment on function data.tasking_new(uuid, uuid, jsonb) is 'Raise a tasking on a line, a group, or both';
create function data.tasking_offered(t data.tasking) returns data.tasking
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	t.state := 'offered';
	t.offered_on := data.clock()::date;
	t.answer_due := data.working_day(t.offered_on, (select r.answer_days from ref.tasking_route r where r.code = t.route));
	t.answered_on := null;
	return t;
end
$$;
comment on function data.tasking_offered(data.tasking) is 'A tasking as its unit is asked: the time to answer starts, apart from the time to do it';
create function data.tasking_officer(t data.tasking, cells jsonb) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	officer text := nullif(cells ->> 'officer', '');
	fault text := data.officer_fault(officer, t.unit);
begin
	if fault is not null then
		perform data.refuse_fields(array['officer: ' || fault]);
	end if;
	return officer;
end
$$;
comment on function data.tasking_officer(data.tasking, jsonb) is 'The officer a form names, one of the tasking''s unit';
create function data.handover_faults(cells jsonb) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select array_agg(x.name || ': ' || x.fault)
	from (select cells ->> 'officer' as giver, cells ->> 'to' as taker) v
	cross join lateral (values
		('officer', case when v.giver <> session_user and not exists (
				select from data.staff me join data.staff g on g.login = v.giver and g.force = me.writes_force where me.login = session_user)
			then 'what another holds is handed over by an analyst or supervisor of their force' end),
		('officer', case when not exists (select from data.tasking t where t.owner = v.giver and t.is_open)
			then format('%s holds no open tasking', v.giver) end),
		('to', case when v.giver = v.taker then 'is the same person' end),
		('to', (select string_agg(distinct data.officer_fault(v.taker, t.unit), '; ') from data.tasking t
			where t.owner = v.giver and t.is_open and v.giver <> v.taker))) x (name, fault)
	where x.fault is not null
$$;
comment on function data.handover_faults(jsonb) is 'Why a handover cannot be; null if it can';
create function data.step_task_raise(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	seen data.line;
	t data.tasking;
begin
	select * into strict seen from data.line where line_id = p_id for key share;
	if seen.row_version <> p_version then -- none is given for many at once
		perform data.refuse_stale('Line ' || seen.line_ref, p_version, seen.row_version, seen.changed_by);
	end if;
	t := data.tasking_new(p_id, null, cells);
	id := t.tasking_id;
	ref := t.tasking_ref;
	version := t.row_version;
	said := format('%s is %s for %s, due %s', t.tasking_ref, t.state, t.unit, t.due);
	lines := array[p_id];
end
$$;
comment on function data.step_task_raise(uuid, int, jsonb) is 'Raise a tasking on a line';
