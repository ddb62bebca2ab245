-- SPDX-License-Identifier: MIT
-- Asks nobody for rights: those who call have opened a consultation.
create function data.dossier_panes(p_line uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
	return query
	select 'head', h.* from data.dossier_head(p_line) h
	union all select 'summary', x.* from data.dossier_summary(p_line) x
	union all select 'numbers', x.* from data.dossier_numbers(p_line) x
	union all select 'places', x.* from data.dossier_places(p_line) x
	union all select 'groups', x.* from data.dossier_groups(p_line) x
	union all select 'people', x.* from data.dossier_people(p_line) x
	union all select 'scores', x.* from data.dossier_scores(p_line) x
	union all select 'intelligence', x.* from data.dossier_intelligence(p_line) x
	union all select 'taskings', x.* from data.dossier_taskings(p_line) x
	union all select 'outcomes', x.* from data.dossier_outcomes(p_line) x
	union all select 'doubles', x.* from data.dossier_doubles(p_line) x
	union all select 'timeline', x.* from data.dossier_timeline(p_line) x;
end
$$;
comment on function data.dossier_panes(uuid) is 'Everything behind a line, pane by pane';
