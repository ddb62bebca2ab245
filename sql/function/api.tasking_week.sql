-- SPDX-License-Identifier: MIT
-- The first row says which moment it is, as in api.grid_week.
create function api.tasking_week(week text, at_most int default 500)
returns table (place bigint, how text, tasking_id uuid, tasking_ref text, title text, due date, line_ref text, state text,
	unit text, officer text, route text, late text, operation text, changed text[], told text)
language plpgsql stable security definer rows 500
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.week_fault(week);
	ours text := data.my_force();
	then_now timestamptz;
	then_before timestamptz;
	most int := least(greatest(at_most, 1), 2000);
begin
	if fault is not null then
		perform data.refuse('GL004', fault || '.', 'Give an ISO week, like 2022-W52.');
	end if;
	then_now := data.week_moment(ours, week);
	then_before := data.week_moment(ours, data.week_before(week));
	return query
	with page as materialized (
		select * from data.taskings_open_at(then_now, most)
	), page_before as materialized (
		select * from data.taskings_open_at(then_before, most)
	), n as materialized (
		select * from page
		union
		select * from data.taskings_open_of(then_now, array(select x.tasking_id from page_before x))
	), b as materialized (
		select * from page_before
		union
		select * from data.taskings_open_of(then_before, array(select x.tasking_id from page x))
	), pair as (
		select row_number() over (order by coalesce(n.due, b.due), coalesce(n.tasking_ref, b.tasking_ref)) as place,
			coalesce(n.tasking_id, b.tasking_id) as id, n.tasking_id is null as gone, b.tasking_id is null as fresh,
			coalesce(n.tasking_ref, b.tasking_ref) as ref, coalesce(n.title, b.title) as title, coalesce(n.due, b.due) as due,
			coalesce(n.line_ref, b.line_ref, '') as line_ref, coalesce(n.state, b.state) as state, b.state as state_before,
			coalesce(n.unit, b.unit) as unit, case when n.tasking_id is null then b.officer else n.officer end as officer,
			coalesce(n.route, b.route) as route, coalesce(n.late, b.late) as late,
			case when n.tasking_id is null then b.operation else n.operation end as operation, to_jsonb(n) as cells, to_jsonb(b) as were
		from n full join b using (tasking_id)
		order by 1 limit most
	)
	select 0::bigint, '', null::uuid, to_char(then_now, 'Dy YYYY-MM-DD HH24:MI'), ours, null::date, '', data.week_said(week), '', '', '', '', '',
		'{}'::text[], to_char(then_before, 'Dy YYYY-MM-DD HH24:MI')
	union all
	select p.place, case when p.gone then 'gone' when p.fresh then 'new' when c.keys <> '{}' then 'changed' else '' end, p.id, p.ref, p.title, p.due,
		p.line_ref, coalesce(g.state, p.state), p.unit, coalesce(p.officer, ''), p.route, p.late, coalesce(p.operation, ''), c.keys, c.told
	from pair p
	-- What is not open any more shows what it has become.
	left join lateral (
		select x.label as state from (
			select t.state from data.tasking t where t.tasking_id = p.id and t.valid_from <= then_now
			union all
			select h.state from data.tasking_history h where h.tasking_id = p.id and lower(h.during) <= then_now and h.during @> then_now
		) v join ref.tasking_state x on x.code = v.state limit 1
	) g on p.gone
	cross join lateral (
		select coalesce(array_agg(e.key order by e.key), '{}') as keys, coalesce(string_agg(format('%s %s, was %s', replace(e.key, '_', ' '),
			coalesce(nullif(e.now, ''), 'none'), coalesce(nullif(e.was, ''), 'none')), '; ' order by e.key), '') as told
		from (
			select x.key, x.value as now, y.value as was from jsonb_each_text(p.cells) x join jsonb_each_text(p.were) y using (key)
			where not p.gone and not p.fresh and x.value is distinct from y.value
			union all
			select 'state', g.state, p.state_before where p.gone
		) e
	) c
	order by 1;
end
$$;
comment on function api.tasking_week(text, int) is 'The open taskings as at the review of an ISO week, or its end, with what is new, gone or changed since the week before, the first due first';
