-- SPDX-License-Identifier: MIT
-- Some refusals show only while writing (a reference that exists where the caller cannot see it).
-- They leave the writing by an exception, which undoes it, and are noted where it is caught.
create function data.import_refuse(refusals jsonb) returns void
language plpgsql immutable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GLIMP', message = 'rows of the import are refused', detail = refusals::text;
end
$$;
comment on function data.import_refuse(jsonb) is 'Undo the writing and note [{"line", "cell", "reason"}, ...]';
