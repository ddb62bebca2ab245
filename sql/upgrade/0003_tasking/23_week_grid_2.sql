create function api.next_review() returns date
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.next_review(c.today) from ref.clock c
$$;
comment on function api.next_review() is 'The day of the next weekly review';
-- The sections and their order are those of api.my_tasks: what a unit reads on paper is what its officers read on
-- the screen. One walk along the unit's open taskings by due day.
create function api.unit_tasks(p_unit text)
returns table (section text, section_label text, tasking_id uuid, tasking_ref text, record_ref text, record_name text, title text, asked text,
	officer text, operation text, four_p text, priority text, due date, answer_due date, state text, state_label text, late boolean,
	carried int, row_version int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	u ref.unit;
	day date := (select c.today from ref.clock c);
	review date := data.next_review(day);
begin
	select x.* into u from ref.unit x where lower(x.code) = lower(btrim(p_unit));
	if u.code is null then
		perform data.refuse('GL004', format('There is no unit %s.', coalesce(nullif(btrim(p_unit), ''), 'without a name')),
			'Units are ' || (select string_agg(t.code, ', ' order by t.position) from api.terms t where t.vocabulary = 'unit') || '.');
	end if;
	return query
		select (array['late', 'answer', 'due', 'open'])[o.n],
			(array['Late', 'Awaiting our answer', 'Due before the next review', 'Open'])[o.n],
			t.tasking_id, t.tasking_ref, coalesce(t.line_ref, t.group_ref, ''), coalesce(t.line_name, ''), t.title, t.asked,
			coalesce(t.officer, ''), coalesce(t.operation, ''), coalesce(t.four_p, ''), coalesce(t.priority, ''), t.due_on,
			case when t.state = 'offered' then t.answer_due end, t.state, t.state_label, t.late, t.carried, t.row_version
		from api.taskings t
		cross join lateral (select case when t.due_on < day then 1 when t.state = 'offered' then 2
			when t.due_on <= review then 3 else 4 end as n) o
		where t.unit = u.code and t.is_open and (t.due_on < day or t.state in ('offered', 'accepted', 'in-progress'))
		order by o.n, case when o.n = 2 then t.answer_due end, t.due_on, t.tasking_ref;
end
$$;
comment on function api.unit_tasks(text) is 'What a unit has to do, in the sections of its list: late, awaiting its answer, due before the next review, open';
create function api.tasks_seen() returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	insert into data.tasking_seen (login, seen_at) values (session_user, clock_timestamp())
	on conflict (login) do update set seen_at = excluded.seen_at
$$;
comment on function api.tasks_seen() is 'The caller has looked at their list: nothing in it is new any more';
-- Sees every step, for a look at each through the policy of its tasking would read them all; who asks joins
-- data.tasking, and there the policy stands. The latest thousand are walked: more than that is "many" all the same.
create function data.my_news() returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	me data.staff;
	-- Whoever never looked is told of the last week.
	since timestamptz := coalesce((select n.seen_at from data.tasking_seen n where n.login = session_user), now() - interval '7 days');
begin
	select s.* into me from data.staff s where s.login = session_user and s.active and s.valid_to > now();
	return query
		select distinct t.tasking_id
		from (select x.tasking_id, x.login from data.tasking_event x where x.recorded_at > since
			order by x.recorded_at desc limit 1000) e
		join data.tasking t on t.tasking_id = e.tasking_id
		where e.login <> me.login
			and (t.owner = me.login or t.raised_by = me.login or t.unit = me.unit or t.unit = any (me.sees_units));
end
$$;
comment on function data.my_news() is 'The caller''s taskings that others did something to since the caller last looked';
create function api.tasks_new() returns bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return (select count(*) from data.my_news() n join data.tasking t on t.tasking_id = n);
end
$$;
comment on function api.tasks_new() is 'How many taskings of the caller others did something to since the caller last looked';
-- What is late has the earliest day, so the order of the index is late first. One walk a column for its cards;
-- the counts are one walk of all that is open.
create function api.task_board(p_by text, p_at_most int)
returns table (key text, label text, "position" int, total int, late_total int, tasking_id uuid, row_version int,
	tasking_ref text, line_id uuid, line_ref text, title text, unit text, officer text, state_label text, priority text,
	due date, late boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	if p_by is null or p_by not in ('state', 'unit') then
		perform data.refuse('GL004', format('There is no board by %s.', data.import_quote(p_by)), 'By state, or by unit.');
	end if;
	return query
	with counted as materialized (
		select case p_by when 'state' then t.state else t.unit end as key, count(*)::int as total,
			count(*) filter (where t.due < c.today)::int as late_total
		from data.tasking t cross join ref.clock c
		where t.is_open group by 1
	), lane as (
		select s.code as key, s.label, s.position from ref.tasking_state s where p_by = 'state' and s.is_open
		union all
		select u.code, u.label, u.position from ref.unit u join counted n on n.key = u.code where p_by = 'unit'
	)
	select k.key, k.label, k.position, coalesce(n.total, 0), coalesce(n.late_total, 0), t.tasking_id, t.row_version,
		t.tasking_ref, t.line_id, l.line_ref, t.title, t.unit, t.owner, s.label, t.priority, t.due, coalesce(t.due < c.today, false)
	from lane k
	cross join ref.clock c
	left join counted n on n.key = k.key
	left join lateral (
		(select * from data.tasking x where p_by = 'state' and x.is_open and x.state = k.key
		order by x.due, x.tasking_ref limit least(greatest(p_at_most, 1), 100))
		union all
		(select * from data.tasking x where p_by = 'unit' and x.is_open and x.unit = k.key
		order by x.due, x.tasking_ref limit least(greatest(p_at_most, 1), 100))
	) t on true
	left join ref.tasking_state s on s.code = t.state
	left join data.line l on l.line_id = t.line_id
	order by k.position, k.key, t.due, t.tasking_ref;
end
$$;
comment on function api.task_board(text, int) is 'The open taskings as a board: a column for each state or each unit, its counts, and the first cards of it';
create function api.task_days(p_from date, p_to date)
returns table (day date, holiday text, open int, late int, closed int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	if p_from is null or p_to is null or p_to < p_from or p_to - p_from > 400 then
		perform data.refuse('GL004', format('From %s to %s is no range of days.', p_from, p_to),
			'The first day, then the last, at most 400 days later.');
	end if;
	return query
	with counted as materialized (
		select x.due, sum(x.open)::int as open, sum(x.closed)::int as closed
		from (
			select t.due, 1 as open, 0 as closed from data.tasking t where t.is_open and t.due between p_from and p_to
			union all
			select t.due, 0, 1 from data.tasking t where t.state = 'complete' and t.due between p_from and p_to) x
		group by x.due
	)
	select d.day::date, coalesce(b.label, ''), coalesce(n.open, 0), case when d.day < c.today then coalesce(n.open, 0) else 0 end,
		coalesce(n.closed, 0)
	from generate_series(p_from, p_to, interval '1 day') d (day)
	cross join ref.clock c
	left join ref.bank_holiday b on b.day = d.day::date
	left join counted n on n.due = d.day::date
	order by d.day;
end
$$;
comment on function api.task_days(date, date) is 'What falls due on each day: still open, late, and done';
-- Of units, never of people. The row without an operation is the whole unit; '' is what belongs to none. What is
-- open and late is as it stands now; what was answered and done is of the days asked for. An answer is in time by
-- the day the unit had to answer, the work by the day of its result.
create function api.workload(p_from date, p_to date)
returns table (unit text, unit_label text, operation text, open int, late int, answered int, answered_in_time int,
	completed int, completed_in_time int, capacity int)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	if p_from is null or p_to is null or p_to < p_from then
		perform data.refuse('GL004', format('From %s to %s is no range of days.', p_from, p_to), 'The first day, then the last.');
	end if;
	return query
	with told as (
		select t.unit, t.operation, 1 as open, (t.due < c.today)::int as late, 0 as answered, 0 as in_time, 0 as done, 0 as done_in_time
		from data.tasking t cross join ref.clock c where t.is_open
		union all
		select t.unit, t.operation, 0, 0, 1, (t.answered_on <= t.answer_due)::int, 0, 0
		from data.tasking t where t.answered_on between p_from and p_to
		union all
		select t.unit, t.operation, 0, 0, 0, 0, 1, (coalesce(t.result_on, t.completed_on) <= t.due)::int
		from data.tasking t where t.completed_on between p_from and p_to and t.state = 'complete'
	), summed as (
		select s.unit, case when grouping(s.operation) = 0 then coalesce(s.operation, '') end as operation,
			sum(s.open)::int as open, coalesce(sum(s.late), 0)::int as late, sum(s.answered)::int as answered,
			coalesce(sum(s.in_time), 0)::int as in_time, sum(s.done)::int as done, coalesce(sum(s.done_in_time), 0)::int as done_in_time
		from told s
		group by grouping sets ((s.unit), (s.unit, s.operation))
	)
	select s.unit, u.label, s.operation, s.open, s.late, s.answered, s.in_time, s.done, s.done_in_time,
		case when s.operation is null then (select k.open_at_most from ref.unit_capacity k, ref.clock c
			where k.unit = s.unit and c.today between k.valid_from and k.valid_to) end
	from summed s join ref.unit u on u.code = s.unit
	order by u.position, u.code, s.operation is not null, s.operation;
end
$$;
comment on function api.workload(date, date) is 'What each unit has, how much of it is late, and what it answered and did in time, by operation';
create function api.task_clashes(id uuid)
returns table (kind text, label text, tasking_id uuid, tasking_ref text, line_ref text, unit text, state_label text,
	from_day date, due date, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.* from data.tasking t cross join lateral data.tasking_clashes(t, t.unit, t.due) x
	where t.tasking_id = id and t.is_open
$$;
comment on function api.task_clashes(uuid) is 'What stands against an open tasking: other units on its line or group on the same days, a line under deconfliction, a unit over what it can carry';
