-- SPDX-License-Identifier: MIT
create function data.tasking_clashes(t data.tasking, p_unit text, p_due date)
returns table (kind text, label text, tasking_id uuid, tasking_ref text, line_ref text, unit text, state_label text,
	from_day date, due date, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.* from ref.clock c cross join lateral data.clashes(t.line_id, t.group_id, p_unit,
		coalesce(t.authorised_on, t.raised_on, c.today), greatest(p_due, c.today), t.tasking_id) x
$$;
comment on function data.tasking_clashes(data.tasking, text, date) is 'What stands against a tasking if it were that unit''s and due on that day';
