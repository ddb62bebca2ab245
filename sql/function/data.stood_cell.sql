-- SPDX-License-Identifier: MIT
-- stood: how many lines of a band (a), run from a force (b) and unit (c), more there were from a day on. What
-- stood at the end of a day is what stands less what came after it. Who sees it is told by the line as it is.
create function data.stood_cell(l data.line, at timestamptz) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'stood', data.day_of(at), l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''),
		coalesce(l.band, ''), l.export_force, coalesce(l.export_npu, ''), 1::bigint, 0::bigint, 0::bigint
	where l.is_open
$$;
comment on function data.stood_cell(data.line, timestamptz) is 'What a version of a line adds to data.tally from a moment on';
