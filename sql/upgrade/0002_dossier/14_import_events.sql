-- Each pair of unit and day is looked at once. A unit that is not known is told with its cell.
create function data.import_check_unit(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with used as materialized (
		select distinct cells ->> 'unit' as unit, cells ->> 'on' as day
		  from data.import_row where import_id = p_import
	), wrong as materialized (
		select used.unit, used.day, data.unit_fault(used.unit, data.parse_day(used.day)) as reason
		  from used join ref.unit u on lower(u.code) = lower(used.unit)
		 where data.parse_day(used.day) is not null
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'unit', wrong.reason
	  from data.import_row r
	  join wrong on wrong.unit = r.cells ->> 'unit' and wrong.day = r.cells ->> 'on'
	 where r.import_id = p_import and wrong.reason is not null
$$;
comment on function data.import_check_unit(uuid) is 'Notes rows whose unit was none on the day';
create function data.import_line_mine(l data.line) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.holder_force = (select s.writes_force from data.staff s
		where s.login = session_user and s.active and s.valid_to > now()) and data.line_seen(l.line_id)
$$;
comment on function data.import_line_mine(data.line) is 'Does the caller see a line, and write for the force that holds it?';
-- From text to the columns of the event's table. A column that the file has not is left out, so that what
-- is there stays; new rows then get `data.import_event_new`.
create function data.import_event_cells(p_table text, cells jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_build_object('on_day', cells ->> 'on',
			'unit', (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit')))
		|| jsonb_strip_nulls(jsonb_build_object('programme', data.yes(nullif(cells ->> 'programme', '')),
			'drugs_linked', data.yes(cells ->> 'drugs_linked')))
		|| case p_table
		when 'charge' then (
			select jsonb_strip_nulls(jsonb_build_object('offence', o.code, 'class_a',
				coalesce(data.yes(nullif(cells ->> 'class_a', '')), case when cells ? 'class_a' then o.counts_for_type1 end)))
			from ref.offence o where lower(o.code) = lower(cells ->> 'offence'))
		when 'safeguarding' then jsonb_build_object('route', lower(cells ->> 'route'), 'stage', lower(cells ->> 'stage'))
		when 'disruption' then jsonb_build_object('grade', lower(cells ->> 'grade'), 'four_p', initcap(cells ->> 'four_p'),
			'group_id', (select g.group_id from data.crime_group g where g.group_ref = cells ->> 'group_ref'),
			'arrested', coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
			'arrested_drugs', coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int,
			'trafficking_outcomes', coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int)
		else '{}' end
$$;
comment on function data.import_event_cells(text, jsonb) is 'What a row of events says, in the columns of their table';
create function data.import_event_new(p_table text, what jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case p_table
		when 'charge' then (select jsonb_build_object('class_a', o.counts_for_type1)
			from ref.offence o where o.code = what ->> 'offence')
		when 'disruption' then jsonb_build_object('programme', false, 'tactic', '')
		else '{}' end || what
$$;
comment on function data.import_event_new(text, jsonb) is 'A new event with what its file does not say: a charge that counts for Type 1 is of Class A';
-- Runs as the owner, since events name people and have no policy for api; that the lines are the caller's to
-- write for is asked here again. A person whose reference is new has no key yet, and is null.
create function data.import_stage_events(p_import uuid, p_table text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	execute format($sql$
		insert into data.import_event (import_id, line, event_ref, person_ref, line_id, what, there, verdict)
		select $1, f.line, f.event_ref, f.person_ref, f.line_id,
		       case when f.there is null then data.import_event_new(%1$L, f.what) else f.what end, f.there,
		       case when f.there is null then 'new' when f.there @> f.what then 'same' else 'changed' end
		  from (select r.line, r.event_ref, r.person_ref, r.line_id, r.there,
		               jsonb_build_object('line_id', r.line_id) || data.import_event_cells(%1$L, r.cells)
		                   || case when r.person_ref is null then '{}'
		                      else jsonb_build_object('person_id',
		                          (select p.person_id from data.person p where p.person_ref = r.person_ref)) end as what
		          from (select line, cells, cells ->> 'event_ref' as event_ref, cells ->> 'person_ref' as person_ref,
		                       (select l.line_id from data.line l where l.line_ref = cells ->> 'line_ref') as line_id,
		                       (select to_jsonb(x) from data.%1$I x where x.event_ref = cells ->> 'event_ref') as there
		                  from data.import_row where import_id = $1 offset 0) as r offset 0) as f$sql$, p_table) using p_import;
	if exists (
		select from (select distinct e.line_id from data.import_event e where e.import_id = p_import) as used
		  join data.line l using (line_id)
		 where not data.import_line_mine(l)) then
		perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
	end if;
end
$$;
comment on function data.import_stage_events(uuid, text) is 'Fill data.import_event from the rows of a checked import';
-- What stands on proofs, what was voided and what others recorded stays as it is.
create function data.import_judge_events(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, e.line, 'event_ref', e.event_ref || ' was voided, and stays so', true
	  from data.import_event e
	 where e.import_id = p_import and e.verdict = 'same' and e.there ->> 'voided_at' is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, e.line, 'event_ref',
	       case when not e.ours then format('%s is there already, and not yours to change; ask a supervisor', e.event_ref)
	            when e.voided then format('%s was voided: record what did happen under another reference', e.event_ref)
	            else format('%s is a proof of the Type 1 outcome %s: revoke or refuse that first', e.event_ref, e.proof_of) end
	  from (select c.line, c.event_ref, c.there ->> 'voided_at' is not null as voided,
	               data.proof_of((c.there ->> 'event_id')::uuid) as proof_of,
	               case when l.line_id is not null then data.import_line_mine(l)
	                    else s.force = data.my_force() end is true as ours
	          from data.import_event c
	          left join data.line l on l.line_id = (c.there ->> 'line_id')::uuid
	          left join data.staff s on s.login = c.there ->> 'entered_by'
	         where c.import_id = p_import and c.verdict = 'changed') as e
	 where not e.ours or e.voided or e.proof_of is not null;
end
$$;
comment on function data.import_judge_events(uuid) is 'Notes events of an import that may not change';
-- What arrests, charges, safeguarding and disruptions have in common. Once nothing is wrong the rows are
-- staged and held against the events that are there.
create function data.import_check_events(p_import uuid, p_table text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['event_ref']);
	perform data.import_check_held(p_import, 'record what came of it');
	perform data.import_check_since(p_import, array['on']);
	perform data.import_check_unit(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref', 'is empty: what is of the programme names its line'
	  from data.import_row r
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' = ''
	   and data.yes(r.cells ->> 'programme')
	   and coalesce(r.cells ->> 'group_ref', '') = '';
	if not data.import_is_good(p_import) then
		return;
	end if;
	perform data.import_stage_events(p_import, p_table);
	perform data.import_judge_events(p_import);
end
$$;
comment on function data.import_check_events(uuid, text) is 'Notes what is wrong with rows of events, and stages them if nothing is';
create function data.import_check_arrests(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'arrest')
$$;
comment on function data.import_check_arrests(uuid) is 'Notes what is wrong with rows of arrests, and stages them if nothing is';
create function data.import_check_charges(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'charge')
$$;
comment on function data.import_check_charges(uuid) is 'Notes what is wrong with rows of charges, and stages them if nothing is';
create function data.import_check_safeguarding(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'safeguarding')
$$;
comment on function data.import_check_safeguarding(uuid) is 'Notes what is wrong with rows of safeguarding, and stages them if nothing is';
create function data.import_check_disruptions(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'group_ref', 'names more than one group: write a row for each'
	  from data.import_row r
	 where r.import_id = p_import and r.cells ->> 'group_ref' like '%;%';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'group_ref', 'is empty, and so is line_ref: name what was disrupted'
	  from data.import_row r
	 where r.import_id = p_import and r.cells ->> 'group_ref' = '' and r.cells ->> 'line_ref' = ''
	   and not coalesce(data.yes(r.cells ->> 'programme'), false);

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, split_part(fault, ': ', 1), split_part(fault, ': ', 2)
	  from data.import_row r
	 cross join lateral unnest(data.disruption_faults(r.cells)) as fault
	 where r.import_id = p_import;

	select data.import_check_events(p_import, 'disruption')
$$;
comment on function data.import_check_disruptions(uuid) is 'Notes what is wrong with rows of disruptions, and stages them if nothing is';
-- An event that changes is not written over: what it was is voided under a reference of its own, so that
-- figures as at a day before this one stay what they were.
create function data.import_apply_events(p_import uuid, p_table text,
	out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz := data.clock();
begin
	perform data.import_open(p_import);
	perform data.people_on_lines(c.category, c.fact, p_table, e.refs, e.lines, e.days)
	   from (select array_agg(person_ref) as refs, array_agg(line_id) as lines, array_agg((what ->> 'on_day')::date) as days
	           from data.import_event
	          where import_id = p_import and verdict <> 'same' and person_ref is not null) as e
	   join (values ('arrest', 'suspect', false), ('charge', 'charged', true), ('safeguarding', 'potential-victim', false))
	          as c (kind, category, fact) on c.kind = p_table
	  where e.refs is not null;
	update data.import_event e
	   set what = e.what || jsonb_build_object('person_id', p.person_id)
	  from data.person p
	 where e.import_id = p_import and e.verdict <> 'same' and p.person_ref = e.person_ref;

	execute format($sql$
		update data.%I x
		   set event_ref = x.event_ref || '~' || left(x.event_id::text, 8), voided_at = $2, voided_by = session_user,
		       void_reason = 'Changed by the import of ' || (select i.file from data.import i where i.import_id = $1)
		  from data.import_event e
		 where e.import_id = $1 and e.verdict = 'changed' and x.event_ref = e.event_ref$sql$, p_table)
		using p_import, moment;
	execute format($sql$
		insert into data.%1$I
		select x.*
		  from data.import_event e
		 cross join lateral jsonb_populate_record(null::data.%1$I, coalesce(e.there, '{}') || e.what
		       || jsonb_build_object('event_id', gen_random_uuid(), 'event_ref', e.event_ref,
		              'entered_at', $2, 'entered_by', session_user)) as x
		 where e.import_id = $1 and e.verdict <> 'same'
		 order by e.line$sql$, p_table)
		using p_import, moment;

	select count(*) filter (where verdict = 'new'), count(*) filter (where verdict = 'changed'),
	       count(*) filter (where verdict = 'same')
	  into added, changed, same
	  from data.import_event where import_id = p_import;
end
$$;
comment on function data.import_apply_events(uuid, text) is 'Write the events of a checked import';
create function data.import_apply_arrests(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'arrest')
$$;
comment on function data.import_apply_arrests(uuid) is 'Write the arrests of a checked import';
create function data.import_apply_charges(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'charge')
$$;
comment on function data.import_apply_charges(uuid) is 'Write the charges of a checked import';
create function data.import_apply_safeguarding(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'safeguarding')
$$;
comment on function data.import_apply_safeguarding(uuid) is 'Write the safeguarding of a checked import';
create function data.import_apply_disruptions(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'disruption')
$$;
comment on function data.import_apply_disruptions(uuid) is 'Write the disruptions of a checked import';
