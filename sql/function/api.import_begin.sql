-- SPDX-License-Identifier: MIT
create function api.import_begin(kind text, file text, op uuid) returns uuid
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.import_begin(kind, file, op)
$$;
comment on function api.import_begin(text, text, uuid) is 'Open an import of a kind; op is a new key that names it for ever. Rows and verdict follow in the same transaction';
