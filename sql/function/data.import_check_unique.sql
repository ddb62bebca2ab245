-- SPDX-License-Identifier: MIT
create function data.import_check_unique(p_import uuid, p_keys text[]) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with keyed as (
		select line,
		       (select array_agg(cells ->> k order by n) from unnest(p_keys) with ordinality as key(k, n)) as key
		  from data.import_row
		 where import_id = p_import and cells is not null
	), numbered as (
		select line, key, first_value(line) over (partition by key order by line) as first_line
		  from keyed
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, p_keys[array_length(p_keys, 1)],
	       format('%s stands in line %s already', array_to_string(key, ', '), first_line)
	  from numbered
	 where line <> first_line and not ('' = any (key))
$$;
comment on function data.import_check_unique(uuid, text[]) is 'Notes rows whose key stands in the file twice, with both lines';
