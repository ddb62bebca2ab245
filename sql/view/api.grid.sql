-- SPDX-License-Identifier: MIT
-- No filter of its own and no join: the policy is the wall, and the ranked order must reach the index.
-- The clock is read from its setting, since ref.clock would be one more relation to open on the way to
-- the first page. rank and change are counted a row; whoever wants many asks api.standing or api.movement.
create view api.grid as
	select l.line_id,
		(select s.rank from api.standing(array[l.line_id]) s) as rank,
		l.line_ref, l.name, l.score, l.band,
		(select s.change from api.standing(array[l.line_id]) s) as change,
		l.status, l.export_force, l.export_npu, l.imports_text as imports, l.drugs_text as drugs,
		l.bulk_marketing, l.lro, l.groups_text as groups, l.open_taskings, l.overdue_taskings,
		l.first_seen, l.last_seen, l.last_review,
		(select (now() + shift)::date from ref.setting) - l.last_review as days_since_review,
		l.sort_score, l.sort_seen, l.name_key, l.is_open,
		l.created_at >= (select date_trunc('week', now() + shift) from ref.setting) as is_new,
		coalesce(greatest(l.last_seen, l.last_review) < (select (now() + shift)::date - stale_days from ref.setting), true) as is_stale,
		coalesce(l.lro = session_user, false) as is_mine,
		l.restricted, l.shared, l.aliases_text, l.search_text,
		greatest(l.last_seen, l.last_review) as last_activity,
		l.row_version as version
	from data.line l;
comment on view api.grid is 'The lines the caller may see, with all a listing shows; order by sort_score, sort_seen, line_ref';
