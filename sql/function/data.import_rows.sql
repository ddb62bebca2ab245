-- SPDX-License-Identifier: MIT
-- Takes rows as [{"line": 2, "cells": {"line_ref": "L-1", ...}}, ...]; "cells" is null for a row
-- that the client could not read. Nothing is judged here but their form.
create function data.import_rows(import uuid, rows jsonb) returns bigint
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	known text[];
	needed text[];
	taken bigint;
	stranger text;
begin
	perform data.import_open(import);
	select array_agg(c.name), array_agg(c.name) filter (where c.required)
	  into known, needed
	  from ref.import_column c join data.import i on i.kind = c.kind
	 where i.import_id = import;
	insert into data.import_row (import_id, line, cells)
	select import, r.line,
	       case jsonb_typeof(r.cells) when 'object'
	            then (select jsonb_object_agg(key, btrim(value, E' \u00A0')) from jsonb_each_text(r.cells)) end
	  from jsonb_to_recordset(rows) as r(line integer, cells jsonb);
	get diagnostics taken = row_count;
	select key into stranger
	  from (select distinct jsonb_object_keys(r.cells) as key
	          from jsonb_to_recordset(rows) as r(line integer, cells jsonb)
	         where jsonb_typeof(r.cells) = 'object') as used
	 where key <> all (known)
	 limit 1;
	if stranger is null then
		select column_name into stranger
		  from unnest(needed) as column_name
		 where exists (select from jsonb_to_recordset(rows) as r(line integer, cells jsonb)
		                where jsonb_typeof(r.cells) = 'object' and r.cells ->> column_name is null)
		 limit 1;
	end if;
	if stranger is not null then
		perform data.refuse('GL004', format('A row has a column too many or too few: %s.', stranger),
			'The view api.import_columns lists them.');
	end if;
	return taken;
end
$$;
comment on function data.import_rows(uuid, jsonb) is 'Hand over rows of an open import; returns how many';
