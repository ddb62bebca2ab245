create function data.assessment_total(p_assessment uuid, p_model text, out total int, out missing text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select round(sum(f.weight * a.score) * 100.0 / sum(f.weight * f.scale_max))::int,
		string_agg(f.code, ', ' order by f.position) filter (where a.score is null)
	from ref.score_factor f
	left join data.assessment_factor a on a.assessment_id = p_assessment and a.factor = f.code
	where f.model = p_model
$$;
comment on function data.assessment_total(uuid, text) is 'What the factors of an assessment come to, and which are missing';
-- The first line of a search text is the reference. A name of numbers alone is its own brand.
create function search.brands(text text) returns setof text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select distinct coalesce(nullif(btrim(regexp_replace(x.name, '[0-9\s]+', ' ', 'g')), ''), x.name)
	from string_to_table(text, E'\n') with ordinality x (name, n)
	where x.n > 1 and x.name <> ''
$$;
comment on function search.brands(text) is 'The brands in a search text: names and aliases without their numbers';
create or replace function search.rebuild() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
begin
	drop index search.line_text;
	truncate search.line, search.brand, search.name;
	insert into search.line select line_id, search_text from data.line;
	create index line_text on search.line using gin (text search.gin_trgm_ops);
	insert into search.name
	select distinct a, b, l.line_id
	from data.line l cross join search.brands(l.search_text) b cross join unnest(l.imports) a
	where l.is_open
	order by 1, 2, 3;
	insert into search.brand select distinct n.brand from search.name n;
end
$$;
comment on function search.rebuild() is 'Fill the search tables anew, after a load that went past the triggers';
-- Its transaction commits to disk whatever the session has set. Somebody could unset that again before
-- committing: then the reader waits for the log (data.dossier_open).
create or replace function data.consult(kind text, id uuid, justification text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	mine uuid;
	before pg_lsn := pg_current_wal_insert_lsn();
begin
	perform set_config('synchronous_commit', 'on', true);
	insert into audit.consultation (entry_id, login, object_kind, object_id, at, xid, lsn)
	values (audit.write('consultation', kind, id::text, justification), session_user, kind, id,
		clock_timestamp(), pg_current_xact_id(), before)
	returning token into mine;
	return mine;
end
$$;
comment on function data.consult(text, uuid, text) is 'Log a consultation and hand out its token';
create or replace function data.tg_line__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	select s.is_open into new.is_open from ref.line_status s where s.code = new.status;
	if tg_op = 'INSERT' then
		new.valid_from := coalesce(new.valid_from, data.clock());
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
		new.valid_from := greatest(data.clock(), old.valid_from);
	elsif (new.open_taskings, new.overdue_taskings, new.tasked_units, new.readers)
		is distinct from (old.open_taskings, old.overdue_taskings, old.tasked_units, old.readers) then
		new.valid_from := greatest(data.clock(), old.valid_from);
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
-- The brands of open lines go with it: what changed goes by the old brands and comes by the new ones, in
-- key order, so that two writers of one brand wait for each other and never lock up.
create or replace function search.tg_line__text() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
declare
	changed uuid[];
begin
	if tg_op = 'INSERT' then
		insert into search.line select line_id, search_text from come;
		changed := array(select line_id from come);
	elsif tg_op = 'UPDATE' then
		update search.line s set text = n.search_text from come n
		where s.line_id = n.line_id and s.text <> n.search_text;
		changed := array(select line_id from come n join gone o using (line_id)
			where (n.search_text, n.imports, n.is_open) is distinct from (o.search_text, o.imports, o.is_open));
	else
		delete from search.line s using gone o where s.line_id = o.line_id;
		changed := array(select line_id from gone);
	end if;
	if tg_op <> 'INSERT' and changed <> '{}' then
		delete from search.name x using gone o, search.brands(o.search_text) b
		where o.line_id = any (changed) and x.line_id = o.line_id and x.area = any (o.imports) and x.brand = b;
	end if;
	if tg_op <> 'DELETE' and changed <> '{}' then
		insert into search.brand
			select distinct b from come n cross join search.brands(n.search_text) b
			where n.is_open and n.imports <> '{}' and n.line_id = any (changed) order by 1
			on conflict do nothing;
		insert into search.name
			select a, b, n.line_id from come n cross join search.brands(n.search_text) b cross join unnest(n.imports) a
			where n.is_open and n.line_id = any (changed) order by 1, 2, 3
			on conflict do nothing;
	end if;
	return null;
end
$$;
comment on function search.tg_line__text() is 'Keeps the search tables up to the lines';
drop trigger tg_line__text_update on data.line;
create trigger tg_line__text_update after update on data.line
	referencing old table as gone new table as come for each statement execute function search.tg_line__text();
create or replace function data.tg_assessment__sign() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	missing text;
	validity daterange;
begin
	if tg_op <> 'INSERT' and old.signed_on is not null then
		perform data.refuse('GL002', format('The assessment signed on %s cannot be changed.', old.signed_on),
			'Sign a new assessment.');
	elsif tg_op = 'INSERT' and new.signed_on is not null then
		perform data.refuse('GL004', 'An assessment cannot be added signed.', 'Add it, add its factors, then sign it.');
	elsif tg_op = 'UPDATE' and new.signed_on is not null then
		select daterange(m.valid_from, m.valid_to, '[]') into validity from ref.score_model m where m.code = new.model;
		if not validity @> new.signed_on then
			perform data.refuse('GL004', format('The score model %s was not in force on %s.', new.model, new.signed_on),
				'Use the model that was.');
		end if;
		select t.total, t.missing into new.total, missing from data.assessment_total(new.assessment_id, new.model) t;
		if missing is not null then
			perform data.refuse('GL004', format('The assessment lacks a score for: %s.', missing),
				'Score every factor of the model, then sign.');
		end if;
		new.band := data.band_of(new.total);
		new.state := 'signed';
		if new.signed_by = new.proposer then
			perform data.refuse('GL002', 'Who proposed a score cannot sign it.', 'Ask another supervisor.');
		elsif new.second_by is null and new.band = (select b.code from ref.band b order by b.min_score desc limit 1) then
			perform data.refuse('GL002', format('A score of %s is in the top band and needs a second scorer.', new.total),
				'Let somebody who neither proposed nor signs it score it by themselves.');
		elsif new.second_by in (new.signed_by, new.proposer) then
			perform data.refuse('GL002', 'The second scorer can neither propose nor sign.', 'Ask somebody else.');
		end if;
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function data.tg_assessment__sign() is 'An assessment is signed whole and then stays as it is';
-- After tg_tasking__version, which says whether it is open.
create function data.tg_tasking__walls() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new.is_open and (tg_op = 'INSERT' or not old.is_open) then
		if exists (select from data.deconfliction d where d.is_open and new.line_id in (d.line_a, d.line_b)) then
			perform data.refuse('GL002', 'This line cannot be tasked: it may be the same as another line.',
				'Decide the deconfliction first: the same, or different.');
		elsif exists (select from data.line l where l.line_id = new.line_id and not l.is_open) then
			perform data.refuse('GL002', 'This line cannot be tasked: it is closed.', 'Open it again first, with a reason.');
		end if;
	end if;
	return new;
end
$$;
comment on function data.tg_tasking__walls() is 'A line that may be another, or is closed, is not tasked';
create trigger tg_tasking__walls before insert or update on data.tasking
	for each row execute function data.tg_tasking__walls();
-- What a check constraint cannot look up, for every writer.
create function data.tg_closure__proof() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new.kind = 'type1' and new.state in ('claimed', 'provisional', 'verified') and not exists (
			select from data.charge c join ref.offence o on o.code = c.offence
			where c.event_id = new.charge_id and c.line_id = new.line_id and o.counts_for_type1 and c.class_a and c.voided_at is null) then
		perform data.refuse('GL004', 'The charge is no charge for a relevant Class A supply offence on this line.',
			'Record the charge of the holder first.');
	end if;
	return new;
end
$$;
comment on function data.tg_closure__proof() is 'The charge behind a Type 1 is on this line, counts, and stands';
create trigger tg_closure__proof before insert or update on data.closure
	for each row execute function data.tg_closure__proof();
create function data.tg_closure__state() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' and new.state = old.state then
		return null;
	end if;
	insert into data.closure_state (closure_id, at, n, state, reason)
	select new.closure_id, data.clock(), 1 + (select count(*) from data.closure_state s where s.closure_id = new.closure_id),
		new.state, new.reason;
	return null;
end
$$;
comment on function data.tg_closure__state() is 'Keeps every state of an outcome';
create trigger tg_closure__state after insert or update on data.closure
	for each row execute function data.tg_closure__state();
-- One entry a statement, as for lines. The first argument of the trigger is what the record is to people,
-- the second the column of its reference.
create function audit.tg_record__log() returns trigger
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
		('closure', 'outcome', 'outcome_ref')
	) x (name, kind, ref) loop
		execute format('create trigger tg_record__log_insert after insert on data.%I
			referencing new table as come for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create trigger tg_record__log_update after update on data.%I
			referencing old table as gone new table as come
			for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create trigger tg_record__log_delete after delete on data.%I
			referencing old table as gone for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
	end loop;
end
$$;
drop function api.log_export(text, text, bigint);
create or replace function api.log_export(listing text, filter text, row_count bigint, recipient text default '')
returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select audit.write('disclosure', 'export', listing, '', coalesce(nullif(btrim(recipient), ''), session_user),
		jsonb_build_object('filter', filter, 'rows', row_count))
	where case when data.my_force() is null then data.refuse('GL002', 'Only staff may export.',
		'Ask the database administrator for an entry in the staff table.') else true end
$$;
comment on function api.log_export(text, text, bigint, text) is 'Log that a listing was handed out, and to whom: the caller, if nobody is named';
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
		union all select 'person_category', code, label, position from ref.person_category
			where c.today between valid_from and valid_to
		union all select w.vocabulary, w.code, w.label, w.position from ref.word w
			where c.today between w.valid_from and w.valid_to
		union all select 'offence', code, label, position from ref.offence where c.today between valid_from and valid_to
		union all select 'group_kind', code, label, position from ref.group_kind
		union all select 'group_band', code, label, position from ref.group_band
	) v;
comment on view api.terms is 'The words of the reference tables that are valid today, for filters, files and completion';
create or replace view api.setting as
	select stale_days, justification, consult_minutes, check_back_days from ref.setting;
comment on view api.setting is 'Settings of the force that a client shows';
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
	union all select 'group_kind', code from ref.group_kind
	union all select 'group_band', code from ref.group_band;
comment on view ref.term is 'The words that files may use, those of other days among them';
comment on column ref.term.vocabulary is 'Where the word belongs, as in api.terms';
comment on column ref.term.code is 'The word';
