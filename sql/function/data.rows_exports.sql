-- SPDX-License-Identifier: MIT
-- A state of one day, not of a stretch: the first day says nothing.
create function data.rows_exports(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.line_ref, l.line_id, to_day, l.export_npu, concat_ws(', ', l.export_force, u.label),
		case when l.export_npu in ('BE', 'BW', 'CV', 'LBM', 'LCV') then 1 else 0 end, 1
	from data.lines_at(known) l join ref.force f on f.code = l.export_force left join ref.unit u on u.code = l.export_npu
	where l.is_open and f.region = (select x.region from ref.force x join ref.unit t on t.force = x.code where t.code = 'CLTF')
$$;
comment on function data.rows_exports(date, date, timestamptz) is 'Open lines exported from the region; those from Birmingham and Coventry count';
