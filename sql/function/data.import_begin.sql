-- SPDX-License-Identifier: MIT
-- Opens an import. Rows and verdict follow in the same transaction; what is not committed never was.
create function data.import_begin(kind text, file text, op uuid) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid;
begin
	perform data.require_role('analyst', 'supervisor');
	if not exists (select from ref.import_kind k where k.kind = import_begin.kind) then
		perform data.refuse('GL004', format('There is no kind of import called %L.', kind),
			'Known are: ' || (select string_agg(k.kind, ', ' order by k.position) from ref.import_kind k) || '.');
	end if;
	if kind = 'assessments' then
		perform data.require_role('supervisor'); -- what a file brings is signed by who imports it
	end if;
	if op is null or exists (select from data.import i where i.login = session_user and i.op = import_begin.op) then
		perform data.refuse('GL004', 'This operation key has served for an import already.',
			'api.import_outcome() tells what came of it; a new import takes a new key.');
	end if;
	delete from data.import_error e using data.import i where i.import_id = e.import_id and i.login = session_user;
	insert into data.import (op, kind, file) values (op, kind, left(file, 1000)) returning import_id into id;
	return id;
end
$$;
comment on function data.import_begin(text, text, uuid) is 'Open an import of a kind; op is a new key that names it for ever';
