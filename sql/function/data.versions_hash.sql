-- SPDX-License-Identifier: MIT
create function data.versions_hash(p_after timestamptz, p_until timestamptz) returns bytea
language sql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set work_mem = '256MB'
set search_path = pg_catalog, pg_temp
as $$
	with v as (
		select 'l' as kind, l.line_id as id, l.valid_from, l.row_version, row(l.line_ref, l.name, l.holder_force, l.shared, l.restricted, l.status,
			l.is_open, l.export_force, l.export_npu, l.lro, l.bulk_marketing, l.first_seen, l.last_seen, l.last_review, l.score, l.band,
			l.open_taskings, l.overdue_taskings, l.imports, l.drugs, l.group_refs)::text as cells
		from data.line l where l.valid_from > p_after and l.valid_from <= p_until
		union all
		select 'l', h.line_id, h.valid_from, h.row_version, row(h.line_ref, h.name, h.holder_force, h.shared, h.restricted, h.status,
			h.is_open, h.export_force, h.export_npu, h.lro, h.bulk_marketing, h.first_seen, h.last_seen, h.last_review, h.score, h.band,
			h.open_taskings, h.overdue_taskings, h.imports, h.drugs, h.group_refs)::text
		from data.line_history h where upper(h.during) > p_after and h.valid_from > p_after and h.valid_from <= p_until
		union all
		select 't', t.tasking_id, t.valid_from, t.row_version, row(t.tasking_ref, t.line_id, t.group_id, t.title, t.asked, t.priority, t.route, t.unit, t.operation, t.state,
			t.due, t.owner, t.raised_on, t.completed_on, t.carried, t.result, t.evidence)::text
		from data.tasking t where t.valid_from > p_after and t.valid_from <= p_until
		union all
		select 't', h.tasking_id, h.valid_from, h.row_version, row(h.tasking_ref, h.line_id, h.group_id, h.title, h.asked, h.priority, h.route, h.unit, h.operation, h.state,
			h.due, h.owner, h.raised_on, h.completed_on, h.carried, h.result, h.evidence)::text
		from data.tasking_history h where upper(h.during) > p_after and h.valid_from > p_after and h.valid_from <= p_until
	)
	select coalesce(sha256(string_agg(sha256(convert_to(row(v.kind, v.id, v.valid_from, v.row_version, v.cells)::text, 'UTF8')), ''
		order by v.kind, v.id, v.valid_from, v.row_version)), '')
	from v
$$;
comment on function data.versions_hash(timestamptz, timestamptz) is 'One hash over every version of lines and taskings that began in a time';
