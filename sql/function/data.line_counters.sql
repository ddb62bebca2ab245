-- SPDX-License-Identifier: MIT
create function data.line_counters(ids uuid[]) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select from data.line where line_id = any (ids) order by line_id for update;
	update data.line l
	set open_taskings = x.open, overdue_taskings = x.overdue, tasked_units = x.units
	from (
		select i.line_id, count(t.line_id) as open,
			count(*) filter (where t.due < c.today) as overdue,
			coalesce(array_agg(distinct t.unit order by t.unit) filter (where t.unit is not null), '{}') as units
		from unnest(ids) as i (line_id)
		cross join ref.clock c
		left join data.tasking t on t.line_id = i.line_id and t.is_open
		group by i.line_id
	) x
	where l.line_id = x.line_id
		and (l.open_taskings, l.overdue_taskings, l.tasked_units) is distinct from (x.open, x.overdue, x.units)
$$;
comment on function data.line_counters(uuid[]) is 'Bring the counters kept on lines up to their taskings';
