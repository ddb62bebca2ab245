-- SPDX-License-Identifier: MIT
create function api.import_errors(import uuid, at_most integer)
returns table (line integer, cell text, reason text, warning boolean)
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select line, cell, reason, warning from data.import_errors(import, at_most)
$$;
comment on function api.import_errors(uuid, integer) is 'What is wrong with an import that api.import_finish() refused, or wants a look (warning), in the order of the file; once';
