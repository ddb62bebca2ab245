-- SPDX-License-Identifier: MIT
-- The items of a list cell, blanks around them taken off.
create function data.import_items(value text) returns setof text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select btrim(item) from string_to_table(value, ';') as item where btrim(item) <> ''
$$;
comment on function data.import_items(text) is 'The items of a cell that holds a list separated by semicolons';
