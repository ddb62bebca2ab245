-- SPDX-License-Identifier: MIT
-- As the triggers count, from the records. Written out where a call a row would be dear.
create function data.tally_afresh() returns setof data.tally
language sql stable
set search_path = pg_catalog, pg_temp
set work_mem = '256MB'
as $$
	with cell as (
		select c.tally, c.day, c.since, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, c.n, c.x, c.y
		from data.line l cross join lateral (
			select * from data.tally_cells(l)
			union all
			select * from data.stood_cell(l, l.valid_from)) c
		union all
		select 'stood', d.day, date '-infinity', coalesce(l.holder_force, ''), coalesce(l.shared, false), coalesce(l.restricted, false),
			coalesce(l.export_npu, ''), coalesce(h.band, ''), h.export_force, coalesce(h.export_npu, ''), d.n, 0, 0
		from data.line_history h
		left join data.line l using (line_id)
		cross join lateral (values (data.day_of(lower(h.during)), 1::bigint), (data.day_of(upper(h.during)), -1)) d (day, n)
		where h.is_open
	)
	select c.tally, c.day, c.since, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, sum(c.n)::bigint, sum(c.x)::bigint, sum(c.y)::bigint
	from cell c
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.n) <> 0 or sum(c.x) <> 0 or sum(c.y) <> 0
$$;
comment on function data.tally_afresh() is 'The tallies of lines and events, counted from the records';
