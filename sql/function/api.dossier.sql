-- SPDX-License-Identifier: MIT
create function api.dossier(token uuid) returns jsonb
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.dossier(token)
$$;
comment on function api.dossier(uuid) is 'Second step to personal data: answers for a committed, fresh consultation of the caller''s own';
