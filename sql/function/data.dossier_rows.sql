-- SPDX-License-Identifier: MIT
create function data.dossier_rows(token uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
	c audit.consultation := data.dossier_open(token);
begin
	if c.object_kind <> 'line' then
		return;
	end if;
	return query
	select 'head', h.* from data.dossier_head(c.object_id) h
	union all select 'summary', x.* from data.dossier_summary(c.object_id) x
	union all select 'numbers', x.* from data.dossier_numbers(c.object_id) x
	union all select 'places', x.* from data.dossier_places(c.object_id) x
	union all select 'groups', x.* from data.dossier_groups(c.object_id) x
	union all select 'people', x.* from data.dossier_people(c.object_id) x
	union all select 'scores', x.* from data.dossier_scores(c.object_id) x
	union all select 'intelligence', x.* from data.dossier_intelligence(c.object_id) x
	union all select 'taskings', x.* from data.dossier_taskings(c.object_id) x
	union all select 'outcomes', x.* from data.dossier_outcomes(c.object_id) x
	union all select 'doubles', x.* from data.dossier_doubles(c.object_id) x
	union all select 'timeline', x.* from data.dossier_timeline(c.object_id) x;
end
$$;
comment on function data.dossier_rows(uuid) is 'Everything behind a line, pane by pane, that a committed consultation opens';
