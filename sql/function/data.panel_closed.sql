-- SPDX-License-Identifier: MIT
-- Without their lines' rights: who asks takes those of the caller's.
create function data.panel_closed()
returns table (line_id uuid, on_day date)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.line_id, c.on_day
	from data.panel_span() s
	join data.closure c on c.on_day between s.from_day and s.upto
	where c.kind = 'type1' and c.state in ('provisional', 'verified')
$$;
comment on function data.panel_closed() is 'Lines closed by a Type 1 outcome this year that stands, and when';
