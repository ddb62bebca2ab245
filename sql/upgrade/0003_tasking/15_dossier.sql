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
-- A thing that was done by a step is said once, with its reason; what came by file stands by its record.
create or replace function data.dossier_timeline(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.at desc, x.n), x.object, x.id, array[to_char(x.at, 'YYYY-MM-DD HH24:MI'), x.what, x.who], x.why, ''
	from (
		select e.at, 1 as n, 'line' as object, p_line as id, e.said as what, e.login as who, e.reason as why
		from data.line_event e where e.line_id = p_line
			and not exists (select from data.tasking t where t.tasking_id = e.object_id) -- told below, by their own history
		union all
		select v.valid_from, 2, 'line', p_line, format('status %s', v.status) || case when v.before is null then ', new on the grid' else ', was ' || v.before end,
			v.changed_by, ''
		from (
			select w.*, lag(w.status) over (order by w.valid_from) as before
			from (
				select h.valid_from, h.status, h.changed_by from data.line_history h where h.line_id = p_line
				union all
				select l.valid_from, l.status, l.changed_by from data.line l where l.line_id = p_line
			) w
		) v
		where v.before is distinct from v.status
		union all
		select a.signed_on + time '00:00', 3, 'assessment', a.assessment_id, format('score %s, %s, signed', a.total, a.band), a.signed_by, ''
		from data.assessment a where a.line_id = p_line and a.signed_on is not null
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = a.assessment_id and d.step = 'assess_sign')
		union all
		select e.at, 4, 'tasking', t.tasking_id, concat_ws(' ', 'tasking', t.tasking_ref, e.said,
			case when e.from_state is null then format('(%s)', t.title) end), e.login, e.reason
		from data.tasking t join data.tasking_event e using (tasking_id) where t.line_id = p_line
		union all
		select t.raised_on + time '00:00', 4, 'tasking', t.tasking_id, format('tasking %s raised for %s: %s', t.tasking_ref, t.unit, t.title), t.raised_by, ''
		from data.tasking t where t.line_id = p_line
			and not exists (select from data.tasking_event e where e.tasking_id = t.tasking_id and e.from_state is null)
		union all
		select e.on_day + time '00:00', 5, 'event', e.event_id, format('%s %s: %s', e.kind, e.event_ref, e.what), e.entered_by, coalesce('Voided: ' || e.why_void, '')
		from data.event_row e where e.line_id = p_line
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = e.event_id and d.at = e.entered_at)
		union all
		select s.at, 6, 'outcome', c.closure_id, format('%s %s %s', case c.kind when 'type1' then 'Type 1' else 'Type 2' end, c.outcome_ref, s.state), s.login, s.reason
		from data.closure c join data.closure_state s using (closure_id) where c.line_id = p_line
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = c.closure_id and d.at = s.at)
		union all
		select i.on_day + time '00:00', 7, 'line', p_line, format('intelligence %s%s%s, %s', i.source_grade, i.intel_grade, i.handling, i.source_ref), i.entered_by, ''
		from data.intel i where i.line_id = p_line
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = i.intel_id)
	) x
	limit 500;
end
$$;
comment on function data.dossier_timeline(uuid) is 'Of a dossier: everything that happened, latest first';
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
