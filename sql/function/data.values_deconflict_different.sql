-- SPDX-License-Identifier: MIT
create function data.values_deconflict_different(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', d.row_version::text, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b))
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.values_deconflict_different(uuid) is 'Which two lines';
