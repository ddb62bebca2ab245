-- SPDX-License-Identifier: MIT
create function api.import_outcome(op uuid)
returns table (added bigint, changed bigint, same bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select added, changed, same from data.import_outcome(op)
$$;
comment on function api.import_outcome(uuid) is 'What came of the import with this operation key; no row if it was not committed';
