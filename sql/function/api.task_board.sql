-- SPDX-License-Identifier: MIT
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
