-- SPDX-License-Identifier: MIT
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
