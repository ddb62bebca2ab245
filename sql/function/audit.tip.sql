-- SPDX-License-Identifier: MIT
create function audit.tip()
returns table (entry_id bigint, hash text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select h.entry_id, encode(h.hash, 'hex') from audit.head h
$$;
comment on function audit.tip() is 'The last entry of the log, and its hash';
