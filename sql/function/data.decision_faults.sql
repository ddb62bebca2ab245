-- SPDX-License-Identifier: MIT
create function data.decision_faults(i data.review_item, d ref.decision, cells jsonb) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select array_agg(x.name || ': ' || x.fault)
	from (select coalesce(cells ->> 'task_title', '') || coalesce(cells ->> 'task_unit', '') || coalesce(cells ->> 'task_due', '')
		|| coalesce(cells ->> 'task_asked', '') <> '' as tasked) t
	cross join lateral (values
		('decision', case when d.line_step is not null and i.line_id is null then format('there is no line to %s', lower(d.label)) end),
		('referred_to', case when d.asks = 'referred_to' and coalesce(cells ->> 'referred_to', '') = '' then 'is empty: say to whom it is referred' end),
		('task_title', case when d.asks = 'tasking' and not t.tasked then 'is empty: say what is to be found out' end),
		('task_title', case when t.tasked and coalesce(cells ->> 'task_title', '') = '' then 'is empty' end),
		('task_unit', case when t.tasked and coalesce(cells ->> 'task_unit', '') = '' then 'is empty' end),
		('task_due', case when t.tasked and coalesce(cells ->> 'task_due', '') = '' then 'is empty' end),
		('task_title', case when t.tasked and i.line_id is null and i.group_id is null then 'a tasking is raised on a line or a group, and this item is about neither' end),
		('task_title', case when t.tasked and d.code in ('close', 'defer') then format('nothing is tasked with %s', lower(d.label)) end)) x (name, fault)
	where x.fault is not null
	having count(*) > 0
	union all
	select array_agg('task_' || y.fault)
	from unnest(data.tasking_faults(data.clock()::date, data.decision_tasking(cells ->> 'rationale', cells))) y (fault)
	where coalesce(cells ->> 'task_title', '') <> '' and coalesce(cells ->> 'task_unit', '') <> '' and coalesce(cells ->> 'task_due', '') <> ''
	having count(*) > 0
	limit 1
$$;
comment on function data.decision_faults(data.review_item, ref.decision, jsonb) is 'What is wrong with the fields of a decision together; null if nothing is';
