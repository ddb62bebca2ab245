-- SPDX-License-Identifier: MIT
create function api.dossier_warm() returns void
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.dossier_warm()
$$;
comment on function api.dossier_warm() is 'Make the session ready, so that its first dossier opens as fast as the next; shows nothing';
