create function data.tasking_asked(id uuid) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is asked', x.label, x.text
	from data.tasking t
	join ref.tasking_route r on r.code = t.route
	left join data.line l using (line_id)
	left join data.crime_group g on g.group_id = t.group_id
	cross join lateral (values
		('What', t.title), ('In full', t.asked), ('Why', t.why), ('Line', l.line_ref || ' ' || l.name), ('Group', g.group_ref || ' ' || g.name),
		('Unit', t.unit || coalesce(', ' || t.owner, '')), ('Due', to_char(t.due, 'Dy YYYY-MM-DD')),
		('Route', r.label || coalesce(', NIM level ' || t.nim_level, '')), ('Needs', t.resources), ('Raised', t.raised_by || ' on ' || t.raised_on)) x (label, text)
	where t.tasking_id = id and coalesce(x.text, '') <> ''
$$;
comment on function data.tasking_asked(uuid) is 'What a tasking asks of whom';
-- Half filled as the form may be.
create function data.tasking_told(p_line uuid, p_group uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.section, x.label, x.text
	from ref.clock c
	cross join lateral (select data.due_day(cells ->> 'due', c.today) as due,
		(select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit')) as unit) v
	left join ref.tasking_route r on r.code = lower(cells ->> 'route')
	cross join lateral (values
		('What will be made', 'On', coalesce(
			(select concat_ws(' ', l.line_ref, l.name) from data.line l where l.line_id = p_line),
			(select concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = p_group))),
		('What will be made', 'Due', to_char(v.due, 'Dy YYYY-MM-DD')),
		('What will be made', 'Authorised by', array_to_string(r.authorisers, ' or ') || ', not by you'),
		('What will be made', 'Answer', v.unit || ' has ' || r.answer_days || ' working days to answer once it is offered'),
		('Stands against it', 'The line', case when p_line is not null then data.tasking_wall(p_line) end)) x (section, label, text)
	where x.text is not null
$$;
comment on function data.tasking_told(uuid, uuid, jsonb) is 'What raising a tasking would make';
create function data.preview_task_raise(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_told(id, null, cells)
$$;
comment on function data.preview_task_raise(uuid, jsonb) is 'What would be raised on a line';
create function data.preview_task_raise_group(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_told(null, id, cells)
$$;
comment on function data.preview_task_raise_group(uuid, jsonb) is 'What would be raised on a group';
create function data.preview_task_edit(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select p.* from data.tasking t cross join lateral data.tasking_told(t.line_id, t.group_id, cells) p where t.tasking_id = id
$$;
comment on function data.preview_task_edit(uuid, jsonb) is 'What a tasking would be';
create function data.preview_task_authorise(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_authorise(uuid, jsonb) is 'What would be authorised';
create function data.preview_task_offer(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_offer(uuid, jsonb) is 'What would be offered';
create function data.preview_task_review(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is recorded', x.label, x.text
	from data.tasking t
	cross join lateral (values ('Result', t.result), ('Evidence', t.evidence), ('By', t.result_by || ' on ' || t.result_on)) x (label, text)
	where t.tasking_id = id and coalesce(x.text, '') <> ''
	union all
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_review(uuid, jsonb) is 'What was asked and what came of it';
create function data.preview_task_carry(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'It would be', x.label, x.text
	from data.tasking t cross join ref.clock c
	cross join lateral (values
		('Due', coalesce(t.due || ' becomes ' || to_char(data.due_day(cells ->> 'due', c.today), 'Dy YYYY-MM-DD'), to_char(t.due, 'Dy YYYY-MM-DD'))),
		('Carried forward', case t.carried when 0 then 'not so far' when 1 then 'once so far' else t.carried || ' times so far' end)) x (label, text)
	where t.tasking_id = id and x.text is not null
$$;
comment on function data.preview_task_carry(uuid, jsonb) is 'The day it would be due';
create function data.preview_task_undo(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'It would be undone', x.label, x.text
	from (select * from data.tasking_event e where e.tasking_id = id order by e.place desc limit 1) e
	left join ref.step s on s.step = e.step
	left join ref.tasking_state b on b.code = e.from_state
	cross join lateral (values
		('Step', coalesce(s.label, e.step) || ', ' || to_char(e.at, 'YYYY-MM-DD HH24:MI')),
		('By', e.login),
		('It would be', b.label)) x (label, text)
	where x.text is not null
$$;
comment on function data.preview_task_undo(uuid, jsonb) is 'Which step would be taken back';
create function data.preview_task_handover(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case when f.faults is null then 'What will be handed over' else 'Held' end, t.tasking_ref, concat_ws(', ', t.title, t.unit, 'due ' || t.due)
	from (select data.handover_faults(cells) as faults) f
	cross join lateral (select * from data.tasking x where x.owner = cells ->> 'officer' and x.is_open
		and (x.owner = session_user or x.force = (select s.writes_force from data.staff s where s.login = session_user))
		order by x.due limit 100) t
$$;
comment on function data.preview_task_handover(uuid, jsonb) is 'What would change hands';
create function data.task_changes(changed jsonb) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select string_agg(format('%s: %s, was %s', x.label, coalesce(nullif(c.value ->> 1, ''), 'nothing'), coalesce(nullif(c.value ->> 0, ''), 'nothing')),
		E'\n' order by x.n)
	from (values (1, 'title', 'What'), (2, 'asked', 'In full'), (3, 'why', 'Why'), (4, 'unit', 'Unit'), (5, 'owner', 'Officer'), (6, 'due', 'Due'),
		(7, 'answer_due', 'Answer due'), (8, 'priority', 'Priority'), (9, 'route', 'Route'), (10, 'four_p', 'Under'), (11, 'nim_level', 'NIM level'),
		(12, 'operation', 'Operation'), (13, 'resources', 'Needs')) x (n, name, label)
	join jsonb_each(changed) c on c.key = x.name
$$;
comment on function data.task_changes(jsonb) is 'Old and new of what a step changed, a line a field';
create function data.task_card(id uuid) returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	(select 'Where it stands', x.label, x.text
	from data.tasking t join ref.tasking_state s on s.code = t.state cross join ref.clock c
	cross join lateral (values
		('Tasking', t.tasking_ref || ', ' || t.priority || ' priority' || coalesce(', ' || t.operation, '') || coalesce(', ' || t.four_p, '')),
		('State', s.label),
		('Late', case when t.is_open and t.due < c.today then 'since ' || t.due end),
		('Answer', case when t.state = 'offered' then 'due by ' || t.answer_due || case when t.answer_due < c.today then ': late' else '' end
			when t.answered_on is not null then t.answered_on || case when t.answered_on > t.answer_due then ', late' else ', in time' end end),
		('Authorised', t.authorised_by || ' on ' || t.authorised_on),
		('Carried forward', case t.carried when 0 then null when 1 then 'once' else t.carried || ' times' end),
		('Closed', t.completed_on::text)) x (label, text)
	where t.tasking_id = id and x.text is not null)
	union all
	select a.section, a.label, a.text from data.tasking_asked(id) a
	union all
	(select 'What came of it', x.label, x.text
	from data.tasking t
	cross join lateral (values ('Result', t.result), ('Evidence', t.evidence), ('Recorded', t.result_by || ' on ' || t.result_on),
		('Reviewed', t.reviewed_by || ' on ' || t.reviewed_on)) x (label, text)
	where t.tasking_id = id and coalesce(x.text, '') <> '')
	union all
	(select 'History', to_char(e.at, 'YYYY-MM-DD HH24:MI ') || e.login, concat_ws(E'\n', e.said, nullif(e.reason, ''), data.task_changes(e.changed))
	from data.tasking_event e where e.tasking_id = id order by e.place desc limit 200)
$$;
comment on function data.task_card(uuid) is 'The sections of a tasking';
-- Runs as gridline_api: the reference of what the caller may not see is empty.
create function data.step_ref(p_step text, p_id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(case (select s.object from ref.step s where s.step = p_step)
		when 'line' then (select l.line_ref from data.line l where l.line_id = p_id)
		when 'group' then (select g.group_ref from data.crime_group g where g.group_id = p_id)
		when 'tasking' then (select t.tasking_ref from data.tasking t where t.tasking_id = p_id)
		when 'outcome' then (select c.outcome_ref from data.closure c where c.closure_id = p_id)
	end, '')
$$;
comment on function data.step_ref(text, uuid) is 'What people call a record';
