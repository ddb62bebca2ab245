-- 2020-W53 is a week, 2021-W53 is none: the first day must come back as the same week.
create function data.week_day(p_week text, p_day int default 1) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select d.day
	from (select to_date(p_week, 'IYYY-"W"IW') + p_day - 1 as day) d
	where p_week ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$' and to_char(d.day, 'IYYY-"W"IW') = p_week
$$;
comment on function data.week_day(text, int) is 'A day of an ISO week, 1 its Monday; null where there is no such week';
create function data.week_fault(p_week text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when p_week !~ '^[0-9]{4}-W[0-9]{2}$' then format('%s is no week; weeks are written like 2022-W52', data.import_quote(p_week))
		when data.week_day(p_week) is null then format('there is no week %s: %s has %s', p_week, left(p_week, 4),
			to_char(make_date(greatest(1, left(p_week, 4)::int), 12, 28), 'IW'))
	end
$$;
comment on function data.week_fault(text) is 'What is wrong with an ISO week; null if nothing is';
-- Closing blocks no writer, and yet nothing may come later that is dated before. Writers hold the table
-- (row exclusive) before their trigger reads data.frozen_until, and date what they write after it. So once it
-- is raised, only who holds the table by now can have read it before; of those, and of no other, the end is
-- awaited. No lock is taken here, nobody outside can hold these tables (there are no rights in them), and a
-- sequence is not rolled back: a close that fails leaves the time raised, which does no harm.
create function data.freeze_barrier() returns timestamptz
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz;
	late record;
	writers text[];
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
		where k.relation in ('data.line'::regclass, 'data.tasking'::regclass) and k.mode = 'RowExclusiveLock' and k.granted
			and k.database = (select d.oid from pg_database d where d.datname = current_database())
			and k.pid is distinct from pg_backend_pid());
	loop
		select k.pid, a.usename into late
		from pg_locks k left join pg_stat_activity a using (pid)
		where k.virtualtransaction = any (writers) and k.relation in ('data.line'::regclass, 'data.tasking'::regclass)
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
create function data.versions_hash(p_after timestamptz, p_until timestamptz) returns bytea
language sql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set work_mem = '256MB'
set search_path = pg_catalog, pg_temp
as $$
	with v as (
		select 'l' as kind, l.line_id as id, l.valid_from, l.row_version, row(l.line_ref, l.name, l.holder_force, l.shared, l.restricted, l.status,
			l.is_open, l.export_force, l.export_npu, l.lro, l.bulk_marketing, l.first_seen, l.last_seen, l.last_review, l.score, l.band,
			l.open_taskings, l.overdue_taskings, l.imports, l.drugs, l.group_refs)::text as cells
		from data.line l where l.valid_from > p_after and l.valid_from <= p_until
		union all
		select 'l', h.line_id, h.valid_from, h.row_version, row(h.line_ref, h.name, h.holder_force, h.shared, h.restricted, h.status,
			h.is_open, h.export_force, h.export_npu, h.lro, h.bulk_marketing, h.first_seen, h.last_seen, h.last_review, h.score, h.band,
			h.open_taskings, h.overdue_taskings, h.imports, h.drugs, h.group_refs)::text
		from data.line_history h where upper(h.during) > p_after and h.valid_from > p_after and h.valid_from <= p_until
		union all
		select 't', t.tasking_id, t.valid_from, t.row_version, row(t.tasking_ref, t.line_id, t.group_id, t.title, t.asked, t.priority, t.route, t.unit, t.operation, t.state,
			t.due, t.owner, t.raised_on, t.completed_on, t.carried, t.result, t.evidence)::text
		from data.tasking t where t.valid_from > p_after and t.valid_from <= p_until
		union all
		select 't', h.tasking_id, h.valid_from, h.row_version, row(h.tasking_ref, h.line_id, h.group_id, h.title, h.asked, h.priority, h.route, h.unit, h.operation, h.state,
			h.due, h.owner, h.raised_on, h.completed_on, h.carried, h.result, h.evidence)::text
		from data.tasking_history h where upper(h.during) > p_after and h.valid_from > p_after and h.valid_from <= p_until
	)
	select coalesce(sha256(string_agg(sha256(convert_to(row(v.kind, v.id, v.valid_from, v.row_version, v.cells)::text, 'UTF8')), ''
		order by v.kind, v.id, v.valid_from, v.row_version)), '')
	from v
$$;
comment on function data.versions_hash(timestamptz, timestamptz) is 'One hash over every version of lines and taskings that began in a time';
create function data.freeze_hash(r data.review, figures jsonb) returns bytea
language sql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set search_path = pg_catalog, pg_temp
as $$
	select sha256(coalesce((select p.frozen_hash from data.review p where p.review_id = r.frozen_after), '') || convert_to(
		jsonb_build_array(r.review_id, r.series_id, r.force, r.week, r.meets_on, r.chair, r.attendees, r.units, r.opened_at, r.opened_by,
			r.closed_at, r.closed_by, r.frozen_at, figures,
			(select jsonb_agg(to_jsonb(i) order by i.item_id) from data.review_item i where i.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(d) order by d.item_id) from data.review_decision d where d.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(t) order by t.tasking_id) from data.review_tasking t where t.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(c) order by c.n) from data.review_chair c where c.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(n) order by n.note_id) from data.review_note n where n.review_id = r.review_id and not n.late)
		)::text, 'UTF8')
		|| data.versions_hash(coalesce((select p.frozen_at from data.review p where p.review_id = r.frozen_after), '-infinity'), r.frozen_at))
$$;
comment on function data.freeze_hash(data.review, jsonb) is 'What a freeze comes to: the freeze before it, the review, and every version since';
create function data.line_cells_at(h data.line_history) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_build_object('line_ref', h.line_ref, 'name', h.name, 'score', h.score, 'band', h.band, 'status', h.status,
		'export_force', h.export_force, 'export_npu', h.export_npu, 'imports', h.imports_text, 'drugs', h.drugs_text,
		'bulk_marketing', case when h.bulk_marketing then 'yes' else 'no' end, 'lro', h.lro, 'groups', h.groups_text,
		'open_taskings', h.open_taskings, 'overdue_taskings', h.overdue_taskings, 'first_seen', h.first_seen,
		'last_seen', h.last_seen, 'last_review', h.last_review)
$$;
comment on function data.line_cells_at(data.line_history) is 'The cells of a version of a line under the names they have on the grid';
-- The cost is that of what changed, not of the grid: ranks at the two moments are today's tallies, less what the
-- changed lines add to them today, plus what they added then.
create function data.grid_changes(p_force text, p_from timestamptz, p_to timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, was jsonb, now jsonb)
language plpgsql stable security definer rows 1000
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with cur as materialized (
		select l.* from data.line l where l.valid_from > p_from
	), ver as materialized (
		select 1 as side, c.line_id, data.line_cells_at(h) as cells, h.is_open, h.sort_score, h.sort_seen, h.line_ref, h.name,
			h.is_open and h.score is not null and h.grid_part in (p_force, '') as ranked, h.grid_part in (p_force, '') as ours
		from cur c join data.line_history h on h.line_id = c.line_id and h.during @> p_from
		union all
		select 2, c.line_id, data.line_cells_at(h), h.is_open, h.sort_score, h.sort_seen, h.line_ref, h.name,
			h.is_open and h.score is not null and h.grid_part in (p_force, ''), h.grid_part in (p_force, '')
		from cur c join data.line_history h on h.line_id = c.line_id and h.during @> p_to
		where c.valid_from > p_to and p_to < 'infinity'
		union all
		select 2, c.line_id, data.line_cells_at(row(tstzrange(null, null), c.*)::data.line_history), c.is_open, c.sort_score, c.sort_seen, c.line_ref, c.name,
			c.is_open and c.score is not null and c.grid_part in (p_force, ''), c.grid_part in (p_force, '')
		from cur c where c.valid_from <= p_to
	), weighed as (
		select s.side, v.line_id, v.sort_score, v.sort_seen, v.line_ref, 1 as weight, true as asked
		from (values (1), (2)) s (side) join ver v on v.side = s.side and v.ranked
		union all
		select s.side, c.line_id, c.sort_score, c.sort_seen, c.line_ref, -1, false
		from (values (1), (2)) s (side) cross join cur c where c.is_open and c.score is not null and c.grid_part in (p_force, '')
	), shifted as materialized (
		select w.*, coalesce(sum(w.weight) over (partition by w.side order by w.sort_score, w.sort_seen, w.line_ref
			groups between unbounded preceding and 1 preceding), 0) as shift
		from weighed w
	), score as materialized (
		select a.sort_score, (select coalesce(sum(s.n), 0) from data.rank_score s
			where s.grid_part in (p_force, '') and s.sort_score < a.sort_score) as before
		from (select distinct sort_score from shifted where asked) a
	), day as materialized (
		select a.sort_score, a.sort_seen, (select coalesce(sum(t.n), 0) from data.rank_tally t
			where t.grid_part in (p_force, '') and t.sort_score = a.sort_score and t.sort_seen < a.sort_seen) as before
		from (select distinct sort_score, sort_seen from shifted where asked) a
	), ranked as materialized (
		select x.side, x.line_id, (s.before + d.before + 1 + x.shift + (select count(*) from data.line l
			where l.is_open and l.sort_score = x.sort_score and l.sort_seen = x.sort_seen and l.line_ref < x.line_ref
				and l.grid_part in (p_force, '')))::bigint as rank
		from shifted x join score s using (sort_score) join day d using (sort_score, sort_seen)
		where x.asked
	), pair as (
		select c.line_id, a.cells as was, b.cells as now, coalesce(a.is_open and a.ours, false) as stood, coalesce(b.is_open and b.ours, false) as stands,
			ra.rank as rank_then, rb.rank as rank_now, coalesce(b.line_ref, a.line_ref) as line_ref, coalesce(b.name, a.name) as name
		from cur c
		left join ver a on a.side = 1 and a.line_id = c.line_id
		left join ver b on b.side = 2 and b.line_id = c.line_id
		left join ranked ra on ra.side = 1 and ra.line_id = c.line_id
		left join ranked rb on rb.side = 2 and rb.line_id = c.line_id
	)
	select p.line_id, p.line_ref, p.name,
		case when not p.stood then 'new' when not p.stands then 'gone' when p.rank_now < p.rank_then then 'up'
			when p.rank_now > p.rank_then then 'down' else 'changed' end,
		p.rank_then, p.rank_now, coalesce(p.was, '{}'), coalesce(p.now, '{}')
	from pair p
	where (p.stood or p.stands) and (p.was is distinct from p.now);
end
$$;
comment on function data.grid_changes(text, timestamptz, timestamptz) is 'Lines whose own cells changed between two moments, as they stood then and later, with their ranks';
create function data.line_changes(p_line uuid, p_since timestamptz) returns table (cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select k.key, a.cells ->> k.key, b.cells ->> k.key
	from (select data.line_cells_at(h) as cells from data.line_history h where h.line_id = p_line and h.during @> p_since) a
	cross join (select data.line_cells_at(row(tstzrange(null, null), l.*)::data.line_history) as cells from data.line l where l.line_id = p_line) b
	cross join lateral jsonb_object_keys(b.cells) k (key)
	where a.cells -> k.key is distinct from b.cells -> k.key
$$;
comment on function data.line_changes(uuid, timestamptz) is 'What changed on one line since a moment, cell by cell; nothing of one that came since';
create function data.chair_fault(p_login text, p_force text) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when s.login is null then format('there is no %s in the staff table', data.import_quote(p_login))
		when not s.active or s.valid_to <= now() then format('%s has no access any more', p_login)
		when s.force <> p_force then format('%s is of %s', p_login, s.force)
		when s.role <> 'supervisor' then format('%s is %s %s: a supervisor chairs', p_login, case when s.role ~ '^[ao]' then 'an' else 'a' end, s.role)
	end
	from (select) one left join data.staff s on s.login = p_login
$$;
comment on function data.chair_fault(text, text) is 'Why somebody cannot chair a review of a force; null if they can';
create function data.review_authority(r data.review, p_login text) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when r.chair = p_login then 'chair'
		when (select c.act from data.review_chair c where c.review_id = r.review_id and c.login = p_login and c.act in ('delegate', 'end')
			order by c.n desc limit 1) = 'delegate' then 'delegated'
	end
$$;
comment on function data.review_authority(data.review, text) is 'By what right somebody decides in a review: chair or delegated; null if by none';
create function data.review_since(p_series uuid, p_week text) returns timestamptz
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select max(r.frozen_at) from data.review r where r.series_id = p_series), data.week_day(p_week) - interval '7 days')
$$;
comment on function data.review_since(uuid, text) is 'Since when what changed is news to a review: the freeze before, or a week';
create function data.blocked_review(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when r.state = 'closed' and step not in ('review_note', 'review_correct') then 'it is closed; a note or a correction can be added'
		when step = 'review_correct' and not exists (select from data.review_decision d where d.review_id = r.review_id)
			then 'nothing is decided yet'
		when step in ('review_open', 'review_refresh') and r.state = 'open' then 'it is open already'
		when step in ('review_go', 'review_close') and r.state = 'prepared' then 'it has not begun'
		when step = 'review_go' and data.review_authority(r, session_user) is null and session_user <> r.opened_by
			then format('%s has the chair', r.chair)
		when step = 'review_chair' and session_user <> r.chair
			and (select s.role from data.staff s where s.login = session_user) is distinct from 'supervisor'
			then format('%s has the chair, and a supervisor hands it on', r.chair)
		when step = 'review_open' then (select format('the review of %s is still open', o.week) from data.review o
			where o.series_id = r.series_id and o.state = 'open')
		when step = 'review_close' and data.review_authority(r, session_user) is null and session_user <> r.opened_by
			then format('%s has the chair', r.chair)
		when step = 'review_close' then (
			select format('%s: %s', case count(*) when 1 then 'one item has' else count(*) || ' items have' end
				|| ' neither decision nor deferral', string_agg(i.position::text, ', ' order by i.position))
			from data.review_item i where i.review_id = r.review_id and i.state = 'open' having count(*) > 0)
	end
	from data.review r where r.review_id = id
$$;
comment on function data.blocked_review(text, uuid) is 'Why a step cannot be taken on a review as it stands; null if it can';
create function data.blocked_review_item(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when r.state = 'closed' then format('the review of %s is closed', r.week)
		when i.state <> 'open' and step in ('review_decide', 'review_defer')
			then format('it is %s already; a correction can be added', i.state)
		when step = 'review_decide' and r.state = 'prepared' then format('the review of %s has not begun', r.week)
		when step = 'review_decide' and l.merged_into is not null
			then format('its line was merged meanwhile into %s: defer it, or add the one that goes on', data.line_shown(l.merged_into))
	end
	from data.review_item i join data.review r using (review_id) left join data.line l using (line_id)
	where i.item_id = id
$$;
comment on function data.blocked_review_item(text, uuid) is 'Why a step cannot be taken on an item as it stands; null if it can';
create function data.review_lock(p_step text, p_id uuid, p_version int) returns data.review
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	blocked text;
begin
	select * into strict r from data.review where review_id = p_id for no key update;
	if r.row_version is distinct from p_version then
		perform data.refuse_stale('The review of ' || r.week, p_version, r.row_version, r.changed_by);
	end if;
	blocked := data.blocked_review(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('The review of %s: %s.', r.week, blocked), 'Look at the review again.');
	end if;
	return r;
end
$$;
comment on function data.review_lock(text, uuid, int) is 'The review a step is about to change, locked, as the caller saw it';
create function data.review_item_lock(p_step text, p_id uuid, p_version int) returns data.review_item
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
		perform data.refuse('GL002', format('Item %s: %s.', i.position, blocked), 'Look at the agenda again.');
	end if;
	return i;
end
$$;
comment on function data.review_item_lock(text, uuid, int) is 'The item a step is about to change, locked, as the caller saw it, in a review that nobody closes meanwhile';
create function data.staff_list(p_logins text, p_force text, out logins text[], out faults text[])
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(distinct s.login order by s.login) filter (where s.login is not null), '{}'),
		array_agg(format('%s is nobody of %s', data.import_quote(i.item), p_force)) filter (where s.login is null)
	from data.import_items(coalesce(p_logins, '')) i (item)
	left join data.staff s on lower(s.login) = lower(i.item) and s.force = p_force and s.active
$$;
comment on function data.staff_list(text, text) is 'The logins of a list, and what is wrong with those that are none of the force';
create function data.review_movers(p_force text, p_since timestamptz) returns table (line_id uuid, line_ref text, told text, far bigint)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select g.line_id, g.line_ref, array_to_string(array_remove(array[
			case when g.rank_now is distinct from g.rank_then then format('rank %s, was %s', coalesce(g.rank_now::text, 'none'), coalesce(g.rank_then::text, 'none')) end,
			case when g.now ->> 'score' is distinct from g.was ->> 'score'
				then format('score %s, was %s', coalesce(g.now ->> 'score', 'none'), coalesce(g.was ->> 'score', 'none')) end,
			case when g.now ->> 'status' <> g.was ->> 'status' then format('%s, was %s', g.now ->> 'status', g.was ->> 'status') end,
			case when g.now ->> 'export_npu' is distinct from g.was ->> 'export_npu'
				then format('run from %s, was %s', coalesce(g.now ->> 'export_npu', 'nowhere known'), coalesce(g.was ->> 'export_npu', 'nowhere known')) end], null), '; '),
		coalesce(abs(g.rank_now - g.rank_then), 0) + case when g.now ->> 'score' is distinct from g.was ->> 'score' then 1000 else 0 end
	from data.grid_changes(p_force, p_since, 'infinity') g
	join data.line l using (line_id)
	where l.holder_force = p_force and l.is_open and g.how in ('up', 'down', 'changed')
		and ((g.was -> 'score', g.was -> 'status', g.was -> 'export_npu') is distinct from (g.now -> 'score', g.now -> 'status', g.now -> 'export_npu')
			or abs(g.rank_now - g.rank_then) >= 3)
$$;
comment on function data.review_movers(text, timestamptz) is 'Open lines of a force whose score, status or unit changed since a moment, or whose rank moved by three or more';
-- A rule a block, each bounded by the series, each a short walk of an index. As the owner: who may not see a
-- line does not see its item.
create function data.review_reasons(r data.review) returns table (kind text, line_id uuid, group_id uuid, reason text, urgency bigint)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
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
	(select 'new', n.line_id, null, format('new on the grid since %s', n.created_at::date), row_number() over (order by n.sort_score, n.line_ref)
	from s cross join lateral (select l.* from data.line l where l.valid_from > r.since and l.created_at > r.since and l.is_open
		and l.holder_force = r.force order by l.sort_score, l.sort_seen, l.line_ref limit s.most) n)
	union all
	(select 'mover', m.line_id, null, m.told, row_number() over (order by m.far desc, m.line_ref)
	from s cross join lateral (select x.* from data.review_movers(r.force, r.since) x order by x.far desc, x.line_ref limit s.most) m)
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
		order by l.sort_score, l.sort_seen, l.line_ref limit s.most) x)
$$;
comment on function data.review_reasons(data.review) is 'Everything that belongs on the agenda of a review as things stand, and why';
