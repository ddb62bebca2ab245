-- SPDX-License-Identifier: MIT
create function data.values_checkback_fail(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_checkback_fail(uuid) is 'Which outcome';
