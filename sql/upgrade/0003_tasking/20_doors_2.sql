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
