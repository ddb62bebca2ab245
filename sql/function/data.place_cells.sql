-- SPDX-License-Identifier: MIT
create function data.place_cells(l data.line) returns setof data.place_tally
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), '', coalesce(l.band, ''),
		date_trunc('week', l.created_at at time zone 'Europe/London')::date, 1
	where l.is_open
	union all
	select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), a, '', '-infinity', 1
	from unnest(l.imports) a
	where l.is_open
$$;
comment on function data.place_cells(data.line) is 'What a line adds to data.place_tally';
