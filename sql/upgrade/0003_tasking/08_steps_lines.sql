-- api.terms are the words of today. A file may speak of a line that was last seen before a unit
-- was dissolved, so it is held against these.
create or replace view ref.term as
	select 'status' as vocabulary, code from ref.line_status
	union all select 'force', code from ref.force
	union all select 'npu', code from ref.unit where kind in ('npu', 'lpa')
	union all select 'drug', code from ref.drug
	union all select 'location', code from ref.area
	union all select 'lro', login from data.staff where role = 'lro'
	union all select 'person_category', code from ref.person_category
	union all select vocabulary, code from ref.word
	union all select 'offence', code from ref.offence
	union all select 'unit', code from ref.unit
	union all select 'operation', code from ref.operation
	union all select 'tasking_route', code from ref.tasking_route
	union all select 'tasking_state', code from ref.tasking_state
	union all select 'officer', login from data.staff where role in ('analyst', 'lro', 'supervisor')
	union all select 'group_kind', code from ref.group_kind
	union all select 'group_band', code from ref.group_band
	union all select 'series', code from ref.series;
comment on view ref.term is 'The words that files may use, those of other days among them';
comment on column ref.term.vocabulary is 'Where the word belongs, as in api.terms';
comment on column ref.term.code is 'The word';
-- Each day that occurs is looked at once, however many rows bear it.
create or replace function data.import_cell_date(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with today as materialized (
		select data.clock()::date as day
	), used as materialized (
		select distinct cells ->> (p_column).name as value
		  from data.import_row where import_id = p_import
	), wrong as materialized (
		select value,
		       case when data.parse_day(value) is null
		            then format('%s is not a day; days are written like %s', data.import_quote(value), today.day)
		            else format('%s lies in the future: today is %s', value, today.day) end as reason
		  from used, today
		 where value <> ''
		   and (data.parse_day(value) is null or (p_column).shape = 'date' and data.parse_day(value) > today.day)
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, (p_column).name, wrong.reason
	  from data.import_row r
	  join wrong on wrong.value = r.cells ->> (p_column).name
	 where r.import_id = p_import
$$;
comment on function data.import_cell_date(uuid, ref.import_column) is 'Notes cells that are no day, or a day to come where none may be';
-- What one cell alone can tell, driven by ref.import_column.
create or replace function data.import_check_cells(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c ref.import_column;
begin
	perform data.import_cell_characters(p_import);
	for c in
		select col.*
		  from ref.import_column col
		  join data.import i on i.kind = col.kind
		 where i.import_id = p_import
		   and exists (select from data.import_row r where r.import_id = p_import and r.cells ? col.name)
		 order by col.position
	loop
		perform data.import_cell_filled(p_import, c);
		case c.shape
		when 'reference' then
			perform data.import_cell_pattern(p_import, c, '^[a-z0-9][a-z0-9._/-]*$',
				'%s is not a reference: letters, digits and . _ / - only');
		when 'flag' then
			perform data.import_cell_pattern(p_import, c, '^(yes|no)$', '%s is neither yes nor no');
		when 'number' then
			perform data.import_cell_pattern(p_import, c, '^[0-9]{1,9}$', '%s is not a whole number of at most nine digits');
		when 'date', 'day' then
			perform data.import_cell_date(p_import, c);
		when 'term', 'terms' then
			perform data.import_cell_term(p_import, c);
		when 'groups' then
			perform data.import_cell_groups(p_import, c);
		when 'phones' then
			perform data.import_cell_phones(p_import, c);
		when 'text', 'texts', 'block' then
			null;
		end case;
	end loop;
end
$$;
comment on function data.import_check_cells(uuid) is 'Notes what is wrong with single cells of an import';
-- The rows go in any case: they may hold telephone numbers and name people, and nobody needs them again.
create or replace function data.import_close(p_import uuid, done boolean, p_added bigint, p_changed bigint, p_same bigint)
returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	delete from data.import_row where import_id = p_import;
	delete from data.import_line where import_id = p_import;
	delete from data.import_event where import_id = p_import;
	delete from data.import_return where import_id = p_import;
	if done then
		update data.import
		   set finished_at = clock_timestamp(), added = p_added, changed = p_changed, same = p_same
		 where import_id = p_import;
		perform audit.write('collection', 'import', p_import::text, '', '',
			(select jsonb_build_object('kind', i.kind, 'file', i.file, 'added', i.added, 'changed', i.changed,
				'same', i.same)
			   from data.import i where i.import_id = p_import));
	end if;
end
$$;
comment on function data.import_close(uuid, boolean, bigint, bigint, bigint) is 'End an import and keep what came of it';
-- Whose record it is: rights in a record are rights in its line.
create or replace function data.object_lines(object text, id uuid) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return case object
		when 'line' then array(select l.line_id from data.line l where l.line_id = id)
		when 'assessment' then array(select a.line_id from data.assessment a where a.assessment_id = id)
		when 'deconfliction' then array(select unnest(array[d.line_a, d.line_b]) from data.deconfliction d where d.deconfliction_id = id)
		when 'outcome' then array(select c.line_id from data.closure c where c.closure_id = id)
		when 'tasking' then array(select t.line_id from data.tasking t where t.tasking_id = id and t.line_id is not null)
		when 'event' then array(select e.line_id from data.event(id) e where e.line_id is not null
			union select g.line_id from data.disruption d join data.line_group g using (group_id) where d.event_id = id and d.line_id is null)
		when 'review_item' then array(select i.line_id from data.review_item i where i.item_id = id and i.line_id is not null)
		else '{}'
	end;
end
$$;
comment on function data.object_lines(text, uuid) is 'The lines a record belongs to';
-- Runs as gridline_api, so what the caller may not see is not there. One answer for "none such" and "not
-- yours" tells a guesser nothing.
create or replace function data.step_allowed(p_step text, p_id uuid) returns ref.step
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
	me data.staff;
	ours boolean;
begin
	select * into s from ref.step where step = p_step;
	if s.step is null then
		perform data.refuse('GL004', format('There is no step called %L.', p_step), 'api.steps lists those there are.');
	end if;
	perform data.require_role(variadic s.roles);
	if s.object = 'none' then
		return s;
	elsif s.object = 'group' then
		if not exists (select from data.crime_group g where g.group_id = p_id) then
			perform data.refuse('GL005', 'There is no such group, or it is not yours to see.', 'Look it up in the list again.');
		end if;
		return s;
	elsif s.object = 'tasking' then
		if not exists (select from data.tasking t where t.tasking_id = p_id) then
			perform data.refuse('GL005', 'There is no such tasking, or it is not yours to see.', 'Look it up in the list again.');
		elsif data.tasking_party_fault(s.step, p_id) is not null then
			perform data.refuse('GL002', format('%s: %s.', s.label, data.tasking_party_fault(s.step, p_id)), 'Ask them.');
		end if;
		return s;
	elsif s.object in ('review', 'review_item') then
		if not exists (select from data.review r where s.object = 'review' and r.review_id = p_id)
			and not exists (select from data.review_item i where s.object = 'review_item' and i.item_id = p_id) then
			perform data.refuse('GL005', 'There is no such review, or it is not yours to see.', 'Look it up in the list again.');
		end if;
		return s;
	end if;
	select * into me from data.staff where login = session_user;
	select bool_or(coalesce(s.scope = 'seen' or l.holder_force = me.writes_force or l.export_npu = any (me.sees_units), false))
	into ours
	from data.line l where l.line_id = any (data.object_lines(s.object, p_id));
	if ours is null then
		perform data.refuse('GL005', format('There is no such %s, or it is not yours to see.', s.object),
			'Look it up in the list again.');
	elsif not ours then
		perform data.refuse('GL002', format('%s: this line is another force''s or another unit''s to change.', s.label),
			'Ask those who hold it.');
	end if;
	return s;
end
$$;
comment on function data.step_allowed(text, uuid) is 'Raises unless the caller may take this step on this record';
create function data.record_head(object text, id uuid, out version int, out what text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	case object
	when 'line' then
		select l.row_version, concat_ws(' ', l.line_ref, l.name) into version, what from data.line l where l.line_id = id;
	when 'group' then
		select g.row_version, concat_ws(' ', g.group_ref, g.name) into version, what from data.crime_group g where g.group_id = id;
	when 'assessment' then
		select a.row_version, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer)) into version, what
		from data.assessment a join data.line l using (line_id) where a.assessment_id = id;
	when 'deconfliction' then
		select d.row_version, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b)) into version, what
		from data.deconfliction d where d.deconfliction_id = id;
	when 'outcome' then
		select c.row_version, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state)) into version, what
		from data.closure c join data.line l using (line_id) where c.closure_id = id;
	when 'event' then
		select e.version, concat_ws(' ', e.event_ref, e.kind) into version, what from data.event(id) e;
	when 'tasking' then
		select h.value::int, h.note into version, what from data.tasking_head(id) h;
	when 'review' then
		select v.value::int, v.note into version, what from data.review_values(id) v where v.name = '';
	else
		null; -- a new record has no version
	end case;
end
$$;
comment on function data.record_head(text, uuid) is 'The version of a record that steps are taken on, and what it is';
-- The row without a name is about the form as a whole: its value is the version of the record, its note
-- what the record is. A step whose fields begin empty has that row alone.
create or replace function data.step_values(s ref.step, p_id uuid)
returns table (name text, value text, note text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.prefilled then
		return query execute format('select v.name, v.value, v.note from data.values_%s($1) v', s.step) using p_id;
	else
		return query select '', h.version::text, h.what from data.record_head(s.object, p_id) h where h.version is not null;
	end if;
end
$$;
comment on function data.step_values(ref.step, uuid) is 'What the fields of a step''s form hold at first';
-- The policy of data.line in words of its own, for functions of its owner, who sees every line and must not
-- tell of all. A test holds it against the policy.
create view data.seen_line as
	select l.line_id, l.holder_force = s.writes_force is true as mine
	from data.line l
	join data.staff s on s.login = session_user and s.active and s.valid_to > now()
	where (l.holder_force = s.sees_force or l.shared and s.sees_force is not null
			or (array[l.export_npu] || l.tasked_units) && s.sees_units)
		and (not l.restricted or s.sees_restricted or s.login = any (l.readers));
comment on view data.seen_line is 'The lines that the caller sees, and whether they write for the force that holds them';
-- For one line; of many, data.seen_line is joined.
create or replace function data.line_seen(p_line uuid) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (select from data.seen_line l where l.line_id = p_line)
$$;
comment on function data.line_seen(uuid) is 'Does the caller see this line?';
create function data.tasking_wall(p_line uuid) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case
			when exists (select from data.deconfliction d where d.is_open and p_line in (d.line_a, d.line_b))
				then 'its line may be the same as another line: decide the deconfliction first'
			when exists (select from data.line l where l.line_id = p_line and not l.is_open) then 'its line is closed'
		end);
end
$$;
comment on function data.tasking_wall(uuid) is 'Why a line cannot be tasked; null if it can';
create or replace function data.blocked_line(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('line_keep', 'line_edit', 'line_numbers', 'line_dormant', 'line_close', 'type1_claim', 'type2_claim',
			'assess_propose') and not l.is_open
			then format('the line is %s', lower(s.label))
		when step = 'task_raise' then data.tasking_wall(l.line_id)
		when step = 'line_dormant' and l.status = 'dormant' then 'it is dormant already'
		when step = 'line_wake' and l.status <> 'dormant' then 'it is not dormant'
		when step = 'line_reopen' and l.status in ('closed-type1-provisional', 'closed-type1-verified')
			then 'its Type 1 outcome stands: revoke that first'
		when step = 'line_reopen' and (l.is_open or l.status = 'merged') then 'it is not closed'
		when step = 'line_unmerge' and l.merged_into is null then 'it is not merged'
		when step = 'line_close' and data.line_open_taskings(l.line_id) is not null
			then format('complete or cancel its open taskings first: %s', data.line_open_taskings(l.line_id))
		when step in ('line_close', 'type1_claim', 'type2_claim') and exists (select from data.deconfliction d
				where d.is_open and l.line_id in (d.line_a, d.line_b))
			then 'it may be the same as another line: deconflict them first'
		when step in ('type1_claim', 'type2_claim') and exists (select from data.closure c where c.line_id = l.line_id
				and (c.state in ('claimed', 'provisional') or c.kind = 'type1' and c.state = 'verified'))
			then 'an outcome is claimed already'
		when step = 'assess_propose' and exists (select from data.assessment a
				where a.line_id = l.line_id and a.state in ('proposed', 'moderated'))
			then 'an assessment is under way already'
	end
	from data.line l join ref.line_status s on s.code = l.status
	where l.line_id = id
$$;
comment on function data.blocked_line(text, uuid) is 'Why a step cannot be taken on a line as it stands; null if it can';
create or replace function data.unit_fault(p_unit text, p_day date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case when not exists (select from ref.unit u
				where lower(u.code) = lower(p_unit) and p_day between u.valid_from and u.valid_to)
			then format('%s was no unit on %s', data.import_quote(p_unit), p_day) end);
end
$$;
comment on function data.unit_fault(text, date) is 'Why a result of a day cannot be a unit''s; null if it can';
