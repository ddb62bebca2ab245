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
begin
	if tg_op = 'INSERT' then
		new.entered_at := data.after_freeze(new.entered_at);
	end if;
	if tg_op = 'INSERT' or old.voided_at is null then
		new.voided_at := data.after_freeze(new.voided_at);
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
	new.at := data.after_freeze(new.at);
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
begin
	if tg_op = 'INSERT' then
		new.entered_at := data.after_freeze(new.entered_at);
	end if;
	if tg_op = 'INSERT' or old.replaced_at is null then
		new.replaced_at := data.after_freeze(new.replaced_at);
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
-- One entry a statement, as for lines. The first argument of the trigger is what the record is to people,
-- the second the column of its reference.
create or replace function audit.tg_record__log() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	refs text[];
	n bigint;
	operation text := case tg_op when 'INSERT' then 'collection' when 'UPDATE' then 'alteration' else 'erasure' end;
begin
	execute format('select count(*), (array_agg(distinct %I::text))[:100] from %s', tg_argv[1],
		case tg_op when 'DELETE' then 'gone' else 'come' end) into n, refs;
	if n > 0 then
		perform audit.write(operation, tg_argv[0], case when n = 1 then refs[1] else n || ' records' end, '', '',
			jsonb_build_object('rows', n, 'refs', refs));
	end if;
	return null;
end
$$;
comment on function audit.tg_record__log() is 'Logs collection, alteration and erasure of what stands behind a line, never what is in it';
do $$
declare
	t record;
begin
	for t in select * from (values
		('person', 'person', 'person_id'),
		('line_person', 'person of a line', 'person_id'),
		('deconfliction', 'deconfliction', 'deconfliction_id'),
		('assessment', 'assessment', 'assessment_id'),
		('external_score', 'external score', 'external_id'),
		('intel', 'intelligence', 'intel_id'),
		('arrest', 'arrest', 'event_ref'),
		('charge', 'charge', 'event_ref'),
		('safeguarding', 'safeguarding', 'event_ref'),
		('disruption', 'disruption', 'event_ref'),
		('seizure', 'seizure', 'event_ref'),
		('ddtro', 'restriction order', 'event_ref'),
		('closure', 'outcome', 'outcome_ref'),
		('return_value', 'return', 'series'),
		('tasking', 'tasking', 'tasking_ref'),
		('review_series', 'weekly review', 'name'),
		('review', 'review', 'week'),
		('review_item', 'agenda item', 'item_id'),
		('review_decision', 'decision', 'item_id'),
		('review_note', 'note of a review', 'review_id'),
		('review_chair', 'chair of a review', 'review_id'),
		('review_figure', 'figure of a review', 'review_id'),
		('review_board', 'board figure of a review', 'review_id'),
		('review_tasking', 'tasking of a decision', 'tasking_id')
	) x (name, kind, ref) loop
		execute format('create or replace trigger tg_record__log_insert after insert on data.%I
			referencing new table as come for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create or replace trigger tg_record__log_update after update on data.%I
			referencing old table as gone new table as come
			for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create or replace trigger tg_record__log_delete after delete on data.%I
			referencing old table as gone for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
	end loop;
end
$$;
-- The line is held by its key, as a foreign key does it: who sees it then stays (data.tg_line__held), and nobody else
-- waits. Before the log, which all writers queue for.
create function data.tg_event__sums() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.tally_change[];
	parts text[];
begin
	parts := array_remove(array[
		case when tg_op <> 'DELETE' then format('select x::data.%I as x, 1 as d from come x', tg_table_name) end,
		case when tg_op <> 'INSERT' then format('select x::data.%I as x, -1 as d from gone x', tg_table_name) end], null);
	execute format('select from data.line l where l.line_id in (select (e.x).line_id from (%s) e) order by l.line_id for key share',
		array_to_string(parts, ' union all '));
	execute format('select array_agg(case when e.d > 0 then cell else data.tally_less(cell) end)
		from (%s) e left join data.line l on l.line_id = (e.x).line_id cross join lateral data.event_cells(e.x, l) cell',
		array_to_string(parts, ' union all ')) into changes;
	perform data.tally_add(changes);
	return null;
end
$$;
comment on function data.tg_event__sums() is 'Keeps the tallies of events and outcomes';
do $$
declare
	name text;
begin
	foreach name in array array['arrest', 'disruption', 'closure'] loop
		execute format('create trigger tg_event__sums_insert after insert on data.%I
			referencing new table as come for each statement execute function data.tg_event__sums()', name);
		execute format('create trigger tg_event__sums_update after update on data.%I
			referencing old table as gone new table as come for each statement execute function data.tg_event__sums()', name);
		execute format('create trigger tg_event__sums_delete after delete on data.%I
			referencing old table as gone for each statement execute function data.tg_event__sums()', name);
	end loop;
end
$$;
-- From the tallies, whatever the number of lines: fifty consoles ask at once. The few lines the tallies cannot tell
-- of are looked at one by one.
create or replace function api.summary()
returns table (kind text, code text, label text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with k as materialized (
		select * from ref.clock
	), extra as materialized (
		select l.band, l.overdue_taskings as late, greatest(l.last_seen, l.last_review) as heard, l.created_at
		from data.place_extra() e join data.line l using (line_id) where not e.in_sums and l.is_open
	), counted as materialized (
		select x.band, sum(x.n) as n, sum(x.overdue) as overdue, sum(x.late) as late
		from (
			select nullif(t.a, '') as band, t.n, t.x as overdue, t.y as late from data.tally_seen('lines') t
			union all
			select e.band, 1, (e.late > 0)::int, e.late from extra e
		) x
		group by 1
	), fresh as (
		select (select coalesce(sum(t.n), 0) from k cross join lateral data.tally_seen('heard', k.stale_before) t)
			+ (select count(*) from extra e cross join k where e.heard >= k.stale_before) as n
	), young as (
		select (select coalesce(sum(t.n), 0) from k cross join lateral data.tally_seen('born', data.day_of(k.week_start)) t)
			+ (select count(*) from extra e cross join k where e.created_at >= k.week_start) as n
	)
	select x.kind, x.code, x.label, x.n::bigint from (
		select 1 as part, b.position, 'band' as kind, b.code, b.label, coalesce(c.n, 0) as n
		from ref.band b left join counted c on c.band = b.code
		union all select 2, 0, 'unscored', '', 'No score', coalesce(sum(n), 0) from counted where band is null
		union all select 3, 0, 'open', '', 'Open lines', coalesce(sum(n), 0) from counted
		union all select 4, 0, 'overdue', '', 'Lines with late taskings', coalesce(sum(overdue), 0) from counted
		union all select 5, 0, 'stale', '', 'Stale lines', coalesce(sum(n), 0) - (select n from fresh) from counted
		union all select 6, 0, 'new', '', 'New this week', (select n from young)
		union all select 7, 0, 'late_taskings', '', 'Late taskings', coalesce(sum(late), 0) from counted
	) x
	order by x.part, x.position
$$;
comment on function api.summary() is 'Counts over the open lines the caller may see';
-- The policy of data.line in words of its own, for functions of its owner. A body without quotes is taken into the
-- query that calls it, so that an index can answer.
create function data.seen_by(l data.line, s data.staff) returns boolean
language sql stable
return (l.holder_force = s.sees_force or l.shared and s.sees_force is not null or (array[l.export_npu] || l.tasked_units) && s.sees_units)
	and (not l.restricted or s.sees_restricted or s.login = any (l.readers));
comment on function data.seen_by(data.line, data.staff) is 'Does the row policy show a line to somebody?';
-- What the policy of data.line shows the caller, for functions of its owner, who sees every line and must not
-- tell of all. A test holds it against the policy.
create or replace view data.seen_line as
	select l.line_id, l.holder_force = s.writes_force is true as mine
	from data.line l
	join data.staff s on s.login = session_user and s.active and s.valid_to > now()
	where data.seen_by(l, s);
comment on view data.seen_line is 'The lines that the caller sees, and whether they write for the force that holds them';
