create function data.line_at(p_line uuid, moment timestamptz) returns data.line_history
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select row(null, l.*)::data.line_history from data.line l where l.line_id = p_line and l.valid_from <= moment
	union all
	select h from data.line_history h where h.line_id = p_line and lower(h.during) <= moment and h.during @> moment
	limit 1
$$;
comment on function data.line_at(uuid, timestamptz) is 'A line as it stood then; null where there was none yet';
-- Walks along the indexes of ranked lines, today's and that of past versions, each until enough is found that the
-- caller sees. Where few lines changed since then, or few have not, those few are sorted in place of a walk that
-- would look long for them. Then all that stand above the last one are counted: a rank counts those not seen, too.
create function data.grid_at(p_force text, moment timestamptz, at_most int)
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
	few_since boolean := (select count(*) from (select from data.line_history h where upper(h.during) > moment limit 5001) x) <= 5000;
	few_still boolean := (select count(*) from (select from data.line l where l.valid_from <= moment limit 5001) x) <= 5000;
	ids uuid[];
	e_score int;
	e_seen int;
	e_ref text;
begin
	with k as materialized (
		(select l.line_id, l.sort_score, l.sort_seen, l.line_ref from data.line l
		where not few_still and l.is_open and l.valid_from <= moment and data.line_seen(l.line_id)
		order by l.sort_score, l.sort_seen, l.line_ref limit at_most)
		union all
		(select l.line_id, l.sort_score, l.sort_seen, l.line_ref from (select * from data.line x where x.valid_from <= moment offset 0) l
		where few_still and l.is_open and data.line_seen(l.line_id)
		order by l.sort_score, l.sort_seen, l.line_ref limit at_most)
		union all
		(select h.line_id, h.sort_score, h.sort_seen, h.line_ref from data.line_history h
		where not few_since and h.is_open and h.during @> moment and data.line_seen(h.line_id)
		order by h.sort_score, h.sort_seen, h.line_ref limit at_most)
		union all
		(select h.line_id, h.sort_score, h.sort_seen, h.line_ref
		from (select * from data.line_history x where upper(x.during) > moment and x.during @> moment offset 0) h
		where few_since and h.is_open and data.line_seen(h.line_id)
		order by h.sort_score, h.sort_seen, h.line_ref limit at_most)
		order by 2, 3, 4 limit at_most
	)
	select array_agg(k.line_id order by k.sort_score, k.sort_seen, k.line_ref), max(z.sort_score), max(z.sort_seen), max(z.line_ref)
	into ids, e_score, e_seen, e_ref
	from k cross join (select * from k order by sort_score desc, sort_seen desc, line_ref desc limit 1) z;
	return query
	with ranked as materialized (
		select v.line_id, row_number() over (order by v.sort_score, v.sort_seen, v.line_ref) as nth
		from (
			select l.line_id, l.sort_score, l.sort_seen, l.line_ref from data.line l
			where l.is_open and (l.sort_score, l.sort_seen, l.line_ref) <= (e_score, e_seen, e_ref)
				and l.valid_from <= moment and l.sort_score <= 0 and l.grid_part in (p_force, '')
			union all
			select h.line_id, h.sort_score, h.sort_seen, h.line_ref from data.line_history h
			where h.is_open and (h.sort_score, h.sort_seen, h.line_ref) <= (e_score, e_seen, e_ref)
				and h.during @> moment and h.sort_score <= 0 and h.grid_part in (p_force, '')
		) v
	)
	select i.place, r.nth, data.line_at(i.id, moment)
	from unnest(ids) with ordinality i (id, place) left join ranked r on r.line_id = i.id;
end
$$;
comment on function data.grid_at(text, timestamptz, int) is 'The first open lines of the grid as it stood then, of those the caller sees';
create function data.week_before(week text, n int default 1) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select to_char(data.week_day(week) - 7 * n, 'IYYY-"W"IW')
$$;
comment on function data.week_before(text, int) is 'The ISO week some weeks before one';
-- Each force's own weeks: the freeze of its own review, else the end of the week, or now while it lasts.
create function data.week_moment(p_force text, p_week text) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select min(r.frozen_at) from data.review r where r.week = p_week and r.force = p_force),
		least((data.week_day(p_week) + 7)::timestamptz, (select c.at from ref.clock c)))
$$;
comment on function data.week_moment(text, text) is 'The moment that an ISO week stands for in a force';
create function data.week_said(p_week text) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(
		(select 'as the review of ' || r.meets_on || ' froze it' from data.review r
			where r.week = p_week and r.frozen_at is not null and r.force = data.my_force() order by r.frozen_at limit 1),
		case when (data.week_day(p_week) + 7)::timestamptz > c.at then 'as it stands now' else 'as the week ended' end)
	from ref.clock c
$$;
comment on function data.week_said(text) is 'What moment a week stands for in the caller''s force, in words';
create function data.shared_at(p_force text, moment timestamptz, at_most int) returns setof data.line_history
language plpgsql stable security definer rows 100
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
begin
	return query
	select (x.line).*
	from (
		select row(null, l.*)::data.line_history as line, l.line_id, l.sort_score, l.sort_seen, l.line_ref
		from data.line l where l.is_open and l.shared and l.holder_force = p_force and l.valid_from <= moment
		union all
		select h, h.line_id, h.sort_score, h.sort_seen, h.line_ref
		from data.line_history h
		where h.is_open and h.shared and h.holder_force = p_force and h.during @> moment and upper(h.during) > moment
		order by sort_score, sort_seen, line_ref
	) x
	where exists (select from data.seen_line s where s.line_id = x.line_id)
	limit at_most;
end
$$;
comment on function data.shared_at(text, timestamptz, int) is 'What a force shared as it stood then, in ranked order, of what the caller sees now';
-- Of each force as many as of all are asked for, so that the first of all are among them.
create function data.region_at(p_region text, p_week text, at_most int)
returns table (place bigint, rank bigint, line data.line_history)
language sql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
	select row_number() over w, case when h.score is not null then count(h.score) over (w rows unbounded preceding) end, h::data.line_history
	from ref.force f
	cross join lateral data.shared_at(f.code, data.week_moment(f.code, p_week), at_most) h
	where f.region = p_region
	window w as (order by h.sort_score, h.sort_seen, h.line_ref)
	order by h.sort_score, h.sort_seen, h.line_ref
	limit at_most
$$;
comment on function data.region_at(text, text, int) is 'The first lines of a region''s grid: what its forces share, ranked together, each as at its own week';
-- Two pages are laid side by side, the second one longer: what is not in it stood below and came up.
create function data.grid_week(p_region text, p_week text, at_most int)
returns table (place bigint, how text, rank bigint, line data.line_history, was data.line_history, was_rank bigint)
language plpgsql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
declare
	force text := data.my_force();
	week_before text := data.week_before(p_week);
begin
	return query
	with now as materialized (
		select * from data.grid_at(force, data.week_moment(force, p_week), at_most) where p_region is null
		union all
		select * from data.region_at(p_region, p_week, at_most) where p_region is not null
	), before as materialized (
		select * from data.grid_at(force, data.week_moment(force, week_before), at_most * 2) where p_region is null
		union all
		select * from data.region_at(p_region, week_before, at_most * 2) where p_region is not null
	), pair as materialized (
		select n.*, b.rank as was_rank, data.line_at((n.line).line_id,
			data.week_moment(case when p_region is null then force else (n.line).holder_force end, week_before)) as was
		from now n left join before b on (b.line).line_id = (n.line).line_id
	), gone as materialized (
		select b.*, data.line_at((b.line).line_id,
			data.week_moment(case when p_region is null then force else (b.line).holder_force end, p_week)) as since
		from before b
		where b.place <= at_most and not exists (select from now n where (n.line).line_id = (b.line).line_id)
	)
	select p.place, case
			when not coalesce((p.was).is_open, false) then 'new'
			when p.rank < coalesce(p.was_rank, p.rank + 1) then 'up'
			when p.rank > p.was_rank then 'down'
			when data.line_cells_at(p.line) <> data.line_cells_at(p.was) then 'changed'
			else '' end,
		p.rank, p.line, p.was, p.was_rank
	from pair p
	union all
	select g.place, 'gone', null, coalesce(g.since, g.line), g.line, g.rank
	from gone g where not coalesce((g.since).is_open, false)
	order by 1, 2 desc;
end
$$;
comment on function data.grid_week(text, text, int) is 'The grid as it stood in a week beside the week before: what is new, gone, up, down, changed';
-- The wall between what anybody may ask and functions that see every line: these show what data.seen_line has.
create function data.grid_week_page(region boolean, week text, at_most int)
returns table (place bigint, how text, rank bigint, line data.line_history, was data.line_history, was_rank bigint)
language sql stable security definer rows 500
set search_path = pg_catalog, pg_temp
as $$
	select g.* from data.grid_week(case when region then (select f.region from ref.force f where f.code = data.my_force()) end,
		week, least(greatest(at_most, 1), 2000)) g
$$;
comment on function data.grid_week_page(boolean, text, int) is 'The grid of a week, of what the caller sees';
create function data.grid_week_cells(p_how text, p_line data.line_history, p_was data.line_history, out keys text[], out told text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(n.key order by n.key), '{}'),
		string_agg(format('%s %s, was %s', replace(n.key, '_', ' '), coalesce(nullif(n.value, ''), 'none'), coalesce(nullif(w.value, ''), 'none')),
			'; ' order by n.key)
	from jsonb_each_text(data.line_cells_at(p_line)) n
	join jsonb_each_text(data.line_cells_at(p_was)) w using (key)
	where p_how not in ('', 'new') and n.value is distinct from w.value
$$;
comment on function data.grid_week_cells(text, data.line_history, data.line_history) is 'Which cells of a line changed, and how, in words';
-- The first row says which moment it is: the freeze of a review, the end of a week, or now.
create function api.grid_week(week text, at_most int default 300, region boolean default false)
returns table (place bigint, how text, line_id uuid, rank bigint, line_ref text, name text, score int, band text, status text,
	export_npu text, lro text, open_taskings int, overdue_taskings int, last_seen date, changed text[], told text)
language plpgsql stable security definer rows 300
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.week_fault(week);
	ours text := data.my_force();
begin
	if fault is not null then
		perform data.refuse('GL004', fault || '.', 'Give an ISO week, like 2022-W52.');
	end if;
	return query
	select 0::bigint, '', null::uuid, null::bigint, to_char(data.week_moment(ours, week), 'Dy YYYY-MM-DD HH24:MI'),
		case when region then (select f.region from ref.force f where f.code = ours) else ours end,
		null::int, '', data.week_said(week), '', '', 0, 0, null::date, '{}'::text[],
		to_char(data.week_moment(ours, data.week_before(week)), 'Dy YYYY-MM-DD HH24:MI')
	union all
	select g.place, g.how, (g.line).line_id, case when g.how = 'gone' then g.was_rank else g.rank end, (g.line).line_ref, (g.line).name, (g.line).score,
		coalesce((g.line).band, ''), (g.line).status, coalesce((g.line).export_npu, (g.line).export_force), coalesce((g.line).lro, ''),
		(g.line).open_taskings, (g.line).overdue_taskings, (g.line).last_seen, c.keys,
		concat_ws('; ', case when g.was_rank <> g.rank then format('rank %s, was %s', g.rank, g.was_rank) end, c.told)
	from data.grid_week_page(region, week, at_most) g
	cross join lateral data.grid_week_cells(g.how, g.line, g.was) c;
end
$$;
comment on function api.grid_week(text, int, boolean) is 'The grid as at the review of an ISO week, or its end, with what is new, gone, up, down or changed since the week before; region: what the forces of the region share';
create function api.review_changes_at(from_at timestamptz, to_at timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select g.line_id, g.line_ref, g.name, g.how, g.rank_then, g.rank_now, c.key, g.was ->> c.key, g.now ->> c.key
	from data.grid_changes(data.my_force(), from_at, to_at) g
	join data.line l using (line_id)
	cross join lateral jsonb_object_keys(g.was || g.now) c (key)
	where g.was -> c.key is distinct from g.now -> c.key
	order by case g.how when 'new' then 1 when 'up' then 2 when 'down' then 3 when 'changed' then 4 else 5 end,
		coalesce(g.rank_now, g.rank_then), g.line_ref, c.key
$$;
comment on function api.review_changes_at(timestamptz, timestamptz) is 'What changed on the grid from one moment to another, a row a cell: how is new, up, down, changed or gone';
create function api.review_changes(from_week text, to_week text) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.* from api.review_changes_at(api.review_moment(from_week), api.review_moment(to_week)) c
$$;
comment on function api.review_changes(text, text) is 'What changed on the grid from one week to another, as api.review_changes_at';
create function api.taskings_as_at(moment timestamptz) returns table (tasking_id uuid, tasking_ref text, line_ref text, title text, route text, unit text, operation text, state text, is_open boolean, due date, officer text, raised_on date, completed_on date, late boolean)
language sql stable security definer rows 10000
set search_path = pg_catalog, pg_temp
as $$
	select t.tasking_id, t.tasking_ref, l.line_ref, t.title, t.route, t.unit, t.operation, t.state, t.is_open, t.due, t.owner, t.raised_on,
		t.completed_on, t.is_open and t.due < moment::date
	from (
		select x.tasking_id, x.tasking_ref, x.line_id, x.title, x.route, x.unit, x.operation, x.state, x.is_open, x.due, x.owner, x.raised_on, x.completed_on
		from data.tasking x where x.valid_from <= moment
		union all
		select h.tasking_id, h.tasking_ref, h.line_id, h.title, h.route, h.unit, h.operation, h.state, h.is_open, h.due, h.owner, h.raised_on, h.completed_on
		from data.tasking_history h where upper(h.during) > moment and h.during @> moment
	) t left join data.line l using (line_id)
	order by t.due, t.tasking_ref
$$;
comment on function api.taskings_as_at(timestamptz) is 'The taskings as they stood then, of the lines the caller may see now';
create function api.review_verify() returns table (week text, frozen_at timestamptz, hash text, intact boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select v.week, v.frozen_at, v.hash, v.intact from data.review_verify() v
	where v.force = data.my_force()
$$;
comment on function api.review_verify() is 'Works the hashes of the frozen reviews out again; intact is false where something was changed past every rule';
create view api.taskings as
	select t.tasking_id, t.tasking_ref, t.line_id, l.line_ref, l.name as line_name, t.group_id, g.group_ref, t.title, t.asked, t.why,
		t.route, t.nim_level, t.unit, t.owner as officer, t.operation, t.four_p, t.priority, t.resources, t.raised_on, t.raised_by,
		t.due as due_on, t.answer_due, t.offered_on, t.answered_on, t.state, s.label as state_label, t.is_open,
		t.is_open and t.due < c.today as late, t.state = 'offered' and t.answer_due < c.today as answer_late, t.carried,
		coalesce(t.completed_on, case when t.state = 'refused' then t.authorised_on end) as closed_on, t.result, t.evidence, t.authorised_by, t.reviewed_by, t.force, t.row_version
	from data.tasking t
	join ref.tasking_state s on s.code = t.state
	left join data.line l using (line_id)
	left join data.crime_group g on g.group_id = t.group_id
	cross join ref.clock c;
comment on view api.taskings is 'Taskings the caller sees: those of their unit, and of lines and groups they see';
create function api.review_card(id uuid) returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with i as (
		select x.*, r.week, r.since, r.state as review_state, l.line_ref, l.score, l.band, l.status, l.export_force, l.export_npu, l.imports_text,
			l.lro, l.groups_text, l.last_seen, l.last_review
		from data.review_item x join data.review r using (review_id) left join data.line l using (line_id) where x.item_id = id
	)
	select c.section, c.label, c.text from (
		select 1 as place, w.n, 'Why it is here' as section, '' as label, w.why as text from i cross join lateral unnest(i.why) with ordinality w (why, n)
		union all
		select 2, 1, 'Decision', d.label, v.rationale || format(' (%s, %s)', v.decided_by, to_char(v.decided_at, 'YYYY-MM-DD HH24:MI'))
		from i join data.review_decision v on v.item_id = i.item_id join ref.decision d on d.code = v.decision
		union all
		select 2, 1 + row_number() over (order by n.at), 'Decision', case when n.late then 'Late ' else '' end || n.kind, format('%s (%s)', n.text, n.login)
		from i join data.review_note n on n.item_id = i.item_id
		union all
		select 3, row_number() over (order by c.cell), 'Since ' || to_char(i.since, 'DD Month'), replace(initcap(c.cell), '_', ' '),
			format('%s, was %s', coalesce(nullif(c.now, ''), 'none'), coalesce(nullif(c.was, ''), 'none'))
		from i cross join lateral data.line_changes(i.line_id, i.since) c
		union all
		select 4, v.n, 'How it stands', v.label, v.text
		from i left join lateral api.standing(array[i.line_id]) s on true
		cross join lateral (values (1, 'Rank', s.rank::text), (2, 'Score', i.score || ', ' || i.band), (3, 'Trend', (
				select string_agg(t.total::text, ' ' order by t.signed_on) from (select a.total, a.signed_on from data.assessment a
					where a.line_id = i.line_id and a.signed_on is not null order by a.signed_on desc limit 12) t)),
			(4, 'Status', (select x.label from ref.line_status x where x.code = i.status)), (5, 'Run from', concat_ws(', ', i.export_npu, i.export_force)),
			(6, 'Sells in', replace(i.imports_text, ';', ', ')), (7, 'LRO', i.lro), (8, 'Groups', replace(i.groups_text, ';', ', ')),
			(9, 'Last seen', i.last_seen::text), (10, 'Reviewed', i.last_review::text)) v (n, label, text)
		where i.line_id is not null and v.text <> ''
		union all
		select 5, row_number() over (order by not t.is_open, t.due_on), 'Taskings', t.tasking_ref,
			format('%s: %s, due %s, %s', t.title, t.unit, t.due_on, lower(t.state_label)) || case when t.late then ' (late)' else '' end
		from i cross join lateral (select x.* from api.taskings x where x.line_id = i.line_id or i.line_id is null and x.group_id = i.group_id
			order by not x.is_open, x.due_on desc limit 8) t
		union all
		select 6, row_number() over (order by o.claimed_on), 'Outcomes', o.outcome_ref, format('%s, %s, on %s', o.kind, o.state, o.on_day)
			|| coalesce(', check-back due ' || o.check_back_due, '')
		from i join api.outcomes o using (line_id)
		union all
		select 7, row_number() over (order by v.decided_at desc), 'Decided before', r.week, format('%s: %s', d.label, v.rationale)
		from i cross join lateral (select x.* from data.review_decision x where x.line_id = i.line_id and x.item_id <> i.item_id
			order by x.decided_at desc limit 5) v join data.review r on r.review_id = v.review_id join ref.decision d on d.code = v.decision
	) c order by c.place, c.n
$$;
comment on function api.review_card(uuid) is 'An item as the meeting looks at it: why it is here, what changed, how it stands, taskings, outcomes, what was decided';
create function api.task(id uuid) returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select p.section, p.label, p.text from data.tasking t cross join lateral data.task_card(t.tasking_id) p where t.tasking_id = id
$$;
comment on function api.task(uuid) is 'One tasking: what is asked, where it stands, what came of it, and its history with old and new';
-- Sees every row, since nine walks under the policy would cost more than all the rest; who asks for them joins
-- data.tasking, and there the policy stands. Each branch is a walk along an index of open taskings, and bounded: units
-- that answer are few, and so are their late and due ones. A tasking stands in the first section it fits. Late is what
-- is open and past its day, whoever has to act: the grid, the export and the sheet of a unit count the same.
create function data.my_task_ids(at_most int) returns table (tasking_id uuid, section int, fresh boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set enable_bitmapscan = off -- each limit is a walk in order: a bitmap would fetch all of a unit's
as $$
declare
	me data.staff;
	today date;
	review date;
	units text[];
	seen timestamptz := (select n.seen_at from data.tasking_seen n where n.login = session_user);
begin
	select s.* into me from data.staff s where s.login = session_user and s.active and s.valid_to > now();
	select k.today into today from ref.clock k;
	review := data.next_review(today);
	units := array(select distinct u from unnest(me.sees_units || me.unit) u
		where u is not null and me.role in ('analyst', 'lro', 'supervisor'));
	return query
		select x.id, min(x.n), seen is not null and exists (select from data.tasking_event e
			where e.tasking_id = x.id and e.recorded_at > seen and e.login <> me.login)
		from (
			select t.tasking_id as id, case when t.due < today then 1 when t.state = 'offered' then 2 when t.due <= review then 3 else 4 end as n
			from unnest(units) u
			cross join lateral (
				(select o.tasking_id, o.due, o.state from data.tasking o where o.unit = u and o.is_open and o.due < today
					order by o.due limit at_most)
				union all
				(select o.tasking_id, o.due, o.state from data.tasking o where o.unit = u and o.state = 'offered' order by o.answer_due limit at_most)
				union all
				(select o.tasking_id, o.due, o.state from data.tasking o where o.unit = u and o.due >= today
					and o.state in ('accepted', 'in-progress') order by o.due limit at_most)) t
			union all
			select t.tasking_id, case when t.due < today then 1 when t.state = 'offered' then 2 when t.due <= review then 3 else 4 end
			from (select o.tasking_id, o.due, o.state from data.tasking o where o.owner = me.login and o.is_open
				and (o.due < today or o.state in ('offered', 'accepted', 'in-progress')) order by o.due limit at_most) t
			union all -- what waits for a decision
			select t.tasking_id, 5
			from unnest(array['submitted', 'declined', 'result', 'reviewed']) st
			cross join lateral (select o.* from data.tasking o where o.force = me.writes_force and o.state = st
				and o.state in ('submitted', 'declined', 'returned', 'result', 'reviewed') -- or the index is not seen to fit
				order by o.due limit at_most) t
			where st not in ('submitted', 'declined') and t.result_by is distinct from me.login
				or t.raised_by <> me.login and exists (select from ref.tasking_route r where r.code = t.route and me.role = any (r.authorisers))
			union all
			select t.tasking_id, 5 from (select o.tasking_id from data.tasking o where o.raised_by = me.login
				and o.state in ('declined', 'returned', 'result', 'reviewed') and o.result_by is distinct from me.login
				order by o.due limit at_most) t
			union all
			select t.tasking_id, 5 from (select o.tasking_id from data.tasking o where o.force = me.writes_force and o.state = 'returned'
				order by o.due limit at_most) t
			union all -- what waits for others
			select t.tasking_id, 6 from (select o.tasking_id from data.tasking o where o.raised_by = me.login and o.is_open
				order by o.due limit at_most) t
			union all
			select t.tasking_id, 6 from unnest(units) u
			cross join lateral (select o.tasking_id from data.tasking o where o.unit = u
				and o.state in ('submitted', 'authorised', 'declined', 'returned', 'result', 'reviewed') order by o.due limit at_most) t
		) x group by x.id;
end
$$;
comment on function data.my_task_ids(int) is 'The taskings that concern the caller, and why: late, to answer, due, open, to decide, waiting on others; fresh: others did something since the caller looked';
create function api.my_tasks(at_most int default 200)
returns table (section text, section_label text, tasking_id uuid, row_version int, tasking_ref text, line_id uuid, line_ref text, line_name text,
	title text, unit text, officer text, state text, state_label text, priority text, due date, answer_due date, late boolean, fresh boolean, who text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	today date := (select k.today from ref.clock k);
begin
	return query
		select (array['late', 'answer', 'due', 'open', 'decide', 'others'])[o.section],
			(array['Late', 'Awaiting our answer', 'Due before the next review', 'Open', 'Waiting for my decision', 'Waiting on others'])[o.section],
			t.tasking_id, t.row_version, t.tasking_ref, t.line_id, coalesce(l.line_ref, (select g.group_ref from data.crime_group g where g.group_id = t.group_id), ''),
			coalesce(l.name, (select g.name from data.crime_group g where g.group_id = t.group_id), ''), t.title, t.unit,
			coalesce(t.owner, ''), t.state, s.label, t.priority, t.due, case when t.state = 'offered' then t.answer_due end, t.due < today,
			o.fresh, coalesce(t.owner, t.unit)
		from data.my_task_ids(at_most) o
		join data.tasking t on t.tasking_id = o.tasking_id
		join ref.tasking_state s on s.code = t.state
		left join data.line l on l.line_id = t.line_id
		order by o.section, case when o.section = 2 then t.answer_due end, t.due, t.tasking_ref
		limit at_most * 6;
end
$$;
comment on function api.my_tasks(int) is 'What the caller''s unit is to do, what waits for the caller to decide, and what they wait for';
