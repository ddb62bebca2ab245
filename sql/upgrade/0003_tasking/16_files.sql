create or replace function data.import_line_mine(l data.line) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select exists (select from data.seen_line s where s.line_id = l.line_id and s.mine)
$$;
comment on function data.import_line_mine(data.line) is 'Does the caller see a line, and write for the force that holds it?';
-- Runs as the owner, since events name people and have no policy for api; that the lines are the caller's to
-- write for is asked here again. A person whose reference is new has no key yet, and is null.
create or replace function data.import_stage_events(p_import uuid, p_table text) returns void
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
		  left join data.seen_line l using (line_id)
		 where used.line_id is not null and l.mine is not true) then
		perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
	end if;
end
$$;
comment on function data.import_stage_events(uuid, text) is 'Fill data.import_event from the rows of a checked import';
-- What stands on proofs, what was voided and what others recorded stays as it is.
create or replace function data.import_judge_events(p_import uuid) returns void
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
	               case when c.there ->> 'line_id' is not null then l.mine
	                    else s.force = data.my_force() end is true as ours
	          from data.import_event c
	          left join data.seen_line l on l.line_id = (c.there ->> 'line_id')::uuid
	          left join data.staff s on s.login = c.there ->> 'entered_by'
	         where c.import_id = p_import and c.verdict = 'changed') as e
	 where not e.ours or e.voided or e.proof_of is not null;
end
$$;
comment on function data.import_judge_events(uuid) is 'Notes events of an import that may not change';
-- An outcome that is there goes on to its next state or stays; it is never another one. What was revoked or
-- refused meanwhile stays so, and the file that told of it may come again.
create or replace function data.import_judge_outcomes(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	ratifies boolean := exists (select from data.staff s where s.login = session_user and s.role = 'supervisor');
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'outcome_ref', format('%s is there already, and not yours to change; ask a supervisor', c.outcome_ref)
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  left join data.seen_line l on l.line_id = c.line_id
	 where r.import_id = p_import and l.mine is not true;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, d.cell, format('%s was claimed with %s, and an outcome does not change: refuse or revoke it, and claim it anew',
	       c.outcome_ref, coalesce(nullif(d.there, ''), 'none'))
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  join data.seen_line s on s.line_id = c.line_id and s.mine
	  join data.line l on l.line_id = c.line_id
	  left join data.charge h on h.event_id = c.charge_id
	 cross join lateral (values
		('kind', c.kind, lower(r.cells ->> 'kind'), true),
		('line_ref', l.line_ref, r.cells ->> 'line_ref', true),
		('on', c.on_day::text, r.cells ->> 'on', true),
		('unit', c.unit, coalesce((select u.code from ref.unit u where lower(u.code) = lower(r.cells ->> 'unit')), ''), true),
		('bulk_on', coalesce(c.bulk_on::text, ''), r.cells ->> 'bulk_on', true),
		('bulk_source', coalesce(c.bulk_source, ''), r.cells ->> 'bulk_source', true),
		('recovered_on', coalesce(c.recovered_on, c.deactivated_on)::text, r.cells ->> 'recovered_on', c.kind = 'type1'),
		('recovered_source', coalesce(c.recovered_source, c.deactivated_source), r.cells ->> 'recovered_source', c.kind = 'type1'),
		('charge_ref', coalesce(split_part(h.event_ref, '~', 1), ''), r.cells ->> 'charge_ref', true)
	 ) as d (cell, there, said, needed)
	 where r.import_id = p_import
	   and d.there <> d.said and (d.needed or d.said <> '');

	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, x.line, x.cell, x.reason, x.warning
	  from (select r.line, c.outcome_ref, c.state, c.claimed_by, c.check_back_on,
	               lower(coalesce(r.cells ->> 'check_back_result', '')) as result,
	               data.parse_day(r.cells ->> 'check_back_on') as checked
	          from data.import_row r
	          left join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	         where r.import_id = p_import) as f
	 cross join lateral (values
		(f.line, 'outcome_ref', f.outcome_ref || ': you claimed it, and another supervisor ratifies it', true,
			f.state = 'claimed' and ratifies and f.claimed_by = session_user),
		(f.line, 'check_back_result', 'is left aside: a supervisor ratifies the outcome first', true,
			f.result <> '' and coalesce(f.state, 'claimed') = 'claimed' and (not ratifies or f.claimed_by = session_user)),
		(f.line, 'outcome_ref', format('%s was %s, and stays so', f.outcome_ref, f.state), true,
			f.state = 'refused' or f.state = 'revoked' and f.result <> 'failed'
				and (f.checked is null or f.checked is not distinct from f.check_back_on)),
		(f.line, 'check_back_result', format('%s is %s already, by another check-back; a supervisor revokes it by a step of its own', f.outcome_ref, f.state), false,
			f.state in ('verified', 'revoked') and f.result <> '' and (f.checked is distinct from f.check_back_on
				or f.state = 'verified' and f.result = 'failed'))
	 ) as x (line, cell, reason, warning, applies)
	 where x.applies;
end
$$;
comment on function data.import_judge_outcomes(uuid) is 'Notes outcomes of an import that are there and would have to change';
-- Empty cells are '', as in the file.
create view data.tasking_file as
	select t.tasking_id, t.tasking_ref, coalesce(l.line_ref, '') as line_ref, coalesce(g.group_ref, '') as group_ref, t.title, t.route,
		t.unit, coalesce(t.owner, '') as officer, coalesce(t.operation, '') as operation, coalesce(t.four_p, '') as four_p, t.priority,
		t.raised_on, t.raised_by, t.due as due_on, t.state,
		coalesce(t.completed_on, case when t.state = 'refused' then t.authorised_on end) as closed_on, t.result
	from data.tasking t
	left join data.line l using (line_id)
	left join data.crime_group g using (group_id);
comment on view data.tasking_file is 'Taskings as files have them';
-- What the cells of one row say of each other. A closed tasking has its day, an open one has none; what was done
-- says what came of it. A cell that is no day is told by itself and is null here.
create function data.import_check_tasking_days(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with told as materialized (
		select r.line, r.cells, s.code as state, s.label as state_label, s.is_open, u.code as unit, u.valid_from, u.valid_to,
		       data.parse_day(r.cells ->> 'raised_on') as raised, data.parse_day(r.cells ->> 'due_on') as due,
		       data.parse_day(r.cells ->> 'closed_on') as closed
		  from data.import_row r
		  left join ref.tasking_state s on s.code = lower(r.cells ->> 'state')
		  left join ref.unit u on lower(u.code) = lower(r.cells ->> 'unit')
		 where r.import_id = p_import and r.cells is not null
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, t.line, x.cell, x.reason
	  from told t
	 cross join lateral (values
		('line_ref', 'is empty, and so is group_ref: name what it is about', t.cells ->> 'line_ref' = '' and t.cells ->> 'group_ref' = ''),
		('group_ref', 'names more than one group: write a row for each', t.cells ->> 'group_ref' like '%;%'),
		('due_on', format('%s lies before it was raised, %s', t.due, t.raised), t.due < t.raised),
		('closed_on', format('%s lies before it was raised, %s', t.closed, t.raised), t.closed < t.raised),
		('closed_on', format('is empty: a tasking that is %s has the day it was closed', lower(t.state_label)),
			t.state in ('complete', 'cancelled', 'refused') and t.cells ->> 'closed_on' = ''),
		('closed_on', format('is given, but a tasking that is %s is not closed', lower(t.state_label)),
			(t.is_open or t.state = 'draft') and t.cells ->> 'closed_on' <> ''),
		('result', format('is empty: a tasking that is %s says what came of it', lower(t.state_label)),
			t.state in ('complete', 'result', 'reviewed') and t.cells ->> 'result' = ''),
		('unit', format('%s was no unit on %s', data.import_quote(t.unit), t.raised), t.raised not between t.valid_from and t.valid_to),
		('unit', format('%s is no unit any more on %s, when it is due', t.unit, t.due),
			t.is_open and t.raised between t.valid_from and t.valid_to and t.due not between t.valid_from and t.valid_to)) as x (cell, reason, applies)
	 where x.applies and x.reason is not null
$$;
comment on function data.import_check_tasking_days(uuid) is 'Notes rows of taskings whose cells do not go together';
-- Whoever brings in a tasking stands for what it says. What was authorised, or refused, comes from somebody who may
-- authorise that route and did not raise it; what was not, from somebody who may raise it.
create function data.import_check_tasking_rights(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with told as materialized (
		select r.line, s.code as state, s.label as state_label, t.code as route, t.label as route_label,
		       t.raisers, t.authorisers, lower(r.cells ->> 'raised_by') = lower(session_user) as own, me.role,
		       s.code not in ('draft', 'submitted', 'cancelled') as decided
		  from data.import_row r
		  join ref.tasking_state s on s.code = lower(r.cells ->> 'state')
		  join ref.tasking_route t on t.code = lower(r.cells ->> 'route')
		  join data.staff me on me.login = session_user
		 where r.import_id = p_import
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, t.line, x.cell, x.reason
	  from told t
	 cross join lateral (values
		('route', format('%s is above your right: it is raised by %s', t.route_label, array_to_string(t.raisers, ', ')),
			not t.decided and t.role <> all (t.raisers)),
		('route', format('%s is above your right: what is %s there was authorised, by %s', t.route_label, lower(t.state_label),
			array_to_string(t.authorisers, ', ')), t.decided and t.role <> all (t.authorisers)),
		('raised_by', format('you raised it, and nobody authorises their own: somebody else brings in what is %s', lower(t.state_label)),
			t.decided and t.own)) as x (cell, reason, applies)
	 where x.applies
$$;
comment on function data.import_check_tasking_rights(uuid) is 'Notes rows of taskings that are not for the caller to bring in';
-- Sees every tasking and every line: a reference is taken whether or not the caller may see by what. One that is
-- there changes by its steps, each with its reason, never by a file; the same row may come again.
create function data.import_judge_taskings(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'tasking_ref', format('%s is there already, and not yours to bring in', t.tasking_ref)
	  from data.import_row r
	  join data.tasking t on t.tasking_ref = r.cells ->> 'tasking_ref'
	 where r.import_id = p_import
	   and (t.force is distinct from data.my_force() or t.line_id is not null and not data.line_seen(t.line_id));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, d.cell, format('%s is there with %s: a tasking that is there changes by its steps, each with its reason',
	       e.tasking_ref, coalesce(nullif(d.there, ''), 'none'))
	  from data.import_row r
	  join data.tasking_file e on e.tasking_ref = r.cells ->> 'tasking_ref'
	 cross join lateral (values
		('line_ref', e.line_ref, r.cells ->> 'line_ref'), ('group_ref', e.group_ref, r.cells ->> 'group_ref'),
		('title', e.title, r.cells ->> 'title'), ('route', e.route, lower(r.cells ->> 'route')),
		('unit', e.unit, (select u.code from ref.unit u where lower(u.code) = lower(r.cells ->> 'unit'))),
		('officer', e.officer, coalesce((select s.login from data.staff s where lower(s.login) = lower(r.cells ->> 'officer')), '')),
		('operation', e.operation, coalesce((select o.code from ref.operation o where lower(o.code) = lower(r.cells ->> 'operation')), '')),
		('four_p', e.four_p, initcap(r.cells ->> 'four_p')), ('priority', e.priority, coalesce(nullif(lower(r.cells ->> 'priority'), ''), 'normal')),
		('raised_on', e.raised_on::text, r.cells ->> 'raised_on'), ('raised_by', e.raised_by, (select s.login from data.staff s where lower(s.login) = lower(r.cells ->> 'raised_by'))),
		('due_on', coalesce(e.due_on::text, ''), r.cells ->> 'due_on'), ('state', e.state, lower(r.cells ->> 'state')),
		('closed_on', coalesce(e.closed_on::text, ''), r.cells ->> 'closed_on'), ('result', e.result, r.cells ->> 'result')) as d (cell, there, said)
	 where r.import_id = p_import and d.there is distinct from d.said
	   and not exists (select from data.import_error x where x.import_id = p_import and x.line = r.line);

	-- Each line, and each officer of a unit, is looked at once, however many rows name them.
	with come as materialized (
		select r.line, r.cells ->> 'line_ref' as line_ref, lower(r.cells ->> 'officer') as officer, lower(r.cells ->> 'unit') as unit
		  from data.import_row r
		  join ref.tasking_state s on s.code = lower(r.cells ->> 'state') and s.is_open
		 where r.import_id = p_import
		   and not exists (select from data.tasking t where t.tasking_ref = r.cells ->> 'tasking_ref')
	), barred as materialized (
		select l.line_ref, data.tasking_wall(l.line_id) as reason
		  from data.line l where l.line_ref in (select c.line_ref from come c)
	), stranger as materialized (
		select c.officer, c.unit, data.officer_fault(s.login, u.code) as reason
		  from (select distinct officer, unit from come) as c
		  join data.staff s on lower(s.login) = c.officer
		  join ref.unit u on lower(u.code) = c.unit
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, c.line, 'line_ref', b.line_ref || ': ' || b.reason
	  from come c join barred b using (line_ref) where b.reason is not null
	union all
	select p_import, c.line, 'officer', s.reason
	  from come c join stranger s using (officer, unit) where s.reason is not null;
end
$$;
comment on function data.import_judge_taskings(uuid) is 'Notes taskings of an import that are there otherwise, or cannot be';
create function data.import_check_taskings(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['tasking_ref']);
	perform data.import_check_held(p_import, 'bring in its taskings');
	perform data.import_check_tasking_days(p_import);
	perform data.import_check_tasking_rights(p_import);
	if data.import_is_good(p_import) then
		perform data.import_judge_taskings(p_import);
	end if;
end
$$;
comment on function data.import_check_taskings(uuid) is 'Notes what is wrong with rows of taskings';
-- A file tells how a tasking stands, not how it came there: days that it does not tell stay empty, and its history
-- begins with the file. A unit that was offered one has its full time to answer from today.
create function data.import_apply_taskings(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	today date := data.clock()::date;
	the_file text;
begin
	perform data.import_open(p_import);
	select i.file into the_file from data.import i where i.import_id = p_import;
	if exists (select from data.import_row r join data.line l on l.line_ref = r.cells ->> 'line_ref'
			where r.import_id = p_import and not data.import_line_mine(l)) then
		perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
	end if;
	changed := 0;
	select count(*) into same from data.import_row r join data.tasking t on t.tasking_ref = r.cells ->> 'tasking_ref'
	 where r.import_id = p_import;
	with told as (
		select r.line, r.cells, l.line_id, g.group_id, s.code as state, s.label as state_label, s.is_open, u.code as unit,
		       t.code as route, t.answer_days, data.parse_day(r.cells ->> 'raised_on') as raised,
		       data.parse_day(r.cells ->> 'closed_on') as closed, s.code not in ('draft', 'submitted', 'cancelled', 'complete') as decided
		  from data.import_row r
		  join ref.tasking_state s on s.code = lower(r.cells ->> 'state')
		  join ref.tasking_route t on t.code = lower(r.cells ->> 'route')
		  join ref.unit u on lower(u.code) = lower(r.cells ->> 'unit')
		  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
		  left join data.crime_group g on g.group_ref = r.cells ->> 'group_ref'
		 where r.import_id = p_import
		   and not exists (select from data.tasking x where x.tasking_ref = r.cells ->> 'tasking_ref')
	), come as (
		insert into data.tasking (tasking_ref, line_id, group_id, force, title, route, unit, owner, operation, four_p, priority,
			state, is_open, raised_on, raised_by, due, submitted_on, authorised_by, authorised_on, offered_on, answer_due,
			result, evidence, result_on, completed_on)
		select n.cells ->> 'tasking_ref', n.line_id, n.group_id, data.my_force(), n.cells ->> 'title', n.route, n.unit,
		       (select x.login from data.staff x where lower(x.login) = lower(n.cells ->> 'officer')), (select o.code from ref.operation o where lower(o.code) = lower(n.cells ->> 'operation')),
		       nullif(initcap(n.cells ->> 'four_p'), ''), coalesce(nullif(lower(n.cells ->> 'priority'), ''), 'normal'),
		       n.state, n.is_open, n.raised, (select x.login from data.staff x where lower(x.login) = lower(n.cells ->> 'raised_by')), data.parse_day(n.cells ->> 'due_on'),
		       case when n.state <> 'draft' then n.raised end, case when n.decided then session_user end,
		       case when n.decided then coalesce(n.closed, today) end, case when n.state = 'offered' then today end,
		       case when n.state = 'offered' then data.working_day(today, n.answer_days) end, n.cells ->> 'result',
		       case when n.state in ('complete', 'result', 'reviewed') then 'file ' || the_file else '' end,
		       case when n.state = 'complete' then n.closed end, case when n.state in ('complete', 'cancelled') then n.closed end
		  from told n order by n.line
		returning tasking_id, state, raised_by, raised_on
	)
	insert into data.tasking_event (tasking_id, at, step, to_state, reason, said)
	select c.tasking_id, data.clock(), 'import', c.state, 'file ' || the_file,
	       format('is brought in by file: %s, raised by %s on %s', lower(s.label), c.raised_by, c.raised_on)
	  from come c join ref.tasking_state s on s.code = c.state;
	get diagnostics added = row_count;
end
$$;
comment on function data.import_apply_taskings(uuid) is 'Write the taskings of a checked import';
create function data.period_fault(p_kind text, first_day date, last_day date) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when first_day > last_day then format('lies before the start, %s', first_day)
		when p_kind = 'months' and (extract(day from first_day) > 1 or extract(day from last_day + 1) > 1) then
			'does not end whole months: they begin on a 1st and end on the last day of one'
		when p_kind <> 'months' and last_day <> (first_day + x.long)::date - 1 or extract(day from first_day) > 1
				or p_kind = 'quarter' and extract(month from first_day) not in (1, 4, 7, 10)
				or p_kind = 'half-year' and extract(month from first_day) not in (1, 7)
				or p_kind = 'year' and extract(month from first_day) > 1 or p_kind = 'financial-year' and extract(month from first_day) <> 4 then
			format('does not make one %s with %s: this series comes by the %s', x.words, first_day, x.words)
		when last_day > c.today then format('the %s is not over: today is %s', x.words, c.today) end
	from ref.clock c, lateral (select case p_kind when 'month' then interval '1 month' when 'quarter' then interval '3 months'
			when 'half-year' then interval '6 months' else interval '1 year' end as long,
		case p_kind when 'year' then 'calendar year' when 'financial-year' then 'financial year' when 'months' then 'stretch'
			else p_kind end as words) x
$$;
comment on function data.period_fault(text, date, date) is 'Why two days are no stretch that a series comes by, or one that is not over';
-- What a row alone can tell, once its series is known.
create function data.import_check_return_cells(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with row as materialized (
		select r.line, r.cells, s.*, data.parse_day(r.cells ->> 'period_start') as first_day, data.parse_day(r.cells ->> 'period_end') as last_day,
			(select b.breakdown from ref.series_breakdown b where b.series = s.code and b.breakdown = lower(r.cells ->> 'breakdown')) as known
		from data.import_row r join ref.series s on s.code = lower(r.cells ->> 'series')
		where r.import_id = p_import
	), fault as (
		select line, x.cell, format('%s is not a day; days are written like %s', data.import_quote(cells ->> x.cell), c.today) as reason
		from row cross join ref.clock c cross join (values ('period_start'), ('period_end')) x (cell)
		where cells ->> x.cell <> '' and data.parse_day(cells ->> x.cell) is null
		union all
		select line, 'series', format('%s is added up from %s: hand those in', code, array_to_string(sum_of, ' and ')) from row where sum_of is not null
		union all
		select line, 'period_end', data.period_fault(period_kind, first_day, last_day) from row
		union all
		select line, 'breakdown', format('%s is no breakdown of %s; known are: %s', data.import_quote(cells ->> 'breakdown'), code,
			coalesce((select string_agg(b.breakdown, ', ' order by b.position) from ref.series_breakdown b where b.series = code), 'none'))
		from row where cells ->> 'breakdown' <> '' and known is null
		union all
		select line, 'category', 'is empty: which part by ' || known || ' is it?' from row where known is not null and cells ->> 'category' = ''
		union all
		select line, 'category', 'a total has none: name the breakdown, too' from row where cells ->> 'breakdown' = '' and cells ->> 'category' <> ''
		union all
		select line, 'category', format('%s is not known by %s; known are: %s', data.import_quote(cells ->> 'category'), known, x.all)
		from row cross join lateral (
			select string_agg(k.category, ', ' order by k.position) as all, bool_or(lower(k.category) = lower(cells ->> 'category')) as found
			from ref.series_category k where k.series = code and k.breakdown = known
				and coalesce(last_day, k.valid_from) between k.valid_from and k.valid_to) x
		where known is not null and cells ->> 'category' <> '' and x.found is not true
		union all
		select line, 'breakdown', format('is empty: %s has no total, only parts', code) from row where not totalled and cells ->> 'breakdown' = ''
		union all
		select line, 'value', case
			when cells ->> 'value' !~ '^[0-9]{1,15}([.][0-9]{1,6})?$' then format('%s is not a number: digits only, nought or more', data.import_quote(cells ->> 'value'))
			when scale(trim_scale((cells ->> 'value')::numeric)) > decimals then format('%s has too many decimal places: %s', cells ->> 'value',
				case decimals when 0 then unit || ' are whole' else 'at most ' || decimals end)
			when unit = 'percent' and (cells ->> 'value')::numeric > 100 then format('%s is more than 100 percent', cells ->> 'value') end
		from row where cells ->> 'value' <> ''
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, cell, reason from fault where reason is not null
$$;
comment on function data.import_check_return_cells(uuid) is 'Notes what rows of returns tell by themselves';
create function data.import_stage_returns(p_import uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.import_open(p_import);
	insert into data.import_return (import_id, line, series, period_start, period_end, breakdown, category, value, source, there, verdict)
	select p_import, t.line, t.series, t.period_start, t.period_end, t.breakdown, t.category, t.value, t.source, v.value_id,
		case when v.value_id is null then 'new' when v.value = t.value and v.source = t.source then 'same' else 'changed' end
	from (
		select r.line, lower(r.cells ->> 'series') as series, data.parse_day(r.cells ->> 'period_start') as period_start,
			data.parse_day(r.cells ->> 'period_end') as period_end, lower(r.cells ->> 'breakdown') as breakdown,
			coalesce((select k.category from ref.series_category k where k.series = lower(r.cells ->> 'series')
				and k.breakdown = lower(r.cells ->> 'breakdown') and lower(k.category) = lower(r.cells ->> 'category')), '') as category,
			trim_scale((r.cells ->> 'value')::numeric) as value, r.cells ->> 'source' as source
		from data.import_row r
		where r.import_id = p_import
	) t
	left join data.return_value v on v.series = t.series and v.period_start = t.period_start and v.period_end = t.period_end
		and v.breakdown = t.breakdown and v.category = t.category and v.replaced_at is null
$$;
comment on function data.import_stage_returns(uuid) is 'Fill data.import_return from rows whose cells are good';
