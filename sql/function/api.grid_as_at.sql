-- SPDX-License-Identifier: MIT
create function api.grid_as_at(moment timestamptz)
returns table (line_id uuid, rank bigint, line_ref text, name text, score int, band text, change text, status text,
	export_force text, export_npu text, imports text, drugs text, bulk_marketing boolean, lro text, groups text,
	open_taskings int, overdue_taskings int, first_seen date, last_seen date, last_review date, is_open boolean)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	with v as (
		select l.line_id, l.line_ref, l.name, l.score, l.band, l.status, l.export_force, l.export_npu, l.imports_text,
			l.drugs_text, l.bulk_marketing, l.lro, l.groups_text, l.open_taskings, l.overdue_taskings, l.first_seen,
			l.last_seen, l.last_review, l.is_open, l.sort_score, l.sort_seen
		from data.line l where l.valid_from <= moment
		union all
		select h.line_id, h.line_ref, h.name, h.score, h.band, h.status, h.export_force, h.export_npu, h.imports_text,
			h.drugs_text, h.bulk_marketing, h.lro, h.groups_text, h.open_taskings, h.overdue_taskings, h.first_seen,
			h.last_seen, h.last_review, h.is_open, h.sort_score, h.sort_seen
		from data.line_history h where h.during @> moment
	)
	select v.line_id, r.rank, v.line_ref, v.name, v.score, v.band, data.change_text(true, w.rank, r.rank),
		v.status, v.export_force, v.export_npu, v.imports_text, v.drugs_text, v.bulk_marketing, v.lro, v.groups_text,
		v.open_taskings, v.overdue_taskings, v.first_seen, v.last_seen, v.last_review, v.is_open
	from v
	left join data.rank_at(data.my_force(), moment) r using (line_id)
	left join data.rank_at(data.my_force(), date_trunc('week', moment)) w using (line_id)
	order by v.sort_score, v.sort_seen, v.line_ref
$$;
comment on function api.grid_as_at(timestamptz) is 'The grid as it stood then, in ranked order, of the lines the caller may see now';
