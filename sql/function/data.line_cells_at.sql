-- SPDX-License-Identifier: MIT
create function data.line_cells_at(h data.line_history) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_build_object('line_ref', h.line_ref, 'name', h.name, 'score', h.score, 'band', h.band, 'status', h.status,
		'export_force', h.export_force, 'export_npu', h.export_npu, 'imports', h.imports_text, 'drugs', h.drugs_text,
		'bulk_marketing', case when h.bulk_marketing then 'yes' else 'no' end, 'lro', h.lro, 'groups', h.groups_text,
		'open_taskings', h.open_taskings, 'overdue_taskings', h.overdue_taskings, 'first_seen', h.first_seen,
		'last_seen', h.last_seen, 'last_review', h.last_review)
$$;
comment on function data.line_cells_at(data.line_history) is 'The cells of a version of a line under the names they have on the grid';
