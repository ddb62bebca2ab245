-- SPDX-License-Identifier: MIT
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
