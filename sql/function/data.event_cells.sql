-- SPDX-License-Identifier: MIT
-- By the month (day): arrests of the programme; socex, people arrested in disruptions of the force (n), linked to drugs
-- (x), with an outcome for trafficking (y); disruptions of the programme and disruptions_force by grade (a) and 4P (b);
-- type1, outcomes that stand. Who sees the line sees them; of a group alone the staff of forces are told. What is of
-- a line that is gone nobody sees.
create function data.event_cells(x data.arrest, l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'arrests', date_trunc('month', x.on_day::timestamp)::date, coalesce(l.holder_force, ''), coalesce(l.shared, x.line_id is null),
		coalesce(l.restricted, false), coalesce(l.export_npu, ''), '', '', '', 1::bigint, 0::bigint, 0::bigint
	where x.programme and x.voided_at is null
$$;
comment on function data.event_cells(data.arrest, data.line) is 'What an arrest adds to data.tally';
create function data.event_cells(x data.disruption, l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select t.tally, date_trunc('month', x.on_day::timestamp)::date, coalesce(l.holder_force, ''), coalesce(l.shared, x.line_id is null),
		coalesce(l.restricted, false), coalesce(l.export_npu, ''), t.a, t.b, '', t.n, t.x, t.y
	from (
		select case when x.programme then 'disruptions' else 'disruptions_force' end as tally, x.grade as a, x.four_p as b, 1::bigint as n, 0::bigint as x, 0::bigint as y
		union all
		select 'socex', '', '', x.arrested, x.arrested_drugs, x.trafficking_outcomes where not x.programme and x.arrested > 0
	) t
	where x.voided_at is null
$$;
comment on function data.event_cells(data.disruption, data.line) is 'What a disruption adds to data.tally';
create function data.event_cells(x data.closure, l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'type1', date_trunc('month', x.on_day::timestamp)::date, coalesce(l.holder_force, ''), coalesce(l.shared, false),
		coalesce(l.restricted, false), coalesce(l.export_npu, ''), '', '', '', 1::bigint, 0::bigint, 0::bigint
	where x.kind = 'type1' and x.state in ('provisional', 'verified')
$$;
comment on function data.event_cells(data.closure, data.line) is 'What an outcome adds to data.tally';
