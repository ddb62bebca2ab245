-- Closing blocks no writer, and yet nothing may come later that is dated before. Writers hold the table
-- (row exclusive) before their trigger reads data.frozen_until, and date what they write after it. So once it
-- is raised, only who holds the table by now can have read it before; of those, and of no other, the end is
-- awaited. No lock is taken here, nobody outside can hold these tables (there are no rights in them), and a
-- sequence is not rolled back: a close that fails leaves the time raised, which does no harm.
create or replace function data.freeze_barrier() returns timestamptz
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz;
	late record;
	writers text[];
	-- What the grid and the figures stand on.
	tables constant regclass[] := array['data.line', 'data.tasking', 'data.crime_group', 'data.arrest', 'data.charge', 'data.safeguarding',
		'data.disruption', 'data.seizure', 'data.closure_state', 'data.return_value']::regclass[];
	patience timestamptz := clock_timestamp() + interval '3 seconds';
begin
	if current_setting('transaction_isolation') <> 'read committed' then
		perform data.refuse('GL004', 'A review is closed in a transaction that is read committed, and in no other.',
			'Close it by itself.');
	end if;
	moment := clock_timestamp() + (select s.shift from ref.setting s);
	perform setval('data.frozen_until', greatest((extract(epoch from moment) * 1000000)::bigint,
		(select f.last_value from data.frozen_until f)));
	moment := data.frozen_until();
	writers := array(select distinct k.virtualtransaction from pg_locks k
		where k.relation = any (tables) and k.mode = 'RowExclusiveLock' and k.granted
			and k.database = (select d.oid from pg_database d where d.datname = current_database())
			and k.pid is distinct from pg_backend_pid());
	loop
		select k.pid, a.usename into late
		from pg_locks k left join pg_stat_activity a using (pid)
		where k.virtualtransaction = any (writers) and k.relation = any (tables)
			and k.mode = 'RowExclusiveLock' and k.granted
		limit 1;
		exit when not found;
		if clock_timestamp() > patience then
			perform data.refuse('GL002', format('A change by %s has begun and is not finished.', coalesce(late.usename, 'somebody')),
				'Close again in a moment; if it stays so, their console hangs.');
		end if;
		perform pg_sleep(0.01);
	end loop;
	return moment;
end
$$;
comment on function data.freeze_barrier() is 'The moment of a freeze: whatever was written as of until then has committed, and nothing more can be';
-- How many lines of a force's grid stood on each day of each score at two moments, and how many before them: all of a
-- rank but the place within the day. Today's tallies are taken back by what changed since; where that is more than
-- the grid, the versions of the moments are counted in its place. Sums of int stay bigint, which is quicker than numeric.
create function data.rank_days(p_force text, p_from timestamptz, p_to timestamptz, p_few int default 200000)
returns table (sort_score int, sort_seen int, before_then bigint, n_then int, before_now bigint, n_now int)
language plpgsql stable security definer rows 50000
set plan_cache_mode = force_custom_plan
set work_mem = '64MB'
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	few boolean := (select count(*) from (select from data.line l where l.valid_from > p_from limit p_few + 1) x) <= p_few;
begin
	return query
	with d as (
		select t.sort_score, t.sort_seen, t.n as then, t.n as now from data.rank_tally t where few and t.grid_part in (p_force, '')
		union all
		select l.sort_score, l.sort_seen, -1, -(l.valid_from > p_to)::int
		from data.line l where few and l.valid_from > p_from and l.is_open and l.score is not null and l.grid_part in (p_force, '')
		union all
		select h.sort_score, h.sort_seen, 1, 0
		from data.line_history h where few and upper(h.during) > p_from and h.during @> p_from and h.is_open and h.score is not null and h.grid_part in (p_force, '')
		union all
		select h.sort_score, h.sort_seen, 0, 1
		from data.line_history h where few and upper(h.during) > p_to and h.during @> p_to and h.is_open and h.score is not null and h.grid_part in (p_force, '')
		union all
		select l.sort_score, l.sort_seen, (l.valid_from <= p_from)::int, (l.valid_from <= p_to)::int
		from data.line l where not few and l.is_open and l.sort_score <= 0 and l.grid_part in (p_force, '')
		union all
		select h.sort_score, h.sort_seen, (h.during @> p_from)::int, (h.during @> p_to)::int
		from data.line_history h where not few and h.is_open and h.sort_score <= 0 and h.grid_part in (p_force, '') and h.during && tstzrange(p_from, p_to, '[]')
	), day as (
		select d.sort_score, d.sort_seen, sum(d.then)::int as then, sum(d.now)::int as now from d
		group by 1, 2 having sum(d.then) <> 0 or sum(d.now) <> 0
	)
	select y.sort_score, y.sort_seen, sum(y.then) over w - y.then, y.then, sum(y.now) over w - y.now, y.now
	from day y window w as (order by y.sort_score, y.sort_seen);
end
$$;
comment on function data.rank_days(text, timestamptz, timestamptz, int) is 'How many ranked lines stood on each day of each score at two moments, and how many before';
-- A body without quotes is taken into the query that calls it. Of a version that is null, every cell is none. Days are
-- written as in files, whatever the session's style.
create function data.cells_changed(a data.line_history, b data.line_history) returns table (cell text, was text, now text)
language sql stable
begin atomic
	select x.cell, x.was, x.now
	from (values
		('line_ref', a.line_ref::text, b.line_ref::text), ('name', a.name, b.name), ('score', a.score::text, b.score::text), ('band', a.band, b.band),
		('status', a.status, b.status), ('export_force', a.export_force, b.export_force), ('export_npu', a.export_npu, b.export_npu),
		('imports', a.imports_text, b.imports_text), ('drugs', a.drugs_text, b.drugs_text),
		('bulk_marketing', case when a.bulk_marketing then 'yes' when not a.bulk_marketing then 'no' end,
			case when b.bulk_marketing then 'yes' when not b.bulk_marketing then 'no' end),
		('lro', a.lro, b.lro), ('groups', a.groups_text, b.groups_text),
		('open_taskings', a.open_taskings::text, b.open_taskings::text), ('overdue_taskings', a.overdue_taskings::text, b.overdue_taskings::text),
		('first_seen', to_char(a.first_seen, 'YYYY-MM-DD'), to_char(b.first_seen, 'YYYY-MM-DD')),
		('last_seen', to_char(a.last_seen, 'YYYY-MM-DD'), to_char(b.last_seen, 'YYYY-MM-DD')),
		('last_review', to_char(a.last_review, 'YYYY-MM-DD'), to_char(b.last_review, 'YYYY-MM-DD'))) x (cell, was, now)
	where x.was is distinct from x.now;
end;
comment on function data.cells_changed(data.line_history, data.line_history) is 'The cells in which two versions of a line differ, under the names they have on the grid';
-- Versions that began between the moments and still stood at the later one, each beside the one that stood at the
-- first: two short walks by time. Ranks are what data.rank_days says of their days, and their place within the day,
-- counted along the indexes of ranked lines, today's and that of past versions.
create or replace function data.grid_changes(p_force text, p_from timestamptz, p_to timestamptz)
returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language plpgsql stable security definer rows 1000
set plan_cache_mode = force_custom_plan
set work_mem = '64MB'
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with pair as materialized (
		select n.line_id, n.line, w as old
		from (
			select l.line_id, row(null, l.*)::data.line_history as line from data.line l where l.valid_from > p_from and l.valid_from <= p_to
			union all
			select h.line_id, h from data.line_history h where lower(h.during) > p_from and lower(h.during) <= p_to and h.during @> p_to
		) n
		left join data.line_history w on w.line_id = n.line_id and upper(w.during) > p_from and upper(w.during) <= p_to and w.during @> p_from
	), stood as materialized (
		select s.side, p.line_id, s.moment, (s.line).sort_score, (s.line).sort_seen, (s.line).line_ref, (s.line).score is not null as ranked
		from pair p
		cross join lateral (values (1, p_from, p.old), (2, p_to, p.line)) s (side, moment, line)
		where (s.line).is_open and (s.line).grid_part in (p_force, '')
	), day as materialized (
		select * from data.rank_days(p_force, p_from, p_to)
	), ranked as materialized (
		select s.side, s.line_id, case s.side when 1 then d.before_then else d.before_now end + 1
			+ (select count(*) from data.line l where l.is_open and l.sort_score = s.sort_score and l.sort_seen = s.sort_seen
				and l.line_ref < s.line_ref and l.grid_part in (p_force, '') and l.valid_from <= s.moment)
			+ (select count(*) from data.line_history h where h.is_open and h.sort_score = s.sort_score and h.sort_seen = s.sort_seen
				and h.line_ref < s.line_ref and h.grid_part in (p_force, '') and h.during @> s.moment) as rank
		from stood s left join day d on s.ranked and d.sort_score = s.sort_score and d.sort_seen = s.sort_seen
	)
	select p.line_id, (p.line).line_ref, (p.line).name,
		case when t.line_id is null then 'new' when n.line_id is null then 'gone' when n.rank < coalesce(t.rank, n.rank + 1) then 'up' when n.rank > t.rank then 'down' else 'changed' end,
		t.rank, n.rank, c.cell, c.was, c.now
	from pair p
	left join ranked t on t.side = 1 and t.line_id = p.line_id
	left join ranked n on n.side = 2 and n.line_id = p.line_id
	cross join lateral data.cells_changed(p.old, p.line) c
	where t.line_id is not null or n.line_id is not null;
end
$$;
comment on function data.grid_changes(text, timestamptz, timestamptz) is 'Lines whose own cells changed between two moments, a row a cell, with their ranks then and later';
-- Where lines that did not change stand depends on those that did alone. Of these it is known how many of the others
-- stood above each, then and now; so a line with u of the others above it has u + 1 lines above or level, and those
-- changed ones besides that have u of the others or fewer above them. The grid itself is walked for the page only.
create function data.grid_overtaken(p_force text, p_from timestamptz, p_to timestamptz, at_most int)
returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, in_all bigint, furthest bigint)
language plpgsql stable security definer rows 300
set search_path = pg_catalog, pg_temp
as $$
declare
	changed uuid[];
	places bigint[];   -- ranks now of lines that changed
	above_then bigint[]; -- how many of the others stood above each
	above_now bigint[];
	others bigint;
	moved bigint;
	most bigint;
begin
	with c as materialized (
		select distinct g.line_id, g.rank_then, g.rank_now from data.grid_changes(p_force, p_from, p_to) g
	)
	select array(select c.line_id from c), array(select c.rank_now from c where c.rank_now is not null order by 1),
		array(select c.rank_then - row_number() over (order by c.rank_then) from c where c.rank_then is not null order by 1),
		array(select c.rank_now - row_number() over (order by c.rank_now) from c where c.rank_now is not null order by 1)
	into changed, places, above_then, above_now;
	others := (select coalesce(sum(s.n), 0) from data.rank_score s where s.grid_part in (p_force, '') and s.sort_score <= 0)
		- (select count(*) from data.line l where l.valid_from > p_to and l.is_open and l.score is not null and l.grid_part in (p_force, ''))
		+ (select count(*) from data.line_history h where upper(h.during) > p_to and h.during @> p_to and h.is_open and h.score is not null
			and h.grid_part in (p_force, ''))
		- cardinality(places);
	select coalesce(sum(y.upto - y.u) filter (where y.by <> 0), 0), coalesce(max(abs(y.by)), 0) into moved, most
	from (
		select x.u, least(lead(x.u, 1, others) over (order by x.u), others) as upto, sum(x.by) over (order by x.u) as by
		from (select e.u, sum(e.by) as by from (select unnest(above_then) as u, 1 as by union all select unnest(above_now), -1) e group by e.u) x
	) y
	where y.upto > y.u;
	return query
	select (g.line).line_id, (g.line).line_ref, (g.line).name, case when g.rank < r.was then 'up' else 'down' end, r.was, g.rank, moved, most
	from data.grid_at(p_force, p_to, at_most) g
	cross join lateral (select g.rank - 1 - width_bucket(g.rank - 1, places) as u) p
	cross join lateral (select p.u + 1 + width_bucket(p.u, above_then) as was) r
	where g.rank <> r.was and not (g.line).line_id = any (changed)
	order by g.place;
end
$$;
comment on function data.grid_overtaken(text, timestamptz, timestamptz, int) is 'Lines that did not change between two moments and yet moved: of the first of the grid, with how many there are in all';
create or replace function data.line_changes(p_line uuid, p_since timestamptz) returns table (cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.cell, c.was, c.now
	from data.line_history h
	cross join (select row(null, l.*)::data.line_history as line from data.line l where l.line_id = p_line) l
	cross join lateral data.cells_changed(h, l.line) c
	where h.line_id = p_line and lower(h.during) <= p_since and h.during @> p_since
$$;
comment on function data.line_changes(uuid, timestamptz) is 'What changed on one line since a moment, cell by cell; nothing of one that came since';
create or replace function data.blocked_review_item(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when r.state = 'closed' then format('the review of %s is closed', r.week)
		when i.state <> 'open' and step in ('review_decide', 'review_item_defer')
			then format('it is %s already; a correction can be added', i.state)
		when step = 'review_decide' and r.state = 'prepared' then format('the review of %s has not begun', r.week)
		when step = 'review_decide' and l.merged_into is not null
			then format('its line was merged meanwhile into %s: defer it, or add the one that goes on', data.line_shown(l.merged_into))
	end
	from data.review_item i join data.review r using (review_id) left join data.line l using (line_id)
	where i.item_id = id
$$;
comment on function data.blocked_review_item(text, uuid) is 'Why a step cannot be taken on an item as it stands; null if it can';
create or replace function data.review_item_lock(p_step text, p_id uuid, p_version int) returns data.review_item
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item;
	blocked text;
begin
	perform from data.review r where r.review_id = (select x.review_id from data.review_item x where x.item_id = p_id) for share;
	select * into strict i from data.review_item where item_id = p_id for update;
	if i.row_version is distinct from p_version then
		perform data.refuse_stale('Item ' || i.position, p_version, i.row_version, i.changed_by);
	end if;
	blocked := data.blocked_review_item(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('Item %s: %s.', i.position, blocked), case when exists (select from data.review r where r.review_id = i.review_id and r.state = 'closed')
			then 'A late note can still be added to it; what is typed here stays as a draft.' else 'Look at the agenda again.' end);
	end if;
	return i;
end
$$;
comment on function data.review_item_lock(text, uuid, int) is 'The item a step is about to change, locked, as the caller saw it, in a review that nobody closes meanwhile';
-- The farthest, exactly: days give each rank but for the place within its day, so they bound how far a line moved;
-- places are counted only for those that may be among the first.
create or replace function data.review_movers(p_force text, p_since timestamptz, at_most int)
returns table (line_id uuid, line_ref text, told text, far bigint)
language plpgsql stable security definer rows 20
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with was as materialized (
		select h.*, h as line from data.line_history h where upper(h.during) > p_since and h.during @> p_since
	), pair as materialized (
		select l.line_id, l.line_ref, l.score, l.status, l.export_npu, h.score as old_score, h.status as old_status, h.export_npu as old_npu,
			l.sort_score, l.sort_seen, h.sort_score as old_sort, h.sort_seen as old_seen, h.line_ref as old_ref,
			l.score is distinct from h.score as scored,
			(l.score, l.status, l.export_npu) is distinct from (h.score, h.status, h.export_npu) as differs
		from data.line l join was h using (line_id)
		where l.valid_from > p_since and l.is_open and l.holder_force = p_force and h.is_open and h.grid_part in (p_force, '')
			and ((l.score, l.status, l.export_npu, l.last_seen) is distinct from (h.score, h.status, h.export_npu, h.last_seen)
				or exists (select from data.cells_changed(h.line, row(null, l.*)::data.line_history)))
	), day as materialized (
		select * from data.rank_days(p_force, p_since, 'infinity')
	), bound as materialized (
		select p.*, n.before_now, o.before_then,
			greatest(0, n.before_now + 1 - o.before_then - o.n_then, o.before_then + 1 - n.before_now - n.n_now) as least,
			greatest(0, n.before_now + n.n_now - o.before_then - 1, o.before_then + o.n_then - n.before_now - 1) as most
		from pair p
		left join day n on p.score is not null and n.sort_score = p.sort_score and n.sort_seen = p.sort_seen
		left join day o on p.old_score is not null and o.sort_score = p.old_sort and o.sort_seen = p.old_seen
	), likely as materialized (
		select b.* from bound b
		where (b.differs or b.most >= 3) and b.most + case when b.scored then 1000 else 0 end >= coalesce((
			select x.least + case when x.scored then 1000 else 0 end from bound x where x.differs or x.least >= 3
			order by 1 desc offset at_most - 1 limit 1), 0)
	), placed as materialized (
		select k.*, k.before_now + 1 + (select count(*) from data.line l where l.is_open and l.sort_score = k.sort_score and l.sort_seen = k.sort_seen
				and l.line_ref < k.line_ref and l.grid_part in (p_force, '')) as rank_now,
			k.before_then + 1 + (select count(*) from data.line l where l.is_open and l.sort_score = k.old_sort and l.sort_seen = k.old_seen
				and l.line_ref < k.old_ref and l.grid_part in (p_force, '') and l.valid_from <= p_since)
			+ (select count(*) from was h where h.is_open and h.sort_score = k.old_sort and h.sort_seen = k.old_seen
				and h.line_ref < k.old_ref and h.grid_part in (p_force, '')) as rank_then
		from likely k
	), moved as (
		select m.*, coalesce(abs(m.rank_now - m.rank_then), 0) + case when m.scored then 1000 else 0 end as far
		from placed m where m.differs or abs(m.rank_now - m.rank_then) >= 3
	)
	select m.line_id, m.line_ref, array_to_string(array_remove(array[
			case when m.rank_now is distinct from m.rank_then then format('rank %s, was %s', coalesce(m.rank_now::text, 'none'), coalesce(m.rank_then::text, 'none')) end,
			case when m.scored then format('score %s, was %s', coalesce(m.score::text, 'none'), coalesce(m.old_score::text, 'none')) end,
			case when m.status <> m.old_status then format('%s, was %s', m.status, m.old_status) end,
			case when m.export_npu is distinct from m.old_npu
				then format('run from %s, was %s', coalesce(m.export_npu, 'nowhere known'), coalesce(m.old_npu, 'nowhere known')) end], null), '; '),
		m.far
	from moved m order by m.far desc, m.line_ref limit at_most;
end
$$;
comment on function data.review_movers(text, timestamptz, int) is 'Open lines of a force whose score, status or unit changed since a moment, or whose rank moved by three or more: the farthest first';
-- A rule a block, each bounded by the series, each a short walk of an index. As the owner: who may not see a
-- line does not see its item. Planned for the review at hand: how much is new since the last one decides by which index.
create or replace function data.review_reasons(r data.review) returns table (kind text, line_id uuid, group_id uuid, reason text, urgency bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with s as (
		select x.top_n, x.most, c.today, greatest(c.today, r.meets_on) as on_day, c.stale_before, c.today - st.review_days as review_before
		from data.review_series x cross join ref.clock c cross join ref.setting st where x.series_id = r.series_id
	)
	(select 'late', t.line_id, case when t.line_id is null then t.group_id end,
		format('%s of %s %s %s: %s', t.tasking_ref, t.unit, case when t.due < s.on_day then 'was due' else 'is due' end, t.due, t.title)
			|| case when t.carried > 0 then format(' (carried forward %s)', case t.carried when 1 then 'once' else t.carried || ' times' end) else '' end,
		row_number() over (order by t.due)
	from s cross join lateral (
		(select x.* from data.tasking x where x.is_open and x.due < s.on_day and x.force = r.force order by x.due limit s.most)
		union all
		(select x.* from data.tasking x where x.is_open and x.due >= s.on_day and x.carried > 0 and x.force = r.force order by x.due limit s.most)) t)
	union all
	(select 'check-back', k.line_id, null, format('check-back of Type 1 %s due %s', k.outcome_ref, k.check_back_due), row_number() over (order by k.check_back_due)
	from s cross join lateral (select x.* from data.closure x join data.line l using (line_id)
		where x.state = 'provisional' and x.check_back_due < s.on_day + 7 and l.holder_force = r.force order by x.check_back_due limit s.most) k)
	union all
	(select 'ratify', k.line_id, null, format('%s %s claimed by %s', w.label, k.outcome_ref, k.claimed_by), row_number() over (order by k.claimed_on)
	from s cross join lateral (select x.* from data.closure x join data.line l using (line_id)
		where x.state = 'claimed' and l.holder_force = r.force order by x.claimed_on limit s.most) k
	join ref.word w on w.vocabulary = 'outcome_kind' and w.code = k.kind)
	union all
	(select 'sign', a.line_id, null, format('score %s by %s waits for signature', a.state, coalesce(a.moderated_by, a.proposer)), row_number() over (order by a.proposed_on)
	from s cross join lateral (select x.* from data.assessment x join data.line l using (line_id)
		where x.state in ('proposed', 'moderated') and l.holder_force = r.force order by x.proposed_on limit s.most) a)
	union all
	(select 'same', d.line_id, null, case d.state when 'same' then 'the same as another line, to be merged' else format('may be the same as another line (%s)', d.cause) end,
		row_number() over (order by d.raised_on)
	from s cross join lateral (select x.state, x.cause, x.raised_on, (select l.line_id from data.line l
			where l.line_id in (x.line_a, x.line_b) and l.holder_force = r.force order by l.line_ref limit 1) as line_id
		from data.deconfliction x where x.is_open order by x.raised_on limit s.most) d where d.line_id is not null)
	union all
	(select 'order', o.line_id, null, format('restriction order %s to be complied with by %s', o.event_ref, o.compliance_due), row_number() over (order by o.compliance_due)
	from s cross join lateral (select x.* from data.ddtro x join data.line l using (line_id)
		where x.complied_on is null and x.discharged_on is null and x.voided_at is null and x.compliance_due < s.on_day + 7
			and l.holder_force = r.force order by x.compliance_due limit s.most) o)
	union all
	(select 'new', n.line_id, null, format('new on the grid since %s', data.day_of(n.created_at)), row_number() over (order by n.sort_score, n.line_ref)
	from s cross join lateral (select l.* from data.line l where l.valid_from > r.since and l.created_at > r.since and l.is_open
		and l.holder_force = r.force order by l.sort_score, l.sort_seen, l.line_ref limit s.most) n)
	union all
	(select 'mover', m.line_id, null, m.told, row_number() over (order by m.far desc, m.line_ref)
	from s cross join lateral data.review_movers(r.force, r.since, s.most) m)
	union all
	(select 'top', t.line_id, null, format('rank %s, score %s', n.rank, t.score), n.rank
	from s cross join lateral (select l.* from data.line l where l.is_open and l.score is not null and l.holder_force = r.force
		order by l.sort_score, l.sort_seen, l.line_ref limit s.top_n) t
	cross join lateral data.standing(r.force, array[t.line_id]) n)
	union all
	(select 'stale', x.line_id, null, case when x.stale then format('nothing heard since %s', coalesce(greatest(x.last_seen, x.last_review)::text, 'it came'))
		else format('last reviewed %s', x.last_review) end, row_number() over (order by x.sort_score, x.sort_seen, x.line_ref)
	from s cross join lateral (select l.*, coalesce(greatest(l.last_seen, l.last_review) < s.stale_before, true) as stale from data.line l
		where l.is_open and l.status <> 'dormant' and l.holder_force = r.force
			and (coalesce(greatest(l.last_seen, l.last_review) < s.stale_before, true) or l.last_review < s.review_before)
		order by l.sort_score, l.sort_seen, l.line_ref limit s.most) x);
end
$$;
comment on function data.review_reasons(data.review) is 'Everything that belongs on the agenda of a review as things stand, and why';
create or replace function data.review_figures(r data.review, p_at timestamptz) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with v as materialized (
		select x.band, count(*) as n
		from (
			select l.band from data.line l where l.is_open and l.valid_from <= p_at and l.grid_part in (r.force, '')
			union all
			select h.band from data.line_history h where h.is_open and upper(h.during) > p_at and h.during @> p_at and h.grid_part in (r.force, '')
		) x
		group by x.band
	), counted as (
		select 1 as place, 'lines_open' as measure, coalesce(sum(v.n), 0)::bigint as n from v
		union all
		select 2, 'lines_band_' || b.code, coalesce((select v.n from v where v.band = b.code), 0) from ref.band b
		union all
		select 3, 'taskings_open', sum((t.is_open)::int) from (
			select x.is_open, x.line_id from data.tasking x where x.valid_from <= p_at and x.force = r.force
			union all select h.is_open, h.line_id from data.tasking_history h where upper(h.during) > p_at and h.during @> p_at and h.force = r.force) t
		union all
		select 4, 'items', count(*) from data.review_item i where i.review_id = r.review_id
		union all
		select 5, 'decision_' || d.code, (select count(*) from data.review_decision x where x.review_id = r.review_id and x.decision = d.code) from ref.decision d
		union all
		select 6, o.measure, o.n from data.outcome_counts(
			make_date(extract(year from r.meets_on - interval '3 months')::int, 4, 1), r.meets_on, p_at) o
	)
	select jsonb_agg(jsonb_build_array(c.measure, coalesce(c.n, 0)) order by c.place, c.measure) from counted c
$$;
comment on function data.review_figures(data.review, timestamptz) is 'The figures of a review as they stood at a moment';
-- Reviews that were closed before the board's figures were frozen, too, keep the hash they have.
create function data.review_frozen(measures jsonb, board jsonb) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case when board is null then measures else jsonb_build_object('measures', measures, 'board', board) end
$$;
comment on function data.review_frozen(jsonb, jsonb) is 'The figures of a review in the form its hash is made over';
create or replace function data.review_verify() returns table (force text, week text, frozen_at timestamptz, hash text, intact boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select r.force, r.week, r.frozen_at, encode(r.frozen_hash, 'hex'),
		r.frozen_hash = data.freeze_hash(r, data.review_frozen(
			(select jsonb_agg(jsonb_build_array(f.measure, f.n) order by f.position) from data.review_figure f where f.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(b) order by b.position) from data.review_board b where b.review_id = r.review_id)))
	from data.review r where r.state = 'closed' order by r.frozen_at
$$;
comment on function data.review_verify() is 'The freezes, worked out again from what stands';
