-- The detail has a line a field, "name: reason", for forms and scripts; the message says the same to a
-- person at psql.
create function data.refuse_fields(faults text[]) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GL004',
		message = case cardinality(faults) when 1 then 'One field needs mending'
			else cardinality(faults) || ' fields need mending' end || ': ' || array_to_string(faults, '; ') || '.',
		detail = array_to_string(faults, E'\n'),
		hint = 'Mend what is named and save again; nothing was saved.';
end
$$;
comment on function data.refuse_fields(text[]) is 'Refuses a step for its fields: each fault is "name: reason"';
-- yours and now are cells by field. What differs is shown side by side, a line a field.
create function data.refuse_stale(what text, seen int, version int, changed_by text, yours jsonb default '{}',
	now jsonb default '{}')
returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GL003',
		message = format('%s was changed by %s while you wrote: it is at version %s, you saw %s.',
			what, changed_by, version, coalesce(seen::text, 'none')),
		detail = coalesce((
			select string_agg(format('%s: yours %L, now %L', y.key, y.value, coalesce(n.value, '')), E'\n' order by y.key)
			from jsonb_each_text(yours) y left join jsonb_each_text(now) n using (key)
			where y.value is distinct from coalesce(n.value, '')), ''),
		hint = 'Nothing was saved. Look at both, choose, and save again.';
end
$$;
comment on function data.refuse_stale(text, int, int, text, jsonb, jsonb) is 'Refuses a step that was taken on an older version than stands';
-- What one field alone can tell; the reason is read after the field's name. The shapes and the words are
-- those of files.
create function data.cell_fault(f ref.step_field, value text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	bad text := data.import_bad_character(value, f.shape = 'block');
	today date := data.clock()::date;
	reason text;
begin
	if coalesce(btrim(value, E' \t\r\n'), '') = '' then
		return case when f.required then 'is empty' end;
	elsif bad is not null then
		return format('holds the character U+%s, which may not stand in text',
			upper(lpad(to_hex(ascii(bad)), case when ascii(bad) > 65535 then 5 else 4 end, '0')));
	elsif f.shape not in ('number', 'scale') and length(value) > f.max_length then
		return format('has %s characters, at most %s are allowed', length(value), f.max_length);
	end if;
	case f.shape
	when 'reference' then
		if value !~* '^[a-z0-9][a-z0-9._/-]*$' then
			return format('%s is not a reference: letters, digits and . _ / - only', data.import_quote(value));
		end if;
	when 'flag' then
		if lower(value) not in ('yes', 'no') then
			return format('%s is neither yes nor no', data.import_quote(value));
		end if;
	when 'number', 'scale' then
		if value !~ '^[0-9]{1,9}$' then
			return format('%s is not a whole number of at most nine digits', data.import_quote(value));
		elsif value::int > f.max_length then
			return format('%s is over %s, the highest that can be given', value, f.max_length);
		end if;
	when 'date', 'day' then
		if data.parse_day(value) is null then
			return format('%s is not a day; days are written like %s', data.import_quote(value), today);
		elsif f.shape = 'date' and data.parse_day(value) > today then
			return format('%s lies in the future: today is %s', value, today);
		end if;
	when 'term', 'terms' then
		select string_agg(format('%s is not known', data.import_quote(item)) || data.nearest_terms(f.vocabulary, item), '; ')
		into reason
		from data.import_items(case f.shape when 'terms' then value else replace(value, ';', ',') end) item
		where not exists (select from api.terms t where t.vocabulary = f.vocabulary and lower(t.code) = lower(item));
		return reason;
	when 'groups' then
		select string_agg(format('there is no group %s', data.import_quote(item)), '; ') into reason
		from data.import_items(value) item
		where not exists (select from data.crime_group g where lower(g.group_ref) = lower(item));
		return reason;
	when 'phones' then
		select string_agg(format('%s is not a telephone number; write it like 07700 900123 or +447700900123',
			data.import_quote(item)), '; ') into reason
		from data.import_items(value) item where data.parse_number(item) is null;
		return reason;
	when 'text', 'texts', 'block' then
		null;
	end case;
	return null;
end
$$;
comment on function data.cell_fault(ref.step_field, text) is 'What is wrong with a field by itself; null if nothing is';
-- The form of a step: its own fields and, where it scores, two for each factor of the model in force:
-- FACTOR the score, FACTOR_why the evidence and the reason.
create function data.step_fields(p_step text) returns setof ref.step_field
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select f.* from ref.step_field f where f.step = p_step
	union all
	select s.step, s.factor, s.at, s.section, s.label, s.help, s.shape, null, true, s.most, false
	from (
		select p.step, x.factor, 100 + 10 * f.position + x.n as at, f.label as section, x.label, x.help, x.shape, x.most
		from ref.step p
		cross join ref.clock c
		join ref.score_model m on c.today between m.valid_from and m.valid_to
		join ref.score_factor f on f.model = m.code
		cross join lateral (values
			(1, f.code, f.label, '0 to ' || f.scale_max || '; the wording says when to give which.', 'scale', f.scale_max),
			(2, f.code || '_why', 'Evidence and reason', 'What it rests on, and why this value and not the next.', 'block', 4000)
		) x (n, factor, label, help, shape, most)
		where p.step = p_step and p.factors
	) s
$$;
comment on function data.step_fields(text) is 'The fields of a step''s form, in no order';
-- A line a choice: what is typed, a tab, what it means.
create function data.choices(f ref.step_field) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(case f.shape
		when 'scale' then (
			select string_agg(s.value || E'\t' || s.wording, E'\n' order by s.value)
			from ref.score_scale s
			join ref.score_model m on m.code = s.model
			join ref.clock c on c.today between m.valid_from and m.valid_to
			where s.factor = f.name)
		when 'groups' then (
			select string_agg(g.group_ref || E'\t' || g.name, E'\n' order by g.group_ref)
			from (select x.group_ref, x.name from data.crime_group x order by x.group_ref limit 500) g)
		when 'flag' then E'yes\t\nno\t'
		else (
			select string_agg(t.code || E'\t' || case when t.label = t.code then '' else t.label end, E'\n' order by t.position, t.code)
			from api.terms t where t.vocabulary = f.vocabulary)
	end, '')
$$;
comment on function data.choices(ref.step_field) is 'What a field can be completed to';
-- Whose record it is: rights in a record are rights in its line.
create function data.object_lines(object text, id uuid) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return case object
		when 'line' then array(select l.line_id from data.line l where l.line_id = id)
		when 'assessment' then array(select a.line_id from data.assessment a where a.assessment_id = id)
		when 'deconfliction' then array(select unnest(array[d.line_a, d.line_b]) from data.deconfliction d where d.deconfliction_id = id)
		when 'outcome' then array(select c.line_id from data.closure c where c.closure_id = id)
		when 'event' then array(select e.line_id from data.event(id) e where e.line_id is not null
			union select g.line_id from data.disruption d join data.line_group g using (group_id) where d.event_id = id and d.line_id is null)
		else '{}'
	end;
end
$$;
comment on function data.object_lines(text, uuid) is 'The lines a record belongs to';
-- Runs as gridline_api, so what the caller may not see is not there. One answer for "none such" and "not
-- yours" tells a guesser nothing.
create function data.step_allowed(p_step text, p_id uuid) returns ref.step
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
create function data.step_check(s ref.step, p_id uuid, cells jsonb) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	faults text[];
	first date;
begin
	select min(l.first_seen) into first from data.line l where l.line_id = any (data.object_lines(s.object, p_id));
	select array_agg(x.name || ': ' || x.reason order by x.position) into faults
	from (
		select f.name, f.position, coalesce(data.cell_fault(f, cells ->> f.name),
			case when f.since_line and data.parse_day(cells ->> f.name) < first
				then format('%s lies before the line was first seen, %s', cells ->> f.name, first) end) as reason
		from data.step_fields(s.step) f
		union all
		select k, 0, format('is no field of this step; it has %s',
			(select string_agg(f.name, ', ' order by f.position) from data.step_fields(s.step) f))
		from jsonb_object_keys(cells) k
		where k not in (select f.name from data.step_fields(s.step) f)
	) x
	where x.reason is not null;
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
end
$$;
comment on function data.step_check(ref.step, uuid, jsonb) is 'Raises unless every field is as its shape says';
-- Terms are known in either case; steps and constraints compare them in the vocabulary's own.
create function data.step_words(s ref.step, cells jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select cells || coalesce(jsonb_object_agg(f.name, v.value), '{}')
	from data.step_fields(s.step) f
	cross join lateral (
		select case f.shape when 'flag' then lower(cells ->> f.name) else (
			select string_agg(coalesce((select t.code from api.terms t
					where t.vocabulary = f.vocabulary and lower(t.code) = lower(i.item) limit 1), i.item), '; ' order by i.n)
			from unnest(case f.shape when 'term' then array[cells ->> f.name]
				else array(select data.import_items(cells ->> f.name)) end) with ordinality i (item, n)) end as value
	) v
	where f.shape in ('flag', 'term', 'terms') and coalesce(cells ->> f.name, '') <> '' and v.value is not null
$$;
comment on function data.step_words(ref.step, jsonb) is 'The fields of a step with their terms as the vocabularies spell them';
-- Sees every row, since duplicates and rules know no walls: api.step has asked for the rights before. The
-- key is taken first, so a second call with it waits for the first and finds what came of it.
create function data.step_take(s ref.step, p_id uuid, p_version int, cells jsonb, p_op uuid,
	out id uuid, out ref text, out version int, out said text, out repeated boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	lines uuid[];
	done data.operation;
begin
	insert into data.operation (op, step) values (p_op, s.step) on conflict do nothing;
	repeated := not found;
	if repeated then
		select * into done from data.operation o where o.login = session_user and o.op = p_op;
		if done.step <> s.step then
			perform data.refuse('GL004', format('This operation key has served for %s already.', done.step),
				'A new step takes a new key.');
		end if;
		id := done.object_id;
		ref := done.ref;
		version := done.version;
		said := done.said;
		return;
	end if;
	execute format('select id, ref, version, said, lines from data.step_%s($1, $2, $3)', s.step)
		into id, ref, version, said, lines using p_id, p_version, cells;
	update data.operation o set object_id = step_take.id, ref = step_take.ref, version = step_take.version, said = step_take.said
	where o.login = session_user and o.op = p_op;
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	select l, data.clock(), s.step, step_take.id, step_take.said,
		coalesce(nullif(cells ->> 'reason', ''), cells ->> 'rationale', '')
	from unnest(lines) l;
	delete from data.draft d where d.login = session_user and d.step = s.step
		and d.object_id = coalesce(p_id, '00000000-0000-0000-0000-000000000000');
end
$$;
comment on function data.step_take(ref.step, uuid, int, jsonb, uuid) is 'Take a step that is allowed and checked, once for each operation key';
-- Why a record is not in the state for a step. Steps ask the same functions, so that a menu and a refusal
-- cannot differ.
create function data.step_blocked(s ref.step, p_id uuid) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	reason text;
begin
	if s.object in ('none', 'group') or to_regprocedure(format('data.blocked_%s(text,uuid)', s.object)) is null then
		return null;
	end if;
	execute format('select data.blocked_%s($1, $2)', s.object) into reason using s.step, p_id;
	return reason;
end
$$;
comment on function data.step_blocked(ref.step, uuid) is 'Why a step cannot be taken on a record as it stands; null if it can';
-- The row without a name is about the form as a whole: its value is the version of the record, its note
-- what the record is.
create function data.step_values(s ref.step, p_id uuid)
returns table (name text, value text, note text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.prefilled then
		return query execute format('select v.name, v.value, v.note from data.values_%s($1) v', s.step) using p_id;
	elsif s.object = 'line' then
		return query select '', l.row_version::text, concat_ws(' ', l.line_ref, l.name)
			from data.line l where l.line_id = p_id;
	end if;
end
$$;
comment on function data.step_values(ref.step, uuid) is 'What the fields of a step''s form hold at first';
create function data.step_told(s ref.step, p_id uuid, cells jsonb)
returns table (section text, label text, text text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.previewed then
		for section, label, text in
			execute format('select p.section, p.label, p.text from data.preview_%s($1, $2) p', s.step) using p_id, cells
		loop
			return next;
		end loop;
	end if;
end
$$;
comment on function data.step_told(ref.step, uuid, jsonb) is 'What a step would do with these fields, half filled as they may be';
