-- SPDX-License-Identifier: MIT
-- Printed on every page that leaves, so that paper witnesses the log: it tells nothing but how long the log is.
create function api.audit_head()
returns table (entry_id bigint, hash text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t.entry_id, t.hash from audit.tip() t
	where case when data.my_force() is null then data.refuse('GL002', 'Only staff may see the head of the log.',
		'Ask the database administrator for an entry in the staff table.') else true end
$$;
comment on function api.audit_head() is 'The last entry of the log and its hash, for paper that witnesses it';
