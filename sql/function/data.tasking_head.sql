-- SPDX-License-Identifier: MIT
create function data.tasking_head(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', t.row_version::text, concat_ws(' ', t.tasking_ref, t.title, format('(%s, %s)', t.unit, lower(s.label)))
	from data.tasking t join ref.tasking_state s on s.code = t.state where t.tasking_id = id
$$;
comment on function data.tasking_head(uuid) is 'Which tasking a form is about, and its version';
