create function data.values_task_raise_group(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note
	from data.crime_group g
	cross join lateral (values
		('', g.row_version::text, concat_ws(' ', g.group_ref, g.name)),
		('title', '', 'empty: as the template says'),
		('unit', '', 'empty: the template''s'),
		('due', '', 'empty: the template''s days, else 10wd'),
		('route', '', 'empty: the template''s, else force'),
		('priority', '', 'empty: the template''s, else normal'),
		('submit', 'yes', '')) v (name, value, note)
	where g.group_id = id
$$;
comment on function data.values_task_raise_group(uuid) is 'A new tasking on a group as its form begins';
create function data.values_task_offer(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select 'unit', (select t.unit from data.tasking t where t.tasking_id = id), ''
$$;
comment on function data.values_task_offer(uuid) is 'A tasking to be offered';
create function data.values_task_authorise(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select 'offer', 'yes', ''
$$;
comment on function data.values_task_authorise(uuid) is 'A tasking to be authorised';
create function data.values_task_review(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select 'complete', 'yes', ''
$$;
comment on function data.values_task_review(uuid) is 'A result to be reviewed';
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
-- An index walk that stops at ten thousand: nobody needs to know more of a unit that has so many.
create function data.unit_load(p_unit text, p_on date, p_not uuid, out open int, out open_at_most int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (select count(*)::int from (
			select from data.tasking t where t.unit = p_unit and t.is_open and t.tasking_id is distinct from p_not limit 10000) x),
		(select c.open_at_most from ref.unit_capacity c where c.unit = p_unit and p_on between c.valid_from and c.valid_to)
$$;
comment on function data.unit_load(text, date, uuid) is 'How many open taskings a unit has, one left out, and how many it says it can carry on a day';
-- Runs as the owner: a clash counts whether or not the caller may see it, but what is not theirs to see is not
-- named. A tasking holds its line from the day it was authorised, or raised, until it is due; one that is late
-- holds it still.
create function data.clashes(p_line uuid, p_group uuid, p_unit text, p_from date, p_due date, p_not uuid)
returns table (kind text, label text, tasking_id uuid, tasking_ref text, line_ref text, unit text, state_label text,
	from_day date, due date, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with behind as (
		select p_group as group_id where p_group is not null
		union
		select g.group_id from data.line_group g, ref.clock c where g.line_id = p_line and c.today between g.valid_from and g.valid_to
	), other as (
		(select 'line' as kind, t as t from data.tasking t
		where t.line_id = p_line and t.is_open and t.unit <> p_unit and t.tasking_id is distinct from p_not limit 200)
		union all
		(select 'group', t from behind b join data.tasking t on t.group_id = b.group_id
		where t.is_open and t.unit <> p_unit and t.line_id is distinct from p_line and t.tasking_id is distinct from p_not limit 200)
		union all
		(select 'group', t from data.line_group g cross join ref.clock c join data.tasking t on t.line_id = g.line_id
		where g.group_id = p_group and c.today between g.valid_from and g.valid_to
			and t.is_open and t.unit <> p_unit and t.line_id is distinct from p_line and t.group_id is distinct from p_group
			and t.tasking_id is distinct from p_not limit 200)
	), held as (
		select o.kind, o.t, coalesce((o.t).authorised_on, (o.t).raised_on) as from_day,
			greatest(coalesce((o.t).due, 'infinity'), c.today) as until, (o.t).due < c.today as late,
			(o.t).line_id is null or data.line_seen((o.t).line_id) as seen
		from other o cross join ref.clock c
	), clash as (
		select h.*, row_number() over (partition by h.kind order by h.until, (h.t).tasking_ref) as n
		from held h
		where h.from_day <= coalesce(p_due, 'infinity') and h.until >= p_from
	)
	select c.kind, case c.kind when 'line' then 'The same line' else 'The same group' end,
		case when c.seen then (c.t).tasking_id end, case when c.seen then (c.t).tasking_ref else '' end,
		case when c.seen then coalesce(l.line_ref, '') else '' end, (c.t).unit, s.label, c.from_day, (c.t).due,
		format('%s is tasked %s, %s%s', (c.t).unit,
			case when c.kind = 'line' then 'on this line' when not c.seen then 'on a line of this group that you may not see'
				when l.line_ref is not null then format('on %s of this group', l.line_ref) else 'on this group' end,
			case when c.late then 'late since ' || (c.t).due else coalesce('until ' || (c.t).due, 'without a day') end,
			case when c.seen then format(': %s %s (%s)', (c.t).tasking_ref, (c.t).title, lower(s.label)) else '' end)
	from clash c join ref.tasking_state s on s.code = (c.t).state left join data.line l on l.line_id = (c.t).line_id
	where c.n <= 20
	union all
	select 'deconfliction', 'Deconfliction', null, '', l.line_ref, '', '', d.raised_on, null,
		format('%s may be the same line as %s: decide that first, it cannot be tasked until then', l.line_ref,
			case when data.line_seen(o.line_id) then o.line_ref else 'one you may not see' end)
	from data.deconfliction d
	join data.line l on l.line_id = p_line
	join data.line o on o.line_id = case when d.line_a = p_line then d.line_b else d.line_a end
	where d.is_open and p_line in (d.line_a, d.line_b)
	union all
	select 'capacity', 'Capacity', null, '', '', p_unit, '', null, null,
		format('%s has %s open tasking%s and says it can carry %s: this one makes %s', p_unit, u.open,
			case when u.open = 1 then '' else 's' end, u.open_at_most, u.open + 1)
	from data.unit_load(p_unit, p_from, p_not) u
	where u.open + 1 > u.open_at_most
$$;
comment on function data.clashes(uuid, uuid, text, date, date, uuid) is 'What stands against tasking a unit on a line or a group from one day to another';
create function data.tasking_clashes(t data.tasking, p_unit text, p_due date)
returns table (kind text, label text, tasking_id uuid, tasking_ref text, line_ref text, unit text, state_label text,
	from_day date, due date, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.* from ref.clock c cross join lateral data.clashes(t.line_id, t.group_id, p_unit,
		coalesce(t.authorised_on, t.raised_on, c.today), greatest(p_due, c.today), t.tasking_id) x
$$;
comment on function data.tasking_clashes(data.tasking, text, date) is 'What stands against a tasking if it were that unit''s and due on that day';
-- Of an existing tasking, with the unit and the day that a form names; where it names none, its own.
create function data.clashes_told(p_id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with found as materialized (
		select k.label, k.text
		from data.tasking t
		cross join ref.clock c
		cross join lateral data.tasking_clashes(t,
			coalesce((select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit')), t.unit),
			coalesce(data.due_day(cells ->> 'due', c.today), t.due)) k
		where t.tasking_id = p_id
	)
	select 'Clashes', f.label, f.text from found f
	union all
	select 'Clashes', '', 'nothing stands against it' where not exists (select from found)
$$;
comment on function data.clashes_told(uuid, jsonb) is 'What stands against a tasking, for the preview of a step on it';
-- Half filled as the form may be: what it leaves empty is shown as it would be filled, and what stands against it.
create function data.tasking_told(p_line uuid, p_group uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with v as materialized (
		select f.cells, c.today, data.due_day(f.cells ->> 'due', c.today) as due, r.authorisers, r.answer_days, r.label as route,
			(select u.code from ref.unit u where lower(u.code) = lower(f.cells ->> 'unit')) as unit
		from ref.clock c
		cross join lateral (select data.tasking_filled(p_line, cells) as cells) f
		left join ref.tasking_route r on r.code = lower(f.cells ->> 'route')
	)
	select x.section, x.label, x.text
	from v cross join lateral (values
		('What will be made', 'On', coalesce(
			(select concat_ws(' ', l.line_ref, l.name) from data.line l where l.line_id = p_line),
			(select concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = p_group))),
		('What will be made', 'What', v.cells ->> 'title'),
		('What will be made', 'In full', case when coalesce(cells ->> 'asked', '') = '' then v.cells ->> 'asked' end),
		('What will be made', 'Unit', v.unit),
		('What will be made', 'Due', to_char(v.due, 'Dy YYYY-MM-DD')),
		('What will be made', 'How', concat_ws(', ', v.route, v.cells ->> 'priority', v.cells ->> 'four_p', 'NIM level ' || (v.cells ->> 'nim_level'), v.cells ->> 'operation')),
		('What will be made', 'Authorised by', array_to_string(v.authorisers, ' or ') || ', not by you'),
		('What will be made', 'Answer', v.unit || ' has ' || v.answer_days || ' working days to answer once it is offered'),
		('Clashes', 'The line', case when p_line is not null and not exists (select from data.deconfliction d
			where d.is_open and p_line in (d.line_a, d.line_b)) then data.tasking_wall(p_line) end)) x (section, label, text)
	where coalesce(x.text, '') <> ''
	union all
	select 'Clashes', k.label, k.text
	from v cross join lateral data.clashes(p_line, p_group, v.unit, v.today, v.due, null) k
$$;
comment on function data.tasking_told(uuid, uuid, jsonb) is 'What raising a tasking would make, and what stands against it';
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
	select p.* from data.tasking t cross join lateral data.tasking_told(t.line_id, t.group_id, cells) p
	where t.tasking_id = id and p.section <> 'Clashes'
	union all
	select * from data.clashes_told(id, cells)
$$;
comment on function data.preview_task_edit(uuid, jsonb) is 'What a tasking would be, and what stands against it';
-- What stands against it comes first: it is what whoever authorises has to weigh.
create function data.preview_task_authorise(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.clashes_told(id, '{}')
	union all
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_authorise(uuid, jsonb) is 'What would be authorised, and what stands against it';
create function data.preview_task_offer(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.clashes_told(id, jsonb_build_object('unit', cells ->> 'unit'))
	union all
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_offer(uuid, jsonb) is 'What would be offered, and what stands against that unit';
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
	where coalesce(c.value ->> 1, '') <> coalesce(c.value ->> 0, '')
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
