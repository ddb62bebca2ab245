-- SPDX-License-Identifier: MIT
create function data.past_cells(l data.line, before timestamptz) returns setof data.tally_change
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'stood', d.day, l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''),
		coalesce(h.band, ''), h.export_force, coalesce(h.export_npu, ''), d.n, 0::bigint, 0::bigint
	from data.line_history h
	cross join lateral (values (data.day_of(lower(h.during)), 1::bigint), (data.day_of(upper(h.during)), -1)) d (day, n)
	where h.line_id = l.line_id and lower(h.during) < before and h.is_open
$$;
comment on function data.past_cells(data.line, timestamptz) is 'What the versions of a line from before a moment add to data.tally, seen by whoever sees the line now';
