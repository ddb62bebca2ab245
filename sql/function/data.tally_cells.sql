-- SPDX-License-Identifier: MIT
-- lines: open lines by band (a) and force they are run from (b); x of them have late taskings, y taskings in all.
-- heard: open lines by the day of the latest news or review, -infinity without one. born: by the day they were recorded.
create function data.tally_cells(l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select x.tally, x.day, l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''), x.a, x.b, '', 1::bigint, x.x, x.y
	from (values
		('lines', date '-infinity', coalesce(l.band, ''), l.export_force, (l.overdue_taskings > 0)::int::bigint, l.overdue_taskings::bigint),
		('heard', coalesce(greatest(l.last_seen, l.last_review), '-infinity'), '', '', 0, 0),
		('born', data.day_of(l.created_at), '', '', 0, 0)) x (tally, day, a, b, x, y)
	where l.is_open
$$;
comment on function data.tally_cells(data.line) is 'What a line as it stands adds to data.tally';
