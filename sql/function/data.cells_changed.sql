-- SPDX-License-Identifier: MIT
-- A body without quotes is taken into the query that calls it. Of a version that is null, every cell is none. Days are
-- written as in files, whatever the session's style.
create function data.cells_changed(a data.line_history, b data.line_history) returns table (cell text, was text, now text)
language sql stable
begin atomic
	select x.cell, x.was, x.now
	from (values
		('line_ref', a.line_ref::text, b.line_ref::text), ('name', a.name, b.name), ('score', a.score::text, b.score::text), ('band', a.band, b.band),
		('status', a.status, b.status), ('export_force', a.export_force, b.export_force), ('export_npu', a.export_npu, b.export_npu),
		('imports', a.imports_text, b.imports_text), ('drugs', a.drugs_text, b.drugs_text),
		('bulk_marketing', case when a.bulk_marketing then 'yes' when not a.bulk_marketing then 'no' end,
			case when b.bulk_marketing then 'yes' when not b.bulk_marketing then 'no' end),
		('lro', a.lro, b.lro), ('groups', a.groups_text, b.groups_text),
		('open_taskings', a.open_taskings::text, b.open_taskings::text), ('overdue_taskings', a.overdue_taskings::text, b.overdue_taskings::text),
		('first_seen', to_char(a.first_seen, 'YYYY-MM-DD'), to_char(b.first_seen, 'YYYY-MM-DD')),
		('last_seen', to_char(a.last_seen, 'YYYY-MM-DD'), to_char(b.last_seen, 'YYYY-MM-DD')),
		('last_review', to_char(a.last_review, 'YYYY-MM-DD'), to_char(b.last_review, 'YYYY-MM-DD'))) x (cell, was, now)
	where x.was is distinct from x.now;
end;
comment on function data.cells_changed(data.line_history, data.line_history) is 'The cells in which two versions of a line differ, under the names they have on the grid';
