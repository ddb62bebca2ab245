-- SPDX-License-Identifier: MIT
create function data.import_errors(import uuid, at_most integer)
returns table (line integer, cell text, reason text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.line, e.cell, e.reason
	  from data.import_error e
	  join data.import i on i.import_id = e.import_id
	  left join ref.import_column c on c.kind = i.kind and c.name = e.cell
	 where e.import_id = import and i.login = session_user
	 order by e.line, c.position, e.reason
	 limit at_most
$$;
comment on function data.import_errors(uuid, integer) is 'What is wrong with an import that api.import_finish() refused, in the order of the file';
