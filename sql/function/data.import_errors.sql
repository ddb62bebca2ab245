-- SPDX-License-Identifier: MIT
-- What is handed over is gone: reasons may quote telephone numbers.
create function data.import_errors(import uuid, at_most integer)
returns table (line integer, cell text, reason text, warning boolean)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with gone as (
		delete from data.import_error e using data.import i
		 where e.import_id = import_errors.import and i.import_id = e.import_id and i.login = session_user
		returning i.kind, e.*
	)
	select g.line, g.cell, g.reason, g.warning
	  from gone g
	  left join ref.import_column c on c.kind = g.kind and c.name = g.cell
	 order by g.line, c.position, g.reason
	 limit at_most
$$;
comment on function data.import_errors(uuid, integer) is 'What is wrong with an import that api.import_finish() refused, in the order of the file; once';
