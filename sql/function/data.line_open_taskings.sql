-- SPDX-License-Identifier: MIT
create function data.line_open_taskings(p_line uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select string_agg(t.tasking_ref, ', ' order by t.tasking_ref) from data.tasking t where t.line_id = p_line and t.is_open
$$;
comment on function data.line_open_taskings(uuid) is 'References of what is still to be done on a line; null if nothing is';
