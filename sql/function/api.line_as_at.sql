-- SPDX-License-Identifier: MIT
-- What the grid knows of a line, and so without personal data; was: where the week before has it otherwise.
create function api.line_as_at(id uuid, week text) returns table (section text, label text, text text, was text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.week_fault(week);
	ours text := data.my_force();
	moment timestamptz;
	before timestamptz;
begin
	if fault is not null then
		perform data.refuse('GL004', fault || '.', 'Give an ISO week, like 2022-W52.');
	end if;
	moment := data.week_moment(ours, week);
	before := data.week_moment(ours, data.week_before(week));
	return query
	with h as materialized (
		select data.line_at(id, moment) as now, data.line_at(id, before) as was
	), c as materialized (
		select k.n, k.label, coalesce(case when k.key = 'status' then (select s.label from ref.line_status s where s.code = x.now ->> k.key) end,
				nullif(x.now ->> k.key, ''), 'none') as now,
			coalesce(case when k.key = 'status' then (select s.label from ref.line_status s where s.code = x.was ->> k.key) end,
				nullif(x.was ->> k.key, ''), 'none') as was,
			(h.was).line_id is not null and x.now -> k.key is distinct from x.was -> k.key as differs
		from h
		cross join lateral (select data.line_cells_at(h.now) as now, data.line_cells_at(h.was) as was) x
		cross join lateral (values (1, 'name', 'Name'), (2, 'score', 'Score'), (3, 'band', 'Band'), (4, 'status', 'Status'), (5, 'export_force', 'Run from'),
			(6, 'export_npu', 'Unit'), (7, 'imports', 'Sells in'), (8, 'drugs', 'Drugs'), (9, 'bulk_marketing', 'Bulk messages'), (10, 'lro', 'LRO'),
			(11, 'groups', 'Groups'), (12, 'open_taskings', 'Open taskings'), (13, 'overdue_taskings', 'Of them late'), (14, 'first_seen', 'First seen'),
			(15, 'last_seen', 'Last seen'), (16, 'last_review', 'Reviewed')) k (n, key, label)
		where (h.now).line_id is not null
	)
	select w.section, w.label, w.text, w.was from (
		select 0 as place, c.n::bigint as n, 'Changed since ' || to_char(before, 'Dy YYYY-MM-DD HH24:MI') as section, c.label, c.now as text, c.was
		from c where c.differs
		union all
		select 1, 0, format('As at %s, %s', to_char(moment, 'Dy YYYY-MM-DD HH24:MI'), data.week_said(week)), '', 'It was not known yet.', null
		from h where (h.now).line_id is null
		union all
		select 1, c.n, format('As at %s, %s', to_char(moment, 'Dy YYYY-MM-DD HH24:MI'), data.week_said(week)), c.label,
			c.now || case when c.differs then '*' else '' end, null
		from c
		union all
		select 2, row_number() over (order by t.due, t.tasking_ref), 'Taskings open then', t.tasking_ref,
			format('%s: %s, due %s, %s', t.title, t.unit, t.due, lower(s.label)) || case when t.due < moment::date then ' (late)' else '' end, null
		from (
			select x.tasking_ref, x.title, x.unit, x.due, x.state from data.tasking x where x.line_id = id and x.valid_from <= moment and x.is_open
			union all
			select v.tasking_ref, v.title, v.unit, v.due, v.state
			from data.tasking x join data.tasking_history v using (tasking_id)
			where x.line_id = id and v.during @> moment and v.is_open
		) t join ref.tasking_state s on s.code = t.state
		union all
		select 3, row_number() over (order by v.decided_at), 'Decided in the review of ' || r.week, d.label, v.rationale, null
		from data.review_decision v join data.review r using (review_id) join ref.decision d on d.code = v.decision
		where v.line_id = id and r.week = line_as_at.week
	) w order by w.place, w.n;
end
$$;
comment on function api.line_as_at(uuid, text) is 'A line as the grid had it at the review of an ISO week, or its end, beside the week before';
