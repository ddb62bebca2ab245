-- SPDX-License-Identifier: MIT
-- Without their lines' rights: who asks has taken the lines from data.line.
create function data.line_versions(ids uuid[])
returns table (line_id uuid, is_open boolean, band text, from_at timestamptz, to_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select h.line_id, h.is_open, h.band, lower(h.during), upper(h.during) from data.line_history h where h.line_id = any (ids)
$$;
comment on function data.line_versions(uuid[]) is 'The earlier versions of some lines: band and when it was';
