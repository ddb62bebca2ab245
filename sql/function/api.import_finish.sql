-- SPDX-License-Identifier: MIT
create function api.import_finish(import uuid, dry_run boolean,
	out errors bigint, out warnings bigint, out added bigint, out changed bigint, out same bigint)
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select errors, warnings, added, changed, same from data.import_finish(import, dry_run)
$$;
comment on function api.import_finish(uuid, boolean) is 'Check an import and apply it if nothing is wrong; what is wrong is in api.import_errors()';
