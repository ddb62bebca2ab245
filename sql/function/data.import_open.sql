-- SPDX-License-Identifier: MIT
create function data.import_open(import uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.require_role('analyst', 'supervisor');
	if not exists (select from data.import i
	                where i.import_id = import and i.login = session_user and i.finished_at is null) then
		perform data.refuse('GL005', 'There is no such import open.',
			'Open one with api.import_begin() in the same transaction.');
	end if;
end
$$;
comment on function data.import_open(uuid) is 'Raises GL005 unless the import is the caller''s own and still open';
