create or replace function data.dossier_taskings(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by t.is_open desc, t.due nulls last, t.tasking_ref), 'tasking', t.tasking_id, array[t.tasking_ref, s.label, t.unit,
		coalesce(t.due::text, ''), t.title, coalesce(t.operation, '')], format('Raised %s, %s route%s', t.raised_on, t.route,
		coalesce(', completed ' || t.completed_on, '')), case when t.is_open and t.due < c.today then 'late' else '' end
	from data.tasking t join ref.tasking_state s on s.code = t.state cross join ref.clock c where t.line_id = p_line;
end
$$;
comment on function data.dossier_taskings(uuid) is 'Of a dossier: taskings';
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
create or replace function data.dossier_rows(token uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation := data.dossier_open(token);
begin
	if c.object_kind <> 'line' then
		return;
	end if;
	return query select * from data.dossier_panes(c.object_id);
end
$$;
comment on function data.dossier_rows(uuid) is 'Everything behind a line, pane by pane, that a committed consultation opens';
-- A session's first dossier compiles and plans a dozen functions over all that a line has: 30 ms that can
-- be spent while a person types the reason. Of no line there is nothing to show.
create function data.dossier_warm() returns void
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform from data.dossier_panes(null);
end
$$;
comment on function data.dossier_warm() is 'Make the session ready to read a dossier; reads none';
create function api.dossier_warm() returns void
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.dossier_warm()
$$;
comment on function api.dossier_warm() is 'Make the session ready, so that its first dossier opens as fast as the next; shows nothing';
