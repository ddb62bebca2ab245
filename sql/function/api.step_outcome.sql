-- SPDX-License-Identifier: MIT
create function api.step_outcome(op uuid)
returns table (object_id uuid, ref text, new_version int, said text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select o.object_id, o.ref, o.version, o.said from data.operation o where o.op = step_outcome.op and o.login = session_user
$$;
comment on function api.step_outcome(uuid) is 'What came of an operation key of the caller''s; no row if nothing did';
