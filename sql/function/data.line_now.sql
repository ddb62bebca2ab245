-- SPDX-License-Identifier: MIT
create function data.line_now(p_id uuid) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_object_agg(v.name, v.value) from data.values_line_edit(p_id) v where v.name <> ''
$$;
comment on function data.line_now(uuid) is 'A line as its form would show it now, to set beside what was typed on an older version';
