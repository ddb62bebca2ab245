-- SPDX-License-Identifier: MIT
create function data.line_event_cells(l data.line) returns setof data.tally_change
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.* from data.arrest x cross join lateral data.event_cells(x, l) c where x.line_id = l.line_id
	union all
	select c.* from data.disruption x cross join lateral data.event_cells(x, l) c where x.line_id = l.line_id
	union all
	select c.* from data.closure x cross join lateral data.event_cells(x, l) c where x.line_id = l.line_id
$$;
comment on function data.line_event_cells(data.line) is 'What the events and outcomes of a line add to data.tally';
