-- SPDX-License-Identifier: MIT
create function data.import_quote(value text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select '''' || case when length(value) > 40 then left(value, 40) || '…' else value end || ''''
$$;
comment on function data.import_quote(text) is 'A cell as an error quotes it: not more than its beginning';
