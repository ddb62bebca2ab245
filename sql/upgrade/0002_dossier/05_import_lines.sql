-- What only several cells, or the line that is there, can tell. A file shows whether a line is closed and
-- does not decide it: an outcome, a merger or a supervisor does, with a reason that is kept.
create or replace function data.import_check_line_cells(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, 'last_seen',
	       format('%s lies before first_seen, %s', cells ->> 'last_seen', cells ->> 'first_seen')
	  from data.import_row
	 where import_id = p_import
	   and cells ->> 'last_seen' < cells ->> 'first_seen'
	   and data.parse_day(cells ->> 'last_seen') is not null
	   and data.parse_day(cells ->> 'first_seen') is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s is a unit of %s, not of %s', u.code, u.force, f.code)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	  join ref.force f on lower(f.code) = lower(r.cells ->> 'export_force')
	 where r.import_id = p_import
	   and u.force <> f.code;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s ended on %s, before the line was first seen', u.code, u.valid_to)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and r.cells ->> 'first_seen' ~ '^[0-9]{4}-' and u.valid_to::text < r.cells ->> 'first_seen';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s began on %s, after the line was last seen', u.code, u.valid_from)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and u.valid_from > '-infinity' and u.valid_from::text > r.cells ->> 'last_seen';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'status',
	       case when l.line_id is null then format('a new line cannot be %s: give it an open status, and close it by a step of its own', s.code)
	            when not l.is_open then format('%s is %s, and a file does not change that: there are steps to reopen or revoke', l.line_ref, l.status)
	            else format('%s is open, and a file does not close it: claim an outcome, import outcomes, or close it with a reason', l.line_ref) end
	  from data.import_row r
	  join ref.line_status s on lower(s.code) = lower(r.cells ->> 'status')
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and l.status is distinct from s.code
	   and not (s.is_open and coalesce(l.is_open, true));
$$;
comment on function data.import_check_line_cells(uuid) is 'Notes what is wrong with rows of lines';
drop function data.import_assessments(uuid);
-- The assessments of an import, put together from their rows. `factors` is what is compared with
-- one that is there: factor to score and rationale.
create or replace function data.import_assessments(p_import uuid)
returns table (line integer, line_ref text, line_id uuid, signed_on date, model text, second_by text, factors jsonb)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select min(r.line), l.line_ref, l.line_id, (r.cells ->> 'signed_on')::date, m.code, nullif(max(r.cells ->> 'second_by'), ''),
	       jsonb_object_agg(f.code, jsonb_build_array((r.cells ->> 'score')::integer, r.cells ->> 'rationale'))
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	  join ref.score_factor f on f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor')
	 where r.import_id = p_import
	 group by l.line_ref, l.line_id, r.cells ->> 'signed_on', m.code
$$;
comment on function data.import_assessments(uuid) is 'The assessments that the rows of an import make; call it on rows known to be good';
-- One sentence for a line that is not there and for one the caller may not see.
create function data.import_check_held(p_import uuid, p_may text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref',
	       case when l.line_id is null
	            then format('you can see no line %s; if it should be there, ask a supervisor', r.cells ->> 'line_ref')
	            else format('%s is held by %s, who alone may %s', l.line_ref, l.holder_force, p_may) end
	  from data.import_row r
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' ~* '^[a-z0-9][a-z0-9._/-]{0,31}$'
	   and (l.line_id is null or l.holder_force <> data.my_force())
$$;
comment on function data.import_check_held(uuid, text) is 'Notes rows whose line the caller does not see or may not write for';
create function data.import_check_since(p_import uuid, p_columns text[]) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, c, format('%s lies before the line was first seen, %s', r.cells ->> c, l.first_seen)
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 cross join unnest(p_columns) as c
	 where r.import_id = p_import
	   and data.parse_day(r.cells ->> c) < l.first_seen
$$;
comment on function data.import_check_since(uuid, text[]) is 'Notes days that lie before the line was first seen';
create or replace function data.import_check_assessed(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_held(p_import, 'score it');
	select data.import_check_since(p_import, array['signed_on'])
$$;
comment on function data.import_check_assessed(uuid) is 'Notes rows of assessments whose line or day cannot be';
create or replace function data.import_check_whole(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'factor',
	       format('the assessment of %s on %s lacks ', a.line_ref, a.signed_on)
	           || string_agg(f.code, ', ' order by f.position)
	  from data.import_assessments(p_import) a
	  join ref.score_factor f on f.model = a.model and not a.factors ? f.code
	 group by a.line, a.line_ref, a.signed_on;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'second_by',
	       case when a.second_by is null
	            then format('the assessment of %s on %s comes to %s, in the top band: name who scored it second', a.line_ref, a.signed_on, t.total)
	            when a.second_by = 'file' then format('%s stands for the scorer of the file: name somebody else', a.second_by)
	            when not exists (select from data.staff s where s.login = a.second_by)
	            then format('%s is nobody''s login here: give that of who scored it second', data.import_quote(a.second_by))
	            else 'whoever imports signs, so the second scorer must be somebody else' end
	  from data.import_assessments(p_import) a
	 cross join lateral (
		select round(sum(f.weight * (a.factors -> f.code ->> 0)::integer) * 100.0 / sum(f.weight * f.scale_max)) as total
		  from ref.score_factor f where f.model = a.model) as t
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on)
	   and (a.second_by in (session_user, 'file')
	    or a.second_by is not null and not exists (select from data.staff s where s.login = a.second_by)
	    or a.second_by is null and t.total >= (select max(b.min_score) from ref.band b));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'second_by', format('the assessment of %s on %s names two second scorers',
	       r.cells ->> 'line_ref', r.cells ->> 'signed_on')
	  from (select line, cells, min(nullif(cells ->> 'second_by', '')) over same as low,
	               max(nullif(cells ->> 'second_by', '')) over same as high,
	               row_number() over (same order by line) as n
	          from data.import_row where import_id = p_import
	        window same as (partition by cells ->> 'line_ref', cells ->> 'signed_on')) as r
	 where r.n = 1 and r.low <> r.high;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, max(a.line), 'model', format('%s is assessed by two models on %s', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	 group by a.line_ref, a.signed_on
	having count(*) > 1;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'signed_on',
	       format('%s has another assessment signed on %s, and what is signed is not changed', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	  join data.assessment d on d.line_id = a.line_id and d.signed_on = a.signed_on
	 where d.model <> a.model
	    or a.factors <> data.assessment_factors(d.assessment_id);
$$;
comment on function data.import_check_whole(uuid) is 'Notes assessments that are not whole, or other than the one that is signed';
-- The supervisor who imports signs; the proposer is the file, whose scorer has no name here. What is
-- there already is the same by now, or the check would have refused it. Drafts, their factors and the
-- signatures are three statements, since policies and triggers look at what the one before has written.
create or replace function data.import_apply_assessments(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	ids uuid[];
	lines uuid[];
	models text[];
	days date[];
	factors jsonb[];
	seconds text[];
begin
	select array_agg(gen_random_uuid()), array_agg(a.line_id), array_agg(a.model), array_agg(a.signed_on),
	       array_agg(a.factors), array_agg(a.second_by)
	  into ids, lines, models, days, factors, seconds
	  from data.import_assessments(p_import) a
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on);
	added := coalesce(array_length(ids, 1), 0);
	changed := 0;
	select count(*) - added into same from data.import_assessments(p_import);

	insert into data.assessment (assessment_id, line_id, model, proposer, proposed_on, second_by, state)
	select a.id, a.line, a.model, 'file', a.day, a.second, 'imported'
	  from unnest(ids, lines, models, days, seconds) as a(id, line, model, day, second);
	insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.id, a.model, f.key, (f.value ->> 0)::integer, f.value ->> 1
	  from unnest(ids, models, factors) as a(id, model, factors)
	 cross join lateral jsonb_each(a.factors) as f;
	update data.assessment d
	   set signed_on = a.day, signed_by = session_user
	  from unnest(ids, days) as a(id, day)
	 where d.assessment_id = a.id;
end
$$;
comment on function data.import_apply_assessments(uuid) is 'Sign the assessments of a checked import';
-- Opens an import. Rows and verdict follow in the same transaction; what is not committed never was.
create or replace function data.import_begin(kind text, file text, op uuid) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid;
begin
	perform data.require_role('analyst', 'supervisor');
	if not exists (select from ref.import_kind k where k.kind = import_begin.kind) then
		perform data.refuse('GL004', format('There is no kind of import called %L.', kind),
			'Known are: ' || (select string_agg(k.kind, ', ' order by k.position) from ref.import_kind k) || '.');
	end if;
	if kind = 'assessments' then
		perform data.require_role('supervisor'); -- what a file brings is signed by who imports it
	end if;
	if op is null or exists (select from data.import i where i.login = session_user and i.op = import_begin.op) then
		perform data.refuse('GL004', 'This operation key has served for an import already.',
			'api.import_outcome() tells what came of it; a new import takes a new key.');
	end if;
	delete from data.import_error e using data.import i where i.import_id = e.import_id and i.login = session_user;
	insert into data.import (op, kind, file) values (op, kind, left(file, 1000)) returning import_id into id;
	return id;
end
$$;
comment on function data.import_begin(text, text, uuid) is 'Open an import of a kind; op is a new key that names it for ever';
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
