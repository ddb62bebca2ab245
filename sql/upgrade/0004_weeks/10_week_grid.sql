create function data.units_lines(units text[], at_most int) returns uuid[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return array(
		select l.line_id from data.line l where coalesce(l.export_npu, '') = any (units) limit at_most
	) || array(
		select t.line_id from data.tasking t where t.is_open and t.unit = any (units) and t.line_id is not null limit at_most
	);
end
$$;
comment on function data.units_lines(text[], int) is 'Lines that are run from some units or tasked to them; not all of them where there are more of either than that';
-- For who sees few: their lines may stand anywhere, so ranks are worked out from the days, not by passing all above.
create function data.grid_at_of(p_force text, moment timestamptz, at_most int, ids uuid[])
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with page as materialized (
		select (v.line).line_id, (v.line).sort_score, (v.line).sort_seen, (v.line).line_ref, (v.line).grid_part, v.line
		from (
			select data.line_at(l.line_id, moment) as line
			from data.line l join data.staff s on s.login = session_user and s.active and s.valid_to > now()
			where l.line_id = any (ids) and data.seen_by(l, s)
		) v
		where (v.line).is_open
		order by 2, 3, 4 limit at_most
	), day as materialized (
		select d.* from data.rank_days(p_force, moment, moment) d where exists (select from page)
	)
	select row_number() over (order by p.sort_score, p.sort_seen, p.line_ref), case when p.sort_score <= 0 and p.grid_part in (p_force, '') then d.before_then + 1
			+ (select count(*) from data.line l where l.is_open and l.sort_score = p.sort_score and l.sort_seen = p.sort_seen
				and l.line_ref < p.line_ref and l.grid_part in (p_force, '') and l.valid_from <= moment)
			+ (select count(*) from data.line_history h where h.is_open and h.sort_score = p.sort_score and h.sort_seen = p.sort_seen
				and h.line_ref < p.line_ref and h.grid_part in (p_force, '') and h.during @> moment) end,
		p.line
	from page p left join day d using (sort_score, sort_seen)
	order by 1;
end
$$;
comment on function data.grid_at_of(text, timestamptz, int, uuid[]) is 'The first open lines of some that the caller sees, as they stood then, with their ranks on the whole grid';
-- One walk along the indexes of ranked lines, today's and that of past versions side by side, until enough is found
-- that somebody sees: all that it passes are counted, since a rank counts those not seen, too. Where few lines stood,
-- those few are sorted in place of a walk that would look long for them. The planner thinks that a count over the
-- grid reads all of it, and would sort: that the walk ends early it cannot know.
create function data.grid_walk(p_force text, moment timestamptz, at_most int, me data.staff, few int default 5000)
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set plan_cache_mode = force_custom_plan
set enable_sort = off
set enable_seqscan = off
set enable_bitmapscan = off
set max_parallel_workers_per_gather = 0
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	early boolean := (select count(*) from (select from data.line_history h where lower(h.during) <= moment limit few + 1) x) <= few
		and (select count(*) from (select from data.line l where l.valid_from <= moment limit few + 1) x) <= few;
begin
	return query
	with standing as (
		(select l.line_id, l.sort_score, l.sort_seen, l.line_ref, l.grid_part, true as still
		from data.line l where not early and l.is_open and l.valid_from <= moment
		order by l.sort_score, l.sort_seen, l.line_ref)
		union all
		(select h.line_id, h.sort_score, h.sort_seen, h.line_ref, h.grid_part, false
		from data.line_history h where not early and h.is_open and h.during @> moment
		order by h.sort_score, h.sort_seen, h.line_ref)
		union all
		(select x.line_id, x.sort_score, x.sort_seen, x.line_ref, x.grid_part, true
		from (select l.* from data.line l where early and l.valid_from <= moment offset 0) x where x.is_open
		order by x.sort_score, x.sort_seen, x.line_ref)
		union all
		(select x.line_id, x.sort_score, x.sort_seen, x.line_ref, x.grid_part, false
		from (select h.* from data.line_history h where early and lower(h.during) <= moment offset 0) x where x.is_open and x.during @> moment
		order by x.sort_score, x.sort_seen, x.line_ref)
	), counted as (
		select s.*, count(*) filter (where s.sort_score <= 0 and s.grid_part in (p_force, ''))
			over (order by s.sort_score, s.sort_seen, s.line_ref rows unbounded preceding) as nth
		from standing s
	), page as materialized (
		select c.* from counted c join data.line l using (line_id)
		where data.seen_by(l, me)
		order by c.sort_score, c.sort_seen, c.line_ref limit at_most
	)
	select row_number() over (order by p.sort_score, p.sort_seen, p.line_ref), case when p.sort_score <= 0 and p.grid_part in (p_force, '') then p.nth end,
		case when p.still then (select row(null, l.*)::data.line_history from data.line l where l.line_id = p.line_id)
			else (select h from data.line_history h where h.line_id = p.line_id and lower(h.during) <= moment and h.during @> moment limit 1) end
	from page p
	order by 1;
end
$$;
comment on function data.grid_walk(text, timestamptz, int, data.staff, int) is 'The first open lines of the grid as it stood then, of those that somebody sees';
-- Who sees few lines has them looked up one by one; for all others the grid is walked.
create or replace function data.grid_at(p_force text, moment timestamptz, at_most int)
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	few constant int := 5000;
	me data.staff;
	mine uuid[];
begin
	select * into me from data.staff s where s.login = session_user and s.active and s.valid_to > now();
	if not found then
		return;
	end if;
	if me.sees_force is null then
		mine := data.units_lines(me.sees_units, few + 1);
		if cardinality(mine) <= few then
			return query select * from data.grid_at_of(p_force, moment, at_most, mine);
			return;
		end if;
	end if;
	return query select * from data.grid_walk(p_force, moment, at_most, me);
end
$$;
comment on function data.grid_at(text, timestamptz, int) is 'The first open lines of the grid as it stood then, of those the caller sees';
-- Each force's own weeks: the freeze of its own review, else the end of the week, or now while it lasts.
create or replace function data.week_moment(p_force text, p_week text) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select min(r.frozen_at) from data.review r where r.week = p_week and r.force = p_force),
		least(data.day_start(data.week_day(p_week) + 7), (select c.at from ref.clock c)))
$$;
comment on function data.week_moment(text, text) is 'The moment that an ISO week stands for in a force';
create or replace function data.week_said(p_week text) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(
		(select 'as the review of ' || r.meets_on || ' froze it' from data.review r
			where r.week = p_week and r.frozen_at is not null and r.force = data.my_force() order by r.frozen_at limit 1),
		case when data.day_start(data.week_day(p_week) + 7) > c.at then 'as it stands now' else 'as the week ended' end)
	from ref.clock c
$$;
comment on function data.week_said(text) is 'What moment a week stands for in the caller''s force, in words';
-- Two pages are laid side by side, the second one longer: what is not in it stood below and came up.
create or replace function data.grid_week(p_region text, p_week text, at_most int)
returns table (place bigint, how text, rank bigint, line data.line_history, was data.line_history, was_rank bigint)
language plpgsql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
declare
	force text := data.my_force();
	week_before text := data.week_before(p_week);
	moment timestamptz := data.week_moment(force, p_week);
	moment_before timestamptz := data.week_moment(force, week_before);
begin
	return query
	with now as materialized (
		select * from data.grid_at(force, moment, at_most) where p_region is null
		union all
		select * from data.region_at(p_region, p_week, at_most) where p_region is not null
	), before as materialized (
		select * from data.grid_at(force, moment_before, at_most * 2) where p_region is null
		union all
		select * from data.region_at(p_region, week_before, at_most * 2) where p_region is not null
	), pair as materialized (
		select n.*, b.rank as was_rank, case when b.place is not null then b.line else data.line_at((n.line).line_id,
			case when p_region is null then moment_before else data.week_moment((n.line).holder_force, week_before) end) end as was
		from now n left join before b on (b.line).line_id = (n.line).line_id
	), gone as materialized (
		select b.*, data.line_at((b.line).line_id,
			case when p_region is null then moment else data.week_moment((b.line).holder_force, p_week) end) as since
		from before b
		where b.place <= at_most and not exists (select from now n where (n.line).line_id = (b.line).line_id)
	)
	select p.place, case
			when not coalesce((p.was).is_open, false) then 'new'
			when p.rank < coalesce(p.was_rank, p.rank + 1) then 'up'
			when p.rank > p.was_rank then 'down'
			when exists (select from data.cells_changed(p.was, p.line)) then 'changed'
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
-- The first row says which moment it is: the freeze of a review, the end of a week, or now.
create or replace function api.grid_week(week text, at_most int default 300, region boolean default false)
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
	cross join lateral (
		select coalesce(array_agg(d.cell order by d.cell), '{}') as keys, string_agg(format('%s %s, was %s', replace(d.cell, '_', ' '),
			coalesce(nullif(d.now, ''), 'none'), coalesce(nullif(d.was, ''), 'none')), '; ' order by d.cell) as told
		from data.cells_changed(g.was, g.line) d
		where g.how not in ('', 'new')
	) c;
end
$$;
comment on function api.grid_week(text, int, boolean) is 'The grid as at the review of an ISO week, or its end, with what is new, gone, up, down or changed since the week before; region: what the forces of the region share';
-- The page is cut from each of the two tables before they are put together.
create function data.taskings_open_at(moment timestamptz, at_most int)
returns table (tasking_id uuid, tasking_ref text, line_ref text, title text, route text, unit text, operation text, state text, due date, officer text, late text)
language sql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
	select t.tasking_id, t.tasking_ref, l.line_ref, t.title, t.route, t.unit, t.operation, s.label, t.due, t.owner,
		case when t.due < moment::date then 'late' else '' end
	from (
		select * from (
			(select x.tasking_id, x.tasking_ref, x.line_id, x.title, x.route, x.unit, x.operation, x.state, x.due, x.owner
			from data.tasking x where x.valid_from <= moment and x.is_open
			order by x.due, x.tasking_ref limit at_most)
			union all
			(select h.tasking_id, h.tasking_ref, h.line_id, h.title, h.route, h.unit, h.operation, h.state, h.due, h.owner
			from data.tasking_history h where upper(h.during) > moment and h.during @> moment and h.is_open
			order by h.due, h.tasking_ref limit at_most)
		) both_of
		order by due, tasking_ref limit at_most
	) t
	join ref.tasking_state s on s.code = t.state
	left join data.line l using (line_id)
$$;
comment on function data.taskings_open_at(timestamptz, int) is 'Taskings that were open then, as they stood, the first due first, of what the caller sees';
create function data.taskings_open_of(moment timestamptz, ids uuid[])
returns table (tasking_id uuid, tasking_ref text, line_ref text, title text, route text, unit text, operation text, state text, due date, officer text, late text)
language sql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
	select t.tasking_id, t.tasking_ref, l.line_ref, t.title, t.route, t.unit, t.operation, s.label, t.due, t.owner,
		case when t.due < moment::date then 'late' else '' end
	from (
		select x.tasking_id, x.tasking_ref, x.line_id, x.title, x.route, x.unit, x.operation, x.state, x.due, x.owner
		from data.tasking x where x.tasking_id = any (ids) and x.valid_from <= moment and x.is_open
		union all
		select h.tasking_id, h.tasking_ref, h.line_id, h.title, h.route, h.unit, h.operation, h.state, h.due, h.owner
		from data.tasking_history h where h.tasking_id = any (ids) and lower(h.during) <= moment and h.during @> moment and h.is_open
	) t
	join ref.tasking_state s on s.code = t.state
	left join data.line l using (line_id)
$$;
comment on function data.taskings_open_of(timestamptz, uuid[]) is 'Which of some taskings were open then, as they stood, of what the caller sees';
-- The first row says which moment it is, as in api.grid_week.
create function api.tasking_week(week text, at_most int default 500)
returns table (place bigint, how text, tasking_id uuid, tasking_ref text, title text, due date, line_ref text, state text,
	unit text, officer text, route text, late text, operation text, changed text[], told text)
language plpgsql stable security definer rows 500
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.week_fault(week);
	ours text := data.my_force();
	then_now timestamptz;
	then_before timestamptz;
	most int := least(greatest(at_most, 1), 2000);
begin
	if fault is not null then
		perform data.refuse('GL004', fault || '.', 'Give an ISO week, like 2022-W52.');
	end if;
	then_now := data.week_moment(ours, week);
	then_before := data.week_moment(ours, data.week_before(week));
	return query
	with page as materialized (
		select * from data.taskings_open_at(then_now, most)
	), page_before as materialized (
		select * from data.taskings_open_at(then_before, most)
	), n as materialized (
		select * from page
		union
		select * from data.taskings_open_of(then_now, array(select x.tasking_id from page_before x))
	), b as materialized (
		select * from page_before
		union
		select * from data.taskings_open_of(then_before, array(select x.tasking_id from page x))
	), pair as (
		select row_number() over (order by coalesce(n.due, b.due), coalesce(n.tasking_ref, b.tasking_ref)) as place,
			coalesce(n.tasking_id, b.tasking_id) as id, n.tasking_id is null as gone, b.tasking_id is null as fresh,
			coalesce(n.tasking_ref, b.tasking_ref) as ref, coalesce(n.title, b.title) as title, coalesce(n.due, b.due) as due,
			coalesce(n.line_ref, b.line_ref, '') as line_ref, coalesce(n.state, b.state) as state, b.state as state_before,
			coalesce(n.unit, b.unit) as unit, case when n.tasking_id is null then b.officer else n.officer end as officer,
			coalesce(n.route, b.route) as route, coalesce(n.late, b.late) as late,
			case when n.tasking_id is null then b.operation else n.operation end as operation, to_jsonb(n) as cells, to_jsonb(b) as were
		from n full join b using (tasking_id)
		order by 1 limit most
	)
	select 0::bigint, '', null::uuid, to_char(then_now, 'Dy YYYY-MM-DD HH24:MI'), ours, null::date, '', data.week_said(week), '', '', '', '', '',
		'{}'::text[], to_char(then_before, 'Dy YYYY-MM-DD HH24:MI')
	union all
	select p.place, case when p.gone then 'gone' when p.fresh then 'new' when c.keys <> '{}' then 'changed' else '' end, p.id, p.ref, p.title, p.due,
		p.line_ref, coalesce(g.state, p.state), p.unit, coalesce(p.officer, ''), p.route, p.late, coalesce(p.operation, ''), c.keys, c.told
	from pair p
	-- What is not open any more shows what it has become.
	left join lateral (
		select x.label as state from (
			select t.state from data.tasking t where t.tasking_id = p.id and t.valid_from <= then_now
			union all
			select h.state from data.tasking_history h where h.tasking_id = p.id and lower(h.during) <= then_now and h.during @> then_now
		) v join ref.tasking_state x on x.code = v.state limit 1
	) g on p.gone
	cross join lateral (
		select coalesce(array_agg(e.key order by e.key), '{}') as keys, coalesce(string_agg(format('%s %s, was %s', replace(e.key, '_', ' '),
			coalesce(nullif(e.now, ''), 'none'), coalesce(nullif(e.was, ''), 'none')), '; ' order by e.key), '') as told
		from (
			select x.key, x.value as now, y.value as was from jsonb_each_text(p.cells) x join jsonb_each_text(p.were) y using (key)
			where not p.gone and not p.fresh and x.value is distinct from y.value
			union all
			select 'state', g.state, p.state_before where p.gone
		) e
	) c
	order by 1;
end
$$;
comment on function api.tasking_week(text, int) is 'The open taskings as at the review of an ISO week, or its end, with what is new, gone or changed since the week before, the first due first';
-- What the grid knows of a line, and so without personal data; was: where the week before has it otherwise.
create function api.line_as_at(id uuid, week text) returns table (section text, label text, text text, was text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.week_fault(week);
	ours text := data.my_force();
	moment timestamptz;
	before timestamptz;
begin
	if fault is not null then
		perform data.refuse('GL004', fault || '.', 'Give an ISO week, like 2022-W52.');
	end if;
	moment := data.week_moment(ours, week);
	before := data.week_moment(ours, data.week_before(week));
	return query
	with h as materialized (
		select data.line_at(id, moment) as now, data.line_at(id, before) as was
	), c as materialized (
		select k.n, k.label, coalesce(case when k.key = 'status' then (select s.label from ref.line_status s where s.code = x.now ->> k.key) end,
				nullif(x.now ->> k.key, ''), 'none') as now,
			coalesce(case when k.key = 'status' then (select s.label from ref.line_status s where s.code = x.was ->> k.key) end,
				nullif(x.was ->> k.key, ''), 'none') as was,
			(h.was).line_id is not null and x.now -> k.key is distinct from x.was -> k.key as differs
		from h
		cross join lateral (select data.line_cells_at(h.now) as now, data.line_cells_at(h.was) as was) x
		cross join lateral (values (1, 'name', 'Name'), (2, 'score', 'Score'), (3, 'band', 'Band'), (4, 'status', 'Status'), (5, 'export_force', 'Run from'),
			(6, 'export_npu', 'Unit'), (7, 'imports', 'Sells in'), (8, 'drugs', 'Drugs'), (9, 'bulk_marketing', 'Bulk messages'), (10, 'lro', 'LRO'),
			(11, 'groups', 'Groups'), (12, 'open_taskings', 'Open taskings'), (13, 'overdue_taskings', 'Of them late'), (14, 'first_seen', 'First seen'),
			(15, 'last_seen', 'Last seen'), (16, 'last_review', 'Reviewed')) k (n, key, label)
		where (h.now).line_id is not null
	)
	select w.section, w.label, w.text, w.was from (
		select 0 as place, c.n::bigint as n, 'Changed since ' || to_char(before, 'Dy YYYY-MM-DD HH24:MI') as section, c.label, c.now as text, c.was
		from c where c.differs
		union all
		select 1, 0, format('As at %s, %s', to_char(moment, 'Dy YYYY-MM-DD HH24:MI'), data.week_said(week)), '', 'It was not known yet.', null
		from h where (h.now).line_id is null
		union all
		select 1, c.n, format('As at %s, %s', to_char(moment, 'Dy YYYY-MM-DD HH24:MI'), data.week_said(week)), c.label,
			c.now || case when c.differs then '*' else '' end, null
		from c
		union all
		select 2, row_number() over (order by t.due, t.tasking_ref), 'Taskings open then', t.tasking_ref,
			format('%s: %s, due %s, %s', t.title, t.unit, t.due, lower(s.label)) || case when t.due < moment::date then ' (late)' else '' end, null
		from (
			select x.tasking_ref, x.title, x.unit, x.due, x.state from data.tasking x where x.line_id = id and x.valid_from <= moment and x.is_open
			union all
			select v.tasking_ref, v.title, v.unit, v.due, v.state
			from data.tasking x join data.tasking_history v using (tasking_id)
			where x.line_id = id and v.during @> moment and v.is_open
		) t join ref.tasking_state s on s.code = t.state
		union all
		select 3, row_number() over (order by v.decided_at), 'Decided in the review of ' || r.week, d.label, v.rationale, null
		from data.review_decision v join data.review r using (review_id) join ref.decision d on d.code = v.decision
		where v.line_id = id and r.week = line_as_at.week
	) w order by w.place, w.n;
end
$$;
comment on function api.line_as_at(uuid, text) is 'A line as the grid had it at the review of an ISO week, or its end, beside the week before';
create or replace function api.review_changes_at(from_at timestamptz, to_at timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with g as materialized (
		select * from data.grid_changes(data.my_force(), from_at, to_at)
	), seen as materialized (
		select l.line_id from (select distinct x.line_id from g x) d join data.line l using (line_id)
	)
	select g.*
	from g join seen using (line_id)
	order by case g.how when 'new' then 1 when 'up' then 2 when 'down' then 3 when 'changed' then 4 else 5 end,
		coalesce(g.rank_now, g.rank_then), g.line_ref, g.cell
$$;
comment on function api.review_changes_at(timestamptz, timestamptz) is 'What changed on the grid from one moment to another, a row a cell: how is new, up, down, changed or gone';
create function api.review_overtaken(from_week text, to_week text, at_most int default 300)
returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, in_all bigint, furthest bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select l.line_id, g.line_ref, g.name, g.how, g.rank_then, g.rank_now, g.in_all, g.furthest
	from data.grid_overtaken(data.my_force(), api.review_moment(from_week), api.review_moment(to_week), least(greatest(at_most, 1), 2000)) g
	join data.line l using (line_id)
	order by g.rank_now
$$;
comment on function api.review_overtaken(text, text, int) is 'Of the first lines of the grid those that moved from one week to another without a change of their own, past by those of api.review_changes; and how many there are in all';
