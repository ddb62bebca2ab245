-- SPDX-License-Identifier: MIT
-- For one line; of many, data.seen_line is joined.
create function data.line_seen(p_line uuid) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (select from data.seen_line l where l.line_id = p_line)
$$;
comment on function data.line_seen(uuid) is 'Does the caller see this line?';
