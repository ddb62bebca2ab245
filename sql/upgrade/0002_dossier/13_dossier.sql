create function data.dossier_head(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select 1::bigint, 'line', l.line_id, array[l.line_ref, l.name, s.label, coalesce(l.score::text, ''), coalesce(b.label, ''),
		coalesce(l.export_npu, l.export_force), coalesce(l.lro, ''), coalesce((l.last_review + t.stale_days)::text, ''),
		case when l.restricted then 'yes' else '' end, l.row_version::text, case when l.is_open then 'yes' else '' end],
		'', case when greatest(l.last_seen, l.last_review) < c.stale_before then 'stale' else '' end
	from data.line l
	join ref.line_status s on s.code = l.status
	left join ref.band b on b.code = l.band
	cross join ref.setting t
	cross join ref.clock c
	where l.line_id = p_line;
end
$$;
comment on function data.dossier_head(uuid) is 'Of a dossier: what the line is';
create function data.dossier_summary(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.n), 'line', l.line_id, array[x.label, x.text], '', ''
	from data.line l
	left join ref.unit u on u.code = l.export_npu
	left join data.line m on m.line_id = l.merged_into
	left join data.line o on o.line_id = l.successor_of
	cross join lateral (values
		(1, 'Also known as', nullif(array_to_string(l.aliases, ', '), '')),
		(2, 'Run from', concat_ws(', ', u.label, l.export_force)),
		(3, 'Sells in', coalesce(nullif(array_to_string(l.imports, ', '), ''), 'not known')),
		(4, 'Sells', coalesce(nullif(array_to_string(l.drugs, ', '), ''), 'not known') || case when l.bulk_marketing then ' (bulk messages)' else '' end),
		(5, 'First seen', l.first_seen::text),
		(6, 'Last seen', l.last_seen::text),
		(7, 'Reviewed', coalesce(l.last_review::text, 'never')),
		(8, 'Held by', l.holder_force || case when l.shared then ', shared with the region' else '' end),
		(9, 'Merged into', case when data.line_seen(m.line_id) then m.line_ref else data.line_shown(m.line_id) end),
		(10, 'Goes on from', case when data.line_seen(o.line_id) then o.line_ref else data.line_shown(o.line_id) end),
		(11, 'Followed by', (select string_agg(data.line_shown(f.line_id), ', ') from data.line f where f.successor_of = l.line_id)),
		(12, 'Restricted', case when l.restricted then 'named readers and supervisors only' end)) x (n, label, text)
	where l.line_id = p_line and x.text is not null;
end
$$;
comment on function data.dossier_summary(uuid) is 'Of a dossier: facts without personal data, and how the line stands';
create function data.dossier_numbers(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by n.state, n.number), 'line', n.line_id, array[n.number, n.kind, n.state, coalesce(n.first_seen::text, ''),
		coalesce(n.last_seen::text, '')], '', ''
	from data.line_number n where n.line_id = p_line;
end
$$;
comment on function data.dossier_numbers(uuid) is 'Of a dossier: numbers';
create function data.dossier_places(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.n, x.since desc, x.place), 'line', p_line, array[x.role, x.place, x.since, x.until], '', ''
	from (
		select 1 as n, 'export' as role, concat_ws(', ', l.export_npu, l.export_force) as place, '' as since, '' as until
		from data.line l where l.line_id = p_line
		union all
		select 2, 'import', m.area, coalesce(nullif(m.valid_from, '-infinity')::text, ''), coalesce(nullif(m.valid_to, 'infinity')::text, '')
		from data.line_import m where m.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_places(uuid) is 'Of a dossier: where it is run from and where it sells';
create function data.dossier_groups(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by lg.valid_to desc, g.group_ref), 'group', g.group_id, array[g.group_ref, g.kind, g.name, lg.role,
		coalesce(nullif(lg.valid_from, '-infinity')::text, ''), coalesce(nullif(lg.valid_to, 'infinity')::text, ''),
		coalesce(g.band, case when g.mapped then 'mapped' else '' end)],
		coalesce((select string_agg(format('%s %s, %s, %s', e.scheme, e.value, e.on_day, e.assessor), E'\n' order by e.on_day desc)
			from data.external_score e where e.group_id = g.group_id), ''), ''
	from data.line_group lg join data.crime_group g using (group_id) where lg.line_id = p_line;
end
$$;
comment on function data.dossier_groups(uuid) is 'Of a dossier: groups behind it';
create function data.dossier_people(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by c.protected, lp.until desc, c.position, p.person_ref), 'line', p_line,
		array[p.person_ref, c.label, case when p.child then 'child' else '' end, lp.since::text,
			coalesce(nullif(lp.until, 'infinity')::text, ''), case when lp.fact then 'fact' else 'assessment' end],
		lp.basis, case when c.protected or p.child then 'protected' else '' end
	from data.line_person lp join data.person p using (person_id) join ref.person_category c on c.code = lp.category
	where lp.line_id = p_line;
end
$$;
comment on function data.dossier_people(uuid) is 'Of a dossier: people by reference, the protected apart';
create function data.dossier_scores(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.at desc), x.object, x.id, x.cells, x.more, x.mark
	from (
		select a.created_at as at, 'assessment' as object, a.assessment_id as id,
			array[coalesce(a.signed_on, a.moderated_on, a.proposed_on)::text, s.label, coalesce(a.total, t.total)::text,
				coalesce(a.band, data.band_of(t.total), ''), a.proposer, coalesce(a.second_by, ''), coalesce(a.signed_by, '')] as cells,
			(select string_agg(format('%s: %s of %s. %s%s', f.label, v.score, f.scale_max, v.rationale,
					coalesce((select ' [' || string_agg(format('%s gave %s', o.login, o.score), ', ' order by o.at, o.stage) || ']'
						from data.assessment_opinion o where o.assessment_id = a.assessment_id and o.factor = f.code and o.score <> v.score), '')),
				E'\n' order by f.position)
				from data.assessment_factor v join ref.score_factor f on f.model = v.model and f.code = v.factor
				where v.assessment_id = a.assessment_id) as more,
			a.state as mark
		from data.assessment a join ref.assessment_state s on s.code = a.state
		cross join lateral data.assessment_total(a.assessment_id, a.model) t
		where a.line_id = p_line
		union all
		select e.recorded_at, 'line', p_line, array[e.on_day::text, e.scheme, e.value, '', e.assessor, '', ''], 'Recorded as it was given', 'external'
		from data.external_score e where e.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_scores(uuid) is 'Of a dossier: assessments with what each scorer gave, and external scores';
create function data.dossier_intelligence(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by i.on_day desc, i.entered_at desc), 'line', p_line,
		array[i.on_day::text, i.source_grade || i.intel_grade || i.handling, i.statement, i.source_ref, left(replace(i.body, E'\n', ' '), 200)],
		concat_ws(E'\n', case when i.handling = 'C' then 'CONDITIONS: ' || i.conditions end, i.body,
			format('%s, %s, %s. Entered by %s.', g.label, h.label, p.label, i.entered_by)), ''
	from data.intel i
	left join ref.word g on g.vocabulary = 'source_grade' and g.code = i.source_grade
	left join ref.word h on h.vocabulary = 'intel_grade' and h.code = i.intel_grade
	left join ref.word p on p.vocabulary = 'handling' and p.code = i.handling
	where i.line_id = p_line;
end
$$;
comment on function data.dossier_intelligence(uuid) is 'Of a dossier: intelligence, each entry with its grade and conditions';
create function data.dossier_taskings(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by t.is_open desc, t.due nulls last, t.tasking_ref), 'line', p_line, array[t.tasking_ref, s.label, t.unit,
		coalesce(t.due::text, ''), t.title, coalesce(t.operation, '')], format('Raised %s, %s route%s', t.raised_on, t.route,
		coalesce(', completed ' || t.completed_on, '')), case when t.is_open and t.due < c.today then 'late' else '' end
	from data.tasking t join ref.tasking_state s on s.code = t.state cross join ref.clock c where t.line_id = p_line;
end
$$;
comment on function data.dossier_taskings(uuid) is 'Of a dossier: taskings';
create function data.dossier_outcomes(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.on_day desc, x.ref), x.object, x.id, x.cells, x.more, x.mark
	from (
		select c.on_day, c.outcome_ref as ref, 'outcome' as object, c.closure_id as id,
			array[c.on_day::text, case c.kind when 'type1' then 'Type 1' else 'Type 2' end, c.outcome_ref, c.state, c.unit, ''] as cells,
			concat_ws(E'\n', d.label || ': ' || d.wording, 'Bulk messages: ' || c.bulk_on || ', ' || c.bulk_source,
				'Phone recovered: ' || c.recovered_on || ', ' || c.recovered_source,
				'Holder charged: ' || (select h.event_ref || ' on ' || h.on_day from data.charge h where h.event_id = c.charge_id),
				'Deactivated: ' || c.deactivated_on || ', ' || c.deactivated_source,
				'Claimed by ' || c.claimed_by || ' on ' || c.claimed_on, 'Ratified by ' || c.ratified_by || ' on ' || c.ratified_on,
				'Check-back due ' || c.check_back_due || coalesce(', done ' || c.check_back_on || ', ' || c.check_back_source, ''),
				nullif(c.reason, '')) as more,
			case when c.state = 'provisional' and c.check_back_due < k.today then 'late' else '' end as mark
		from data.closure c join ref.closure_definition d on d.code = c.definition cross join ref.clock k where c.line_id = p_line
		union all
		select e.on_day, e.event_ref, 'event', e.event_id,
			array[e.on_day::text, e.kind, e.event_ref, case when e.voided then 'voided' else coalesce(p.person_ref, '') end, e.unit,
				case e.programme when true then 'programme' when false then 'force-wide' else '' end],
			concat_ws(E'\n', e.what, 'Voided: ' || e.why_void, 'Entered by ' || e.entered_by), case when e.voided then 'voided' else '' end
		from data.event_row e left join data.person p using (person_id) where e.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_outcomes(uuid) is 'Of a dossier: outcomes and events';
create function data.dossier_doubles(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by d.is_open desc, d.raised_on desc), 'deconfliction', d.deconfliction_id,
		array[data.line_shown(case d.line_a when p_line then d.line_b else d.line_a end), d.cause, d.state, d.raised_on::text,
			coalesce(d.decided_on::text, ''), coalesce(d.decided_by, '')], d.rationale, case when d.is_open then 'late' else '' end
	from data.deconfliction d where p_line in (d.line_a, d.line_b);
end
$$;
comment on function data.dossier_doubles(uuid) is 'Of a dossier: lines it may be the same as';
-- A thing that was done by a step is said once, with its reason; what came by file stands by its record.
create function data.dossier_timeline(p_line uuid)
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
		select t.raised_on + time '00:00', 4, 'line', p_line, format('tasking %s raised for %s: %s', t.tasking_ref, t.unit, t.title), t.changed_by, ''
		from data.tasking t where t.line_id = p_line
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
-- The read half of api.consult: only for a consultation that has committed and reached the disk, is the
-- caller's own and fresh. One error for every other case tells a guesser nothing.
create function data.dossier_open(token uuid) returns audit.consultation
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation;
begin
	select a.* into c from audit.consultation a, ref.setting s
	where a.token = dossier_open.token and a.login = session_user
		and a.at > clock_timestamp() - make_interval(mins => s.consult_minutes)
		and data.my_force() is not null;
	if c.token is null or pg_xact_status(c.xid) is distinct from 'committed' then
		perform data.refuse('GL002', 'This consultation opens nothing.',
			'A token is its owner''s, for minutes, once its own transaction has committed: consult the record again.');
	end if;
	-- What the server writes for itself meanwhile need never be flushed, so only the commit is waited for.
	while pg_current_wal_flush_lsn() <= c.lsn loop
		perform pg_sleep(0.001);
	end loop;
	return c;
end
$$;
comment on function data.dossier_open(uuid) is 'The consultation a token stands for, if it opens anything';
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
create or replace function data.dossier(token uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation := data.dossier_open(token);
begin
	return jsonb_build_object('kind', c.object_kind, 'id', c.object_id, 'entry', c.entry_id,
		'numbers', case when c.object_kind = 'line' then (
			select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'kind', n.kind, 'state', n.state,
				'first_seen', n.first_seen, 'last_seen', n.last_seen) order by n.number), '[]')
			from data.line_number n where n.line_id = c.object_id) else '[]' end,
		'panes', coalesce((
			select jsonb_object_agg(p.pane, p.rows)
			from (
				select r.pane, jsonb_agg(jsonb_build_object('cells', r.cells, 'more', r.more, 'mark', r.mark, 'object', r.object,
					'id', r.object_id) order by r.place) as rows
				from data.dossier_rows(token) r group by r.pane
			) p), '{}'));
end
$$;
comment on function data.dossier(uuid) is 'The personal data a committed consultation opens';
create function data.my_justifications() returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.justification from (
		select e.justification, max(e.entry_id) as latest from (
			select a.justification, a.entry_id from audit.entry a
			join audit.consultation c on c.entry_id = a.entry_id
			where c.login = session_user and a.justification <> '' and c.at > now() - interval '30 days'
			order by c.at desc limit 200
		) e group by e.justification
	) x order by x.latest desc limit 10
$$;
comment on function data.my_justifications() is 'The caller''s latest justifications';
-- As api.dossier, a row an item. Rights are today's: a line taken away since the consultation stays shut.
create function api.dossier_rows(token uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from data.dossier_open(token) c
			where c.object_kind = 'line' and exists (select from data.line l where l.line_id = c.object_id)
				or c.object_kind = 'group' and exists (select from data.crime_group g where g.group_id = c.object_id)) then
		perform data.refuse('GL002', 'This consultation opens nothing any more.',
			'The record is no longer yours to see.');
	end if;
	return query select r.* from data.dossier_rows(token) r;
end
$$;
comment on function api.dossier_rows(uuid) is 'Second step to personal data, pane by pane';
create function api.my_justifications() returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select j from data.my_justifications() j
$$;
comment on function api.my_justifications() is 'The caller''s latest justifications, to be offered again';
