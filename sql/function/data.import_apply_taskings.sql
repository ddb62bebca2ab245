-- SPDX-License-Identifier: MIT
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
