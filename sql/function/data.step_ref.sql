-- SPDX-License-Identifier: MIT
-- Runs as gridline_api: the reference of what the caller may not see is empty.
create function data.step_ref(p_step text, p_id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(case (select s.object from ref.step s where s.step = p_step)
		when 'line' then (select l.line_ref from data.line l where l.line_id = p_id)
		when 'group' then (select g.group_ref from data.crime_group g where g.group_id = p_id)
		when 'tasking' then (select t.tasking_ref from data.tasking t where t.tasking_id = p_id)
		when 'outcome' then (select c.outcome_ref from data.closure c where c.closure_id = p_id)
	end, '')
$$;
comment on function data.step_ref(text, uuid) is 'What people call a record';
