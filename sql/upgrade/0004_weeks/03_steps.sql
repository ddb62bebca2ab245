create function data.day_of(at timestamptz) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select (at at time zone 'Europe/London')::date
$$;
comment on function data.day_of(timestamptz) is 'The day of a moment, in the time of the force';
-- lines: open lines by band (a) and force they are run from (b); x of them have late taskings, y taskings in all.
-- heard: open lines by the day of the latest news or review, -infinity without one. born: by the day they were recorded.
create function data.tally_cells(l data.line) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select x.tally, x.day, date '-infinity', l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''), x.a, x.b, '', 1::bigint, x.x, x.y
	from (values
		('lines', date '-infinity', coalesce(l.band, ''), l.export_force, (l.overdue_taskings > 0)::int::bigint, l.overdue_taskings::bigint),
		('heard', coalesce(greatest(l.last_seen, l.last_review), '-infinity'), '', '', 0, 0),
		('born', data.day_of(l.created_at), '', '', 0, 0)) x (tally, day, a, b, x, y)
	where l.is_open
$$;
comment on function data.tally_cells(data.line) is 'What a line as it stands adds to data.tally';
-- stood: how many lines of a band (a), run from a force (b) and unit (c), more there were from a day on. What
-- stood at the end of a day is what stands less what came after it. Who sees it is told by the line as it is.
create function data.stood_cell(l data.line, at timestamptz) returns setof data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select 'stood', data.day_of(at), date '-infinity', l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''),
		coalesce(l.band, ''), l.export_force, coalesce(l.export_npu, ''), 1::bigint, 0::bigint, 0::bigint
	where l.is_open
$$;
comment on function data.stood_cell(data.line, timestamptz) is 'What a version of a line adds to data.tally from a moment on';
create function data.past_cells(l data.line, before timestamptz) returns setof data.tally_change
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'stood', d.day, date '-infinity', l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, ''),
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
	select c.tally, c.day, c.since, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, -c.n, -c.x, -c.y
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
		select g.tally, g.day, g.since, g.holder_force, g.shared, g.restricted, g.unit, g.a, g.b, g.c, sum(g.n), sum(g.x), sum(g.y)
		from gone g
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(g.n) <> 0 or sum(g.x) <> 0 or sum(g.y) <> 0
		on conflict (tally, day, since, holder_force, shared, restricted, unit, a, b, c)
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
		select c.tally, c.day, c.since, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, sum(c.n), sum(c.x), sum(c.y)
		from unnest(changes) c
		group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.n) <> 0 or sum(c.x) <> 0 or sum(c.y) <> 0;
	if random() < 0.02 then
		perform data.tally_fold();
	end if;
end
$$;
comment on function data.tally_add(data.tally_change[]) is 'Add to the tallies';
-- The key tells what the caller sees by the row policy of data.line as far as it goes: what their force holds or
-- what is shared, or what is run from their units. data.place_extra() has the lines it cannot tell.
create function data.tally_seen(tally text, from_day date default '-infinity', to_day date default 'infinity')
returns table (day date, since date, a text, b text, c text, n bigint, x bigint, y bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	me data.staff;
begin
	select * into me from data.staff s where s.login = session_user and s.valid_to > now();
	return query
	select t.day, t.since, t.a, t.b, t.c, sum(t.n)::bigint, sum(t.x)::bigint, sum(t.y)::bigint
	from data.tallied t
	where t.tally = tally_seen.tally and t.day between from_day and to_day
		and (t.holder_force = me.sees_force or t.shared and me.sees_force is not null or t.unit = any (me.sees_units))
		and (not t.restricted or me.sees_restricted)
	group by 1, 2, 3, 4, 5
	having sum(t.n) <> 0 or sum(t.x) <> 0 or sum(t.y) <> 0;
end
$$;
comment on function data.tally_seen(text, date, date) is 'A tally over what the caller sees, as far as it tells';
-- As the triggers count, from the records. Written out where a call a row would be dear.
create function data.tally_afresh() returns setof data.tally
language sql stable
set search_path = pg_catalog, pg_temp
set work_mem = '256MB'
as $$
	with cell as (
		select c.tally, c.day, c.since, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, c.n, c.x, c.y
		from data.line l cross join lateral (
			select * from data.tally_cells(l)
			union all
			select * from data.stood_cell(l, l.valid_from)) c
		union all
		select 'stood', d.day, date '-infinity', coalesce(l.holder_force, ''), coalesce(l.shared, false), coalesce(l.restricted, false),
			coalesce(l.export_npu, ''), coalesce(h.band, ''), h.export_force, coalesce(h.export_npu, ''), d.n, 0, 0
		from data.line_history h
		left join data.line l using (line_id)
		cross join lateral (values (data.day_of(lower(h.during)), 1::bigint), (data.day_of(upper(h.during)), -1)) d (day, n)
		where h.is_open
	)
	select c.tally, c.day, c.since, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, sum(c.n)::bigint, sum(c.x)::bigint, sum(c.y)::bigint
	from cell c
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.n) <> 0 or sum(c.x) <> 0 or sum(c.y) <> 0
$$;
comment on function data.tally_afresh() is 'The tallies of lines and events, counted from the records';
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
	insert into data.tally values ('', '-infinity', '-infinity', '', false, false, '', '', '', '', 0, 0, 0);
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
-- After tg_line__history, so that the version before is history already. Most changes of a line move nothing here:
-- they are told by the columns before a row is taken apart. Who sees a line decides where all it ever was is counted.
create function data.tg_line__sums() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.tally_change[];
	nobodys data.line;
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
				union all select data.tally_less(cell) from data.tally_cells(o::data.line) cell
				union all select data.tally_less(cell) from data.stood_cell(o::data.line, o.valid_from) cell
				union all select data.tally_less(cell) from data.past_cells(o::data.line, o.valid_from) cell
			) x
			where (n.holder_force, n.shared, n.restricted, n.export_npu) is distinct from (o.holder_force, o.shared, o.restricted, o.export_npu);
		end if;
	else
		for nobodys in select * from gone loop
			select changes || array_agg(x.cell) into changes from (
				select data.tally_less(cell) as cell from data.tally_cells(nobodys) cell
				union all select data.tally_less(cell) from data.stood_cell(nobodys, nobodys.valid_from) cell
				union all select data.tally_less(cell) from data.past_cells(nobodys, nobodys.valid_from) cell
			) x;
			nobodys.holder_force := '';
			nobodys.shared := false;
			nobodys.restricted := false;
			nobodys.export_npu := null;
			select changes || array_agg(cell) into changes from data.past_cells(nobodys, 'infinity') cell;
		end loop;
	end if;
	perform data.tally_add(changes);
	return null;
end
$$;
comment on function data.tg_line__sums() is 'Keeps the tallies of lines';
create trigger tg_line__sums_insert after insert on data.line
	referencing new table as come for each statement execute function data.tg_line__sums();
create trigger tg_line__sums_update after update on data.line
	referencing old table as gone new table as come for each statement execute function data.tg_line__sums();
create trigger tg_line__sums_delete after delete on data.line
	referencing old table as gone for each statement execute function data.tg_line__sums();
create or replace function data.tg_crime_group__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond'; -- nothing is dated before a freeze
begin
	if tg_op = 'INSERT' then
		new.valid_from := greatest(coalesce(new.valid_from, data.clock()), floor);
	elsif (new.group_ref, new.kind, new.name, new.mapped, new.band)
		is distinct from (old.group_ref, old.kind, old.name, old.mapped, old.band) then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	else
		return null; -- nothing changed
	end if;
	new.search_text := data.search_key(concat_ws(E'\n', new.group_ref, new.name));
	return new;
end
$$;
comment on function data.tg_crime_group__version() is 'Version, business time and search text of a group; a change of nothing is none';
create or replace trigger tg_crime_group__version before insert or update on data.crime_group
	for each row execute function data.tg_crime_group__version();
create function data.tg_crime_group__history() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' then
		insert into data.group_history
			select tstzrange(o.valid_from, n.valid_from), o.* from gone o join come n using (group_id)
			where o.valid_from < n.valid_from;
	else
		insert into data.group_history
			select tstzrange(o.valid_from, greatest(o.valid_from, data.clock()), '[]'), o.* from gone o;
	end if;
	return null;
end
$$;
comment on function data.tg_crime_group__history() is 'Keeps every version of a group that stood at the end of a transaction';
create trigger tg_crime_group__history_update after update on data.crime_group
	referencing old table as gone new table as come
	for each statement execute function data.tg_crime_group__history();
create trigger tg_crime_group__history_delete after delete on data.crime_group
	referencing old table as gone
	for each statement execute function data.tg_crime_group__history();
create or replace function data.tg_review__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	kept jsonb;
begin
	if tg_op = 'TRUNCATE' then
		perform data.refuse('GL002', 'Reviews are never emptied out.', 'A correction says what was wrong.');
	end if;
	kept := to_jsonb(case tg_op when 'INSERT' then new else old end);
	if tg_op <> 'INSERT' and tg_argv[0] = 'entry' then
		perform data.refuse('GL002', 'What a review recorded is not changed or taken back.', 'Add a correction that says what was wrong.');
	elsif tg_argv[0] <> 'note' and (select r.state from data.review r where r.review_id = (kept ->> 'review_id')::uuid) = 'closed' then
		perform data.refuse('GL002', format('The review of %s is frozen.', (select r.week from data.review r
			where r.review_id = (kept ->> 'review_id')::uuid)), 'Add a correction that says what was wrong.');
	end if;
	return case tg_op when 'DELETE' then old else new end;
end
$$;
comment on function data.tg_review__frozen() is 'Nobody changes what a review recorded, nor anything of one that is closed, the owner included';
do $$
declare
	t record;
begin
	for t in select * from (values ('review', 'insert or update or delete', 'review'), ('review_item', 'insert or update or delete', 'item'),
			('review_decision', 'insert', 'new'), ('review_decision', 'update or delete', 'entry'),
			('review_tasking', 'insert', 'new'), ('review_tasking', 'update or delete', 'entry'),
			('review_chair', 'insert', 'new'), ('review_chair', 'update or delete', 'entry'),
			('review_figure', 'insert', 'new'), ('review_figure', 'update or delete', 'entry'),
			('review_board', 'insert', 'new'), ('review_board', 'update or delete', 'entry'),
			('review_note', 'update or delete', 'entry')) x (name, what, mode) loop
		execute format('create or replace trigger tg_review__frozen_%s before %s on data.%I for each row execute function data.tg_review__frozen(%L)',
			t.mode, t.what, t.name, t.mode);
	end loop;
	for t in select unnest(array['review', 'review_item', 'review_decision', 'review_tasking', 'review_chair', 'review_figure', 'review_board', 'review_note']) as name loop
		execute format('create or replace trigger tg_review__frozen_all before truncate on data.%I for each statement execute function data.tg_review__frozen()', t.name);
	end loop;
end
$$;
-- A figure is counted as of a moment from what was entered and stood by then. So what is entered or taken back by a
-- transaction that had begun before a freeze, and writes after it, is dated after it, as versions of lines are.
create function data.tg_event__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond';
begin
	if tg_op = 'INSERT' then
		new.entered_at := greatest(new.entered_at, floor);
	end if;
	if tg_op = 'INSERT' or old.voided_at is null then
		new.voided_at := case when new.voided_at is not null then greatest(new.voided_at, floor) end;
	end if;
	return new;
end
$$;
comment on function data.tg_event__frozen() is 'Nothing is entered or voided as of before a freeze';
do $$
declare
	t text;
begin
	foreach t in array array['arrest', 'charge', 'safeguarding', 'disruption', 'seizure'] loop
		execute format('create trigger tg_event__frozen before insert or update on data.%I for each row execute function data.tg_event__frozen()', t);
	end loop;
end
$$;
create function data.tg_closure_state__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	new.at := greatest(new.at, data.frozen_until() + interval '1 microsecond');
	return new;
end
$$;
comment on function data.tg_closure_state__frozen() is 'No outcome comes into a state as of before a freeze';
create trigger tg_closure_state__frozen before insert on data.closure_state
	for each row execute function data.tg_closure_state__frozen();
create function data.tg_return_value__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond';
begin
	if tg_op = 'INSERT' then
		new.entered_at := greatest(new.entered_at, floor);
	end if;
	if tg_op = 'INSERT' or old.replaced_at is null then
		new.replaced_at := case when new.replaced_at is not null then greatest(new.replaced_at, floor) end;
	end if;
	return new;
end
$$;
comment on function data.tg_return_value__frozen() is 'Nothing is returned or replaced as of before a freeze';
create trigger tg_return_value__frozen before insert or update on data.return_value
	for each row execute function data.tg_return_value__frozen();
create or replace function data.tg_history__frozen() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'TRUNCATE' or lower(old.during) <= data.frozen_until() or tg_op = 'UPDATE' then
		perform data.refuse('GL002', 'History is not changed, and what a review froze is not removed.', 'Correct what stands now; history keeps both.');
	end if;
	return old;
end
$$;
comment on function data.tg_history__frozen() is 'Nobody changes the versions of lines, taskings and groups that a freeze stands on, the owner included';
create or replace trigger tg_history__frozen before update or delete on data.line_history
	for each row execute function data.tg_history__frozen();
create or replace trigger tg_history__frozen_all before truncate on data.line_history
	for each statement execute function data.tg_history__frozen();
create or replace trigger tg_history__frozen before update or delete on data.tasking_history
	for each row execute function data.tg_history__frozen();
create or replace trigger tg_history__frozen_all before truncate on data.tasking_history
	for each statement execute function data.tg_history__frozen();
create or replace trigger tg_history__frozen before update or delete on data.group_history
	for each row execute function data.tg_history__frozen();
create or replace trigger tg_history__frozen_all before truncate on data.group_history
	for each statement execute function data.tg_history__frozen();
