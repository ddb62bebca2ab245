-- SPDX-License-Identifier: MIT
create function data.import_outcome(op uuid)
returns table (added bigint, changed bigint, same bigint)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select i.added, i.changed, i.same
	  from data.import i
	 where i.login = session_user and i.op = import_outcome.op and i.finished_at is not null
$$;
comment on function data.import_outcome(uuid) is 'What came of the import with this operation key; no row if it was not committed';
