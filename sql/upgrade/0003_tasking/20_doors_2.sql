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
		select t.due, count(*) filter (where t.is_open)::int as open, count(*) filter (where not t.is_open)::int as closed
		from data.tasking t
		where t.due between p_from and p_to and t.state not in ('draft', 'refused', 'cancelled')
		group by t.due
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
