create function data.after_freeze(at timestamptz) returns timestamptz
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when at is not null then greatest(at, data.frozen_until() + interval '1 microsecond') end
$$;
comment on function data.after_freeze(timestamptz) is 'The moment, or the first one after the last freeze if that is later: what a review froze is as it was';
create function data.day_of(at timestamptz) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select (at at time zone 'Europe/London')::date
$$;
comment on function data.day_of(timestamptz) is 'The day of a moment, in the time of the force';
create function data.day_start(day date) returns timestamptz
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select day::timestamp at time zone 'Europe/London'
$$;
comment on function data.day_start(date) is 'The moment a day begins, in the time of the force';
-- lines: open lines by band (a) and force they are run from (b); x of them have late taskings, y taskings in all.
-- heard: open lines by the day of the latest news or review, -infinity without one. born: by the day they were recorded.
create function data.tally_cells(l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select x.tally, x.day, l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''), x.a, x.b, '', 1::bigint, x.x, x.y
	from (values
		('lines', date '-infinity', coalesce(l.band, ''), l.export_force, (l.overdue_taskings > 0)::int::bigint, l.overdue_taskings::bigint),
		('heard', coalesce(greatest(l.last_seen, l.last_review), '-infinity'), '', '', 0, 0),
		('born', data.day_of(l.created_at), '', '', 0, 0)) x (tally, day, a, b, x, y)
	where l.is_open
$$;
comment on function data.tally_cells(data.line) is 'What a line as it stands adds to data.tally';
-- By the month (day): arrests of the programme; socex, people arrested in disruptions of the force (n), linked to drugs
-- (x), with an outcome for trafficking (y); disruptions of the programme and disruptions_force by grade (a) and 4P (b);
-- type1, outcomes that stand. Who sees the line sees them; of a group alone the staff of forces are told. What is of
-- a line that is gone nobody sees.
create function data.event_cells(x data.arrest, l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'arrests', date_trunc('month', x.on_day::timestamp)::date, coalesce(l.holder_force, ''), coalesce(l.shared, x.line_id is null),
		coalesce(l.restricted, false), coalesce(l.export_npu, ''), '', '', '', 1::bigint, 0::bigint, 0::bigint
	where x.programme and x.voided_at is null
$$;
comment on function data.event_cells(data.arrest, data.line) is 'What an arrest adds to data.tally';
create function data.event_cells(x data.disruption, l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select t.tally, date_trunc('month', x.on_day::timestamp)::date, coalesce(l.holder_force, ''), coalesce(l.shared, x.line_id is null),
		coalesce(l.restricted, false), coalesce(l.export_npu, ''), t.a, t.b, '', t.n, t.x, t.y
	from (
		select case when x.programme then 'disruptions' else 'disruptions_force' end as tally, x.grade as a, x.four_p as b, 1::bigint as n, 0::bigint as x, 0::bigint as y
		union all
		select 'socex', '', '', x.arrested, x.arrested_drugs, x.trafficking_outcomes where not x.programme and x.arrested > 0
	) t
	where x.voided_at is null
$$;
comment on function data.event_cells(data.disruption, data.line) is 'What a disruption adds to data.tally';
create function data.event_cells(x data.closure, l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'type1', date_trunc('month', x.on_day::timestamp)::date, coalesce(l.holder_force, ''), coalesce(l.shared, false),
		coalesce(l.restricted, false), coalesce(l.export_npu, ''), '', '', '', 1::bigint, 0::bigint, 0::bigint
	where x.kind = 'type1' and x.state in ('provisional', 'verified')
$$;
comment on function data.event_cells(data.closure, data.line) is 'What an outcome adds to data.tally';
create function data.line_event_cells(l data.line) returns setof data.tally_change
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.* from data.arrest x cross join lateral data.event_cells(x, l) c where x.line_id = l.line_id
	union all
	select c.* from data.disruption x cross join lateral data.event_cells(x, l) c where x.line_id = l.line_id
	union all
	select c.* from data.closure x cross join lateral data.event_cells(x, l) c where x.line_id = l.line_id
$$;
comment on function data.line_event_cells(data.line) is 'What the events and outcomes of a line add to data.tally';
-- Without their lines' rights: who asks has taken the lines from data.line.
create function data.event_cells_of(ids uuid[], tally text, from_day date, to_day date)
returns table (day date, a text, b text, n bigint, x bigint, y bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.day, c.a, c.b, c.n, c.x, c.y
	from data.line l cross join lateral data.line_event_cells(l) c
	where l.line_id = any (ids) and c.tally = event_cells_of.tally and c.day between from_day and to_day
$$;
comment on function data.event_cells_of(uuid[], text, date, date) is 'What the events of some lines add to a tally';
-- stood: how many lines of a band (a), run from a force (b) and unit (c), more there were from a day on. What
-- stood at the end of a day is what stands less what came after it. Who sees it is told by the line as it is.
create function data.stood_cell(l data.line, at timestamptz) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'stood', data.day_of(at), l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''),
		coalesce(l.band, ''), l.export_force, coalesce(l.export_npu, ''), 1::bigint, 0::bigint, 0::bigint
	where l.is_open
$$;
comment on function data.stood_cell(data.line, timestamptz) is 'What a version of a line adds to data.tally from a moment on';
create function data.past_cells(l data.line, before timestamptz) returns setof data.tally_change
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'stood', d.day, l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''),
		coalesce(h.band, ''), h.export_force, coalesce(h.export_npu, ''), d.n, 0::bigint, 0::bigint
	from data.line_history h
	cross join lateral (values (data.day_of(lower(h.during)), 1::bigint), (data.day_of(upper(h.during)), -1)) d (day, n)
	where h.line_id = l.line_id and lower(h.during) < before and h.is_open
$$;
comment on function data.past_cells(data.line, timestamptz) is 'What the versions of a line from before a moment add to data.tally, seen by whoever sees the line now';
create function data.tally_less(c data.tally_change) returns data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, -c.n, -c.x, -c.y
$$;
comment on function data.tally_less(data.tally_change) is 'The same, taken away';
-- One at a time, and nobody waits for their turn. Only where each statement sees what has been committed before it:
-- elsewhere a row that somebody folded meanwhile would be an error.
create function data.tally_fold() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if current_setting('transaction_isolation') <> 'read committed' then
		return;
	end if;
	perform from data.tally t where t.tally = '' for update skip locked;
	if not found then
		return;
	end if;
	with gone as (
		delete from data.tally_change returning *
	)
	insert into data.tally as t
		select g.tally, g.day, g.holder_force, g.shared, g.restricted, g.unit, g.a, g.b, g.c, sum(g.n), sum(g.x), sum(g.y)
		from gone g
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(g.n) <> 0 or sum(g.x) <> 0 or sum(g.y) <> 0
		on conflict (tally, day, holder_force, shared, restricted, unit, a, b, c)
			do update set n = t.n + excluded.n, x = t.x + excluded.x, y = t.y + excluded.y;
end
$$;
comment on function data.tally_fold() is 'Fold the changes of the tallies into them';
-- Cells of one kind become one row. Now and then the writer who comes by folds.
create function data.tally_add(changes data.tally_change[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	if changes is null then
		return;
	end if;
	insert into data.tally_change
		select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, sum(c.n), sum(c.x), sum(c.y)
		from unnest(changes) c
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(c.n) <> 0 or sum(c.x) <> 0 or sum(c.y) <> 0;
	if random() < 0.02 then
		perform data.tally_fold();
	end if;
end
$$;
comment on function data.tally_add(data.tally_change[]) is 'Add to the tallies';
-- The key tells what the caller sees by the row policy of data.line as far as it goes: what their force holds or
-- what is shared, or what is run from their units. data.place_extra() has the lines it cannot tell.
create function data.tally_seen(tally text, from_day date default '-infinity', to_day date default 'infinity')
returns table (day date, a text, b text, c text, n bigint, x bigint, y bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	me data.staff;
begin
	select * into me from data.staff s where s.login = session_user and s.valid_to > now();
	return query
	select t.day, t.a, t.b, t.c, sum(t.n)::bigint, sum(t.x)::bigint, sum(t.y)::bigint
	from data.tallied t
	where t.tally = tally_seen.tally and t.day between from_day and to_day
		and (t.holder_force = me.sees_force or t.shared and me.sees_force is not null or t.unit = any (me.sees_units))
		and (not t.restricted or me.sees_restricted)
	group by 1, 2, 3, 4
	having sum(t.n) <> 0 or sum(t.x) <> 0 or sum(t.y) <> 0;
end
$$;
comment on function data.tally_seen(text, date, date) is 'A tally over what the caller sees, as far as it tells';
-- The same as the triggers count, from the records. Written out: a call a row would be dear.
create function data.tally_afresh() returns setof data.tally
language sql stable
set search_path = pg_catalog, pg_temp
set work_mem = '256MB'
as $$
	with line as (
		select l.line_id, l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, '') as unit, coalesce(l.band, '') as band, l.export_force,
			coalesce(greatest(l.last_seen, l.last_review), '-infinity') as heard, (l.created_at at time zone 'Europe/London')::date as born,
			(l.valid_from at time zone 'Europe/London')::date as stood, l.overdue_taskings, l.is_open
		from data.line l
	), cell as (
		select 'lines' as tally, date '-infinity' as day, l.holder_force, l.shared, l.restricted, l.unit, l.band as a,
			l.export_force as b, '' as c, count(*) as n, count(*) filter (where l.overdue_taskings > 0) as x, sum(l.overdue_taskings) as y
		from line l where l.is_open group by 3, 4, 5, 6, 7, 8
		union all
		select 'heard', l.heard, l.holder_force, l.shared, l.restricted, l.unit, '', '', '', count(*), 0, 0
		from line l where l.is_open group by 2, 3, 4, 5, 6
		union all
		select 'born', l.born, l.holder_force, l.shared, l.restricted, l.unit, '', '', '', count(*), 0, 0
		from line l where l.is_open group by 2, 3, 4, 5, 6
		union all
		select 'stood', l.stood, l.holder_force, l.shared, l.restricted, l.unit, l.band, l.export_force, l.unit, count(*), 0, 0
		from line l where l.is_open group by 2, 3, 4, 5, 6, 7, 8
		union all
		select 'stood', d.day, coalesce(l.holder_force, ''), coalesce(l.shared, false), coalesce(l.restricted, false), coalesce(l.export_npu, ''),
			coalesce(h.band, ''), h.export_force, coalesce(h.export_npu, ''), sum(d.n), 0, 0
		from data.line_history h
		left join data.line l using (line_id)
		cross join lateral (values ((lower(h.during) at time zone 'Europe/London')::date, 1), ((upper(h.during) at time zone 'Europe/London')::date, -1)) d (day, n)
		where h.is_open
		group by 2, 3, 4, 5, 6, 7, 8, 9
		union all
		select e.tally, e.month, coalesce(l.holder_force, ''), coalesce(l.shared, e.line_id is null), coalesce(l.restricted, false),
			coalesce(l.export_npu, ''), e.a, e.b, '', sum(e.n), sum(e.x), sum(e.y)
		from (
			select 'arrests' as tally, date_trunc('month', x.on_day::timestamp)::date as month, x.line_id, '' as a, '' as b, 1 as n, 0 as x, 0 as y
			from data.arrest x where x.programme and x.voided_at is null
			union all
			select case when x.programme then 'disruptions' else 'disruptions_force' end, date_trunc('month', x.on_day::timestamp)::date, x.line_id, x.grade, x.four_p, 1, 0, 0
			from data.disruption x where x.voided_at is null
			union all
			select 'socex', date_trunc('month', x.on_day::timestamp)::date, x.line_id, '', '', x.arrested, x.arrested_drugs, x.trafficking_outcomes
			from data.disruption x where x.voided_at is null and not x.programme and x.arrested > 0
			union all
			select 'type1', date_trunc('month', x.on_day::timestamp)::date, x.line_id, '', '', 1, 0, 0
			from data.closure x where x.kind = 'type1' and x.state in ('provisional', 'verified')
		) e left join data.line l using (line_id)
		group by 1, 2, 3, 4, 5, 6, 7, 8
	)
	select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, sum(c.n)::bigint, sum(c.x)::bigint, sum(c.y)::bigint
	from cell c
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(c.n) <> 0 or sum(c.x) <> 0 or sum(c.y) <> 0
$$;
comment on function data.tally_afresh() is 'The tallies of lines and events, counted from the records';
-- For the tests, and for an administrator in doubt: data.tally_rebuild() mends what it finds. While others write, what
-- they committed in between is no fault: one statement sees one moment.
create function data.tally_faults() returns setof data.tally
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select f.tally, f.day, f.holder_force, f.shared, f.restricted, f.unit, f.a, f.b, f.c, sum(f.n)::bigint, sum(f.x)::bigint, sum(f.y)::bigint
	from (
		select * from data.tallied
		union all
		select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, -c.n, -c.x, -c.y from data.tally_afresh() c
	) f
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(f.n) <> 0 or sum(f.x) <> 0 or sum(f.y) <> 0
$$;
comment on function data.tally_faults() is 'What the tallies hold more than a count gives; nothing, if all is well';
-- In key order, so that what is summed together lies together.
create or replace function data.tally_rebuild() returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	truncate data.rank_tally, data.rank_score, data.place_tally, data.tally, data.tally_change;
	insert into data.rank_tally
		select grid_part, sort_score, sort_seen, count(*) from data.line
		where is_open and score is not null group by 1, 2, 3 order by 1, 2, 3;
	insert into data.rank_score
		select grid_part, sort_score, sum(n) from data.rank_tally group by 1, 2 order by 1, 2;
	insert into data.place_tally
		select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), '', coalesce(l.band, ''),
			date_trunc('week', l.created_at at time zone 'Europe/London')::date, count(*)
		from data.line l where l.is_open group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8;
	insert into data.place_tally
		select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), a, '', '-infinity', count(*)
		from data.line l cross join unnest(l.imports) a
		where l.is_open group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6;
	insert into data.tally values ('', '-infinity', '', false, false, '', '', '', '', 0, 0, 0);
	insert into data.tally select * from data.tally_afresh()
$$;
comment on function data.tally_rebuild() is 'Count the tallies anew, after a load that went past the triggers';
-- Candidates, few of them: the row policy of data.line judges each, and who asks leaves out what is in the sums.
create or replace function data.place_extra()
returns table (line_id uuid, in_sums boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with me as materialized (
		select s.* from data.staff s where s.login = session_user and s.valid_to > now()
	), candidate as (
		select r.line_id from data.line_reader r where r.login = session_user
		union
		select t.line_id from me cross join unnest(me.sees_units) u join data.tasking t on t.unit = u
		where t.is_open and t.line_id is not null
	)
	select c.line_id, (not l.restricted or me.sees_restricted) and (l.holder_force is not distinct from me.sees_force
		or l.shared and me.sees_force is not null or coalesce(l.export_npu = any (me.sees_units), false))
	from candidate c join data.line l using (line_id) cross join me
$$;
comment on function data.place_extra() is 'Lines the caller may see for being named on them or tasked with them; in_sums says whether data.place_sums() has them if they are open';
-- Who sees a line decides where its events are counted. Whoever writes an event holds its line by its key; here that
-- is waited for, before the log, so that nobody is kept waiting meanwhile. Every other change of a line waits for none.
create function data.tg_line__held() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if current_setting('transaction_isolation') <> 'read committed' then
		perform data.refuse('GL004', 'Who sees a line is not changed in a transaction that does not see what others have committed since it began.',
			'Begin it as READ COMMITTED, the default.');
	end if;
	perform from data.line l where l.line_id = old.line_id for update;
	return new;
end
$$;
comment on function data.tg_line__held() is 'Waits for who writes an event of a line before it is seen by others';
create trigger tg_line__held before update on data.line for each row
	when ((old.holder_force, old.shared, old.restricted, old.export_npu) is distinct from (new.holder_force, new.shared, new.restricted, new.export_npu))
	execute function data.tg_line__held();
-- After tg_line__history, so that the version before is history already, and before tg_line__log, which writers queue
-- for. Most changes of a line move nothing here: they are told by the columns before a row is taken apart. Who sees a
-- line decides where all it ever was is counted.
create function data.tg_line__kept() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.tally_change[];
begin
	if tg_op = 'INSERT' then
		select array_agg(x.cell) into changes from come l
		cross join lateral (select cell from data.tally_cells(l::data.line) cell union all select cell from data.stood_cell(l::data.line, l.valid_from) cell) x;
	elsif tg_op = 'UPDATE' then
		select array_agg(x.cell) into changes from come n join gone o using (line_id)
		cross join lateral (
			select cell from data.tally_cells(n::data.line) cell
			union all select data.tally_less(cell) from data.tally_cells(o::data.line) cell
			union all select cell from data.stood_cell(n::data.line, n.valid_from) cell
			union all select data.tally_less(cell) from data.stood_cell(o::data.line, n.valid_from) cell
		) x
		where (n.holder_force, n.shared, n.restricted, n.export_npu) is not distinct from (o.holder_force, o.shared, o.restricted, o.export_npu)
			and (n.is_open, n.band, n.export_force, n.overdue_taskings, n.last_seen, n.last_review, n.created_at)
				is distinct from (o.is_open, o.band, o.export_force, o.overdue_taskings, o.last_seen, o.last_review, o.created_at);
		if exists (select from come n join gone o using (line_id) where (n.holder_force, n.shared, n.restricted, n.export_npu)
				is distinct from (o.holder_force, o.shared, o.restricted, o.export_npu)) then
			select changes || array_agg(x.cell) into changes from come n join gone o using (line_id)
			cross join lateral (
				select cell from data.tally_cells(n::data.line) cell
				union all select cell from data.stood_cell(n::data.line, n.valid_from) cell
				union all select cell from data.past_cells(n::data.line, 'infinity') cell
				union all select cell from data.line_event_cells(n::data.line) cell
				union all select data.tally_less(cell) from data.tally_cells(o::data.line) cell
				union all select data.tally_less(cell) from data.stood_cell(o::data.line, o.valid_from) cell
				union all select data.tally_less(cell) from data.past_cells(o::data.line, o.valid_from) cell
				union all select data.tally_less(cell) from data.line_event_cells(o::data.line) cell
			) x
			where (n.holder_force, n.shared, n.restricted, n.export_npu) is distinct from (o.holder_force, o.shared, o.restricted, o.export_npu);
		end if;
	else
		-- What it was once stays counted, but is nobody's.
		select array_agg(x.cell) into changes from gone o
		cross join lateral jsonb_populate_record(o::data.line,
			'{"holder_force": "", "shared": false, "restricted": false, "export_npu": null}') nobodys
		cross join lateral (
			select data.tally_less(cell) as cell from data.tally_cells(o::data.line) cell
			union all select data.tally_less(cell) from data.stood_cell(o::data.line, o.valid_from) cell
			union all select data.tally_less(cell) from data.past_cells(o::data.line, o.valid_from) cell
			union all select cell from data.past_cells(nobodys, 'infinity') cell
		) x;
	end if;
	perform data.tally_add(changes);
	return null;
end
$$;
comment on function data.tg_line__kept() is 'Keeps the tallies of lines';
create trigger tg_line__kept_insert after insert on data.line
	referencing new table as come for each statement execute function data.tg_line__kept();
create trigger tg_line__kept_update after update on data.line
	referencing old table as gone new table as come for each statement execute function data.tg_line__kept();
create trigger tg_line__kept_delete after delete on data.line
	referencing old table as gone for each statement execute function data.tg_line__kept();
-- The events of a line go with it, and by then nobody can tell who saw them: before, they become nobody's.
create function data.tg_line__events() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.tally_change[];
	nobodys data.line := old;
begin
	if not exists (select from data.arrest x where x.line_id = old.line_id)
		and not exists (select from data.disruption x where x.line_id = old.line_id)
		and not exists (select from data.closure x where x.line_id = old.line_id) then
		return old;
	end if;
	nobodys.holder_force := '';
	nobodys.shared := false;
	nobodys.restricted := false;
	nobodys.export_npu := null;
	select array_agg(x.cell) into changes from (
		select data.tally_less(cell) as cell from data.line_event_cells(old) cell
		union all
		select cell from data.line_event_cells(nobodys) cell
	) x;
	perform data.tally_add(changes);
	return old;
end
$$;
comment on function data.tg_line__events() is 'Takes the events of a line that goes out of what people see';
create trigger tg_line__events before delete on data.line for each row execute function data.tg_line__events();
