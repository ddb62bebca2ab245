-- SPDX-License-Identifier: MIT
create function data.import_step_told(p_step text, c data.closure, p_said text, p_reason text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	values (c.line_id, data.clock(), p_step, c.closure_id, p_said, p_reason)
$$;
comment on function data.import_step_told(text, data.closure, text, text) is 'Keep with the line that a file took a step';
