-- A sequence is read as it is now, whatever the snapshot and the isolation of who reads it.
create function data.frozen_until() returns timestamptz
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select timestamptz 'epoch' + s.last_value * interval '1 microsecond' from data.frozen_until s
$$;
comment on function data.frozen_until() is 'Business time as of which, and as of before which, nothing is written any more';
-- In key order, so that what is summed together lies together.
create or replace function data.tally_rebuild() returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	truncate data.rank_tally, data.rank_score, data.place_tally;
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
		where l.is_open group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
$$;
comment on function data.tally_rebuild() is 'Count the tallies anew, after a load that went past the triggers';
-- In the time of the force, whatever the session's: what is tallied by week must not hang on who wrote it.
create function data.week_of(moment timestamptz) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select date_trunc('week', moment at time zone 'Europe/London')::date
$$;
comment on function data.week_of(timestamptz) is 'The Monday of a moment''s week';
create function data.place_cells(l data.line) returns setof data.place_tally
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), '', coalesce(l.band, ''),
		date_trunc('week', l.created_at at time zone 'Europe/London')::date, 1
	where l.is_open
	union all
	select l.holder_force, l.shared, l.restricted, l.export_force, coalesce(l.export_npu, ''), a, '', '-infinity', 1
	from unnest(l.imports) a
	where l.is_open
$$;
comment on function data.place_cells(data.line) is 'What a line adds to data.place_tally';
create function audit.tip()
returns table (entry_id bigint, hash text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select h.entry_id, encode(h.hash, 'hex') from audit.head h
$$;
comment on function audit.tip() is 'The last entry of the log, and its hash';
create or replace function data.tg_line__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond'; -- nothing is dated before a freeze
begin
	select s.is_open into new.is_open from ref.line_status s where s.code = new.status;
	if tg_op = 'INSERT' then
		new.valid_from := greatest(coalesce(new.valid_from, data.clock()), floor);
		new.created_at := coalesce(new.created_at, new.valid_from);
	elsif (new.line_ref, new.name, new.holder_force, new.shared, new.restricted, new.status, new.is_open, new.export_force,
			new.export_npu, new.lro, new.bulk_marketing, new.first_seen, new.last_seen, new.last_review,
			new.score, new.band, new.assessment_id, new.aliases, new.imports, new.drugs, new.group_refs,
			new.merged_into, new.successor_of)
		is distinct from (old.line_ref, old.name, old.holder_force, old.shared, old.restricted, old.status,
			old.is_open, old.export_force, old.export_npu, old.lro, old.bulk_marketing, old.first_seen, old.last_seen,
			old.last_review, old.score, old.band, old.assessment_id, old.aliases, old.imports, old.drugs,
			old.group_refs, old.merged_into, old.successor_of) then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	elsif (new.open_taskings, new.overdue_taskings, new.tasked_units, new.readers)
		is distinct from (old.open_taskings, old.overdue_taskings, old.tasked_units, old.readers) then
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	else
		return null; -- nothing changed
	end if;
	new.aliases_text := array_to_string(new.aliases, ';');
	new.imports_text := array_to_string(new.imports, ';');
	new.drugs_text := array_to_string(new.drugs, ';');
	new.groups_text := array_to_string(new.group_refs, ';');
	new.search_text := data.search_key(concat_ws(E'\n', new.line_ref, new.name, array_to_string(new.aliases, E'\n')));
	return new;
end
$$;
comment on function data.tg_line__version() is 'Version, business time and the texts worked out from a line; a change of nothing is none';
create or replace trigger tg_line__version before insert or update on data.line
	for each row execute function data.tg_line__version();
-- In key order, as data.tg_line__tally. Most changes of a line move nothing here: they are told by the columns
-- before a row is taken apart.
create function data.tg_line__places() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.place_tally[];
begin
	if tg_op = 'INSERT' then
		select array_agg(c) into changes from come l cross join lateral data.place_cells(l::data.line) c;
	elsif tg_op = 'DELETE' then
		select array_agg(c) into changes from gone l cross join lateral data.place_cells(l::data.line) c;
	else
		select array_agg(row(c.holder_force, c.shared, c.restricted, c.export_force, c.export_unit, c.area, c.band, c.born,
			s.d)::data.place_tally) into changes
		from come n join gone o using (line_id)
		cross join lateral (values (n::data.line, 1), (o::data.line, -1)) s (l, d)
		cross join lateral data.place_cells(s.l) c
		where (n.holder_force, n.shared, n.restricted, n.export_force, n.export_npu, n.is_open, n.imports, n.band)
			is distinct from (o.holder_force, o.shared, o.restricted, o.export_force, o.export_npu, o.is_open, o.imports, o.band);
	end if;
	if changes is not null then
		insert into data.place_tally
			select c.holder_force, c.shared, c.restricted, c.export_force, c.export_unit, c.area, c.band, c.born,
				case tg_op when 'DELETE' then -sum(c.n) else sum(c.n) end
			from unnest(changes) c
			group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(c.n) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
			on conflict (holder_force, shared, restricted, export_force, export_unit, area, band, born)
				do update set n = place_tally.n + excluded.n;
	end if;
	return null;
end
$$;
comment on function data.tg_line__places() is 'Keeps the tally of places';
create trigger tg_line__places_insert after insert on data.line
	referencing new table as come for each statement execute function data.tg_line__places();
create trigger tg_line__places_update after update on data.line
	referencing old table as gone new table as come for each statement execute function data.tg_line__places();
create trigger tg_line__places_delete after delete on data.line
	referencing old table as gone for each statement execute function data.tg_line__places();
create or replace function data.tg_tasking__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond'; -- nothing is dated before a freeze
begin
	select s.is_open into new.is_open from ref.tasking_state s where s.code = new.state;
	if tg_op = 'INSERT' then
		new.valid_from := greatest(coalesce(new.valid_from, data.clock()), floor);
		new.raised_on := coalesce(new.raised_on, new.valid_from::date);
		new.force := coalesce(new.force, (select l.holder_force from data.line l where l.line_id = new.line_id));
	elsif new is distinct from old then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	else
		return null; -- nothing changed
	end if;
	return new;
end
$$;
comment on function data.tg_tasking__version() is 'Version and business time of a tasking; a change of nothing is none';
create or replace trigger tg_tasking__version before insert or update on data.tasking
	for each row execute function data.tg_tasking__version();
create or replace function data.tg_tasking__counters() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op <> 'DELETE' then
		perform data.line_counters(array(select distinct line_id from come where line_id is not null));
	end if;
	if tg_op <> 'INSERT' then
		perform data.line_counters(array(select distinct line_id from gone where line_id is not null));
	end if;
	return null;
end
$$;
comment on function data.tg_tasking__counters() is 'Keeps the counters on lines up to their taskings';
create or replace trigger tg_tasking__counters_insert after insert on data.tasking
	referencing new table as come for each statement execute function data.tg_tasking__counters();
create or replace trigger tg_tasking__counters_update after update on data.tasking
	referencing old table as gone new table as come
	for each statement execute function data.tg_tasking__counters();
create or replace trigger tg_tasking__counters_delete after delete on data.tasking
	referencing old table as gone for each statement execute function data.tg_tasking__counters();
create function data.tg_review__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new is distinct from old then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		return new;
	end if;
	return null; -- nothing changed
end
$$;
comment on function data.tg_review__version() is 'Version of a review and of an item; a change of nothing is none';
create trigger tg_review__version before update on data.review
	for each row execute function data.tg_review__version();
create trigger tg_review__version before update on data.review_item
	for each row execute function data.tg_review__version();
create function data.tg_review__frozen() returns trigger
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
			('review_note', 'update or delete', 'entry')) x (name, what, mode) loop
		execute format('create trigger tg_review__frozen_%s before %s on data.%I for each row execute function data.tg_review__frozen(%L)',
			t.mode, t.what, t.name, t.mode);
	end loop;
	for t in select unnest(array['review', 'review_item', 'review_decision', 'review_tasking', 'review_chair', 'review_figure', 'review_note']) as name loop
		execute format('create trigger tg_review__frozen_all before truncate on data.%I for each statement execute function data.tg_review__frozen()', t.name);
	end loop;
end
$$;
create function data.tg_history__frozen() returns trigger
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
comment on function data.tg_history__frozen() is 'Nobody changes the versions of lines and taskings that a freeze stands on, the owner included';
create trigger tg_history__frozen before update or delete on data.line_history
	for each row execute function data.tg_history__frozen();
create trigger tg_history__frozen_all before truncate on data.line_history
	for each statement execute function data.tg_history__frozen();
create trigger tg_history__frozen before update or delete on data.tasking_history
	for each row execute function data.tg_history__frozen();
create trigger tg_history__frozen_all before truncate on data.tasking_history
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
-- Consoles that listen read anew what they show. The payload is the kind of record and never what is in it: anybody who
-- may connect hears it. Said once a transaction however many statements it has, and not for a statement that
-- changed nothing. The first argument of the trigger is the kind.
create function data.tg_record__notify() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	any_row boolean;
begin
	if tg_op = 'DELETE' then
		any_row := exists (select from gone);
	else
		any_row := exists (select from come);
	end if;
	if any_row then
		perform pg_notify('gridline', tg_argv[0]);
	end if;
	return null;
end
$$;
comment on function data.tg_record__notify() is 'Tells whoever listens that records of a kind were changed, and never which';
do $$
declare
	t record;
begin
	for t in select * from (values
		('tasking', 'tasking'),
		('line', 'line'),
		('crime_group', 'line'),
		('assessment', 'line'),
		('closure', 'line'),
		('deconfliction', 'line'),
		('review', 'review'),
		('review_place', 'review'),
		('review_item', 'review'),
		('review_note', 'review')
	) x (name, kind) loop
		execute format('create trigger tg_record__notify_insert after insert on data.%I
			referencing new table as come for each statement execute function data.tg_record__notify(%L)', t.name, t.kind);
		execute format('create trigger tg_record__notify_update after update on data.%I
			referencing new table as come for each statement execute function data.tg_record__notify(%L)', t.name, t.kind);
		execute format('create trigger tg_record__notify_delete after delete on data.%I
			referencing old table as gone for each statement execute function data.tg_record__notify(%L)', t.name, t.kind);
	end loop;
end
$$;
-- Printed on every page that leaves, so that paper witnesses the log: it tells nothing but how long the log is.
create function api.audit_head()
returns table (entry_id bigint, hash text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t.entry_id, t.hash from audit.tip() t
	where case when data.my_force() is null then data.refuse('GL002', 'Only staff may see the head of the log.',
		'Ask the database administrator for an entry in the staff table.') else true end
$$;
comment on function api.audit_head() is 'The last entry of the log and its hash, for paper that witnesses it';
create or replace view api.terms as
	select v.vocabulary, v.code, v.label, v.position
	from ref.clock c
	cross join lateral (
		select 'status' as vocabulary, code, label, position from ref.line_status where c.today between valid_from and valid_to
		union all select 'band', code, label, position from ref.band
		union all select 'force', code, label, position from ref.force where c.today between valid_from and valid_to
		union all select 'npu', code, label, position from ref.unit
			where kind in ('npu', 'lpa') and c.today between valid_from and valid_to
		union all select 'drug', code, label, position from ref.drug where c.today between valid_from and valid_to
		union all select 'location', code, label, position from ref.area where c.today between valid_from and valid_to
		union all select 'unit', code, label, position from ref.unit where c.today between valid_from and valid_to
		union all select 'operation', code, label, position from ref.operation where c.today between valid_from and valid_to
		union all select 'lro', login, name, row_number() over (order by login)::int from data.staff
			where role = 'lro' and active
		union all select 'officer', login, name, row_number() over (order by login)::int from data.staff
			where role in ('analyst', 'lro', 'supervisor') and active
		union all select 'tasking_state', code, label, position from ref.tasking_state where c.today between valid_from and valid_to
		union all select 'tasking_route', code, label, position from ref.tasking_route
		union all select 'tasking_template', code, label, position from ref.tasking_template
			where c.today between valid_from and valid_to
		union all select 'person_category', code, label, position from ref.person_category
			where c.today between valid_from and valid_to
		union all select w.vocabulary, w.code, w.label, w.position from ref.word w
			where c.today between w.valid_from and w.valid_to
		union all select 'offence', code, label, position from ref.offence where c.today between valid_from and valid_to
		union all select 'decision', code, label, position from ref.decision where c.today between valid_from and valid_to
		union all select 'review_series', name, name, row_number() over (order by name)::int from data.review_series
		union all select 'chair', login, name, row_number() over (order by login)::int from data.staff
			where role = 'supervisor' and active
		union all select 'decider', login, name, row_number() over (order by login)::int from data.staff
			where role in ('supervisor', 'analyst') and active
		union all select 'group_kind', code, label, position from ref.group_kind
		union all select 'group_band', code, label, position from ref.group_band
		union all select 'series', code, label, position from ref.series
	) v;
comment on view api.terms is 'The words of the reference tables that are valid today, for filters, files and completion';
create or replace view api.setting as
	select stale_days, justification, consult_minutes, check_back_days, suppress_below from ref.setting;
comment on view api.setting is 'Settings of the force that a client shows';
