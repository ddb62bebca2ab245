-- SPDX-License-Identifier: MIT
-- The first line of a search text is the reference. A name of numbers alone is its own brand.
create function search.brands(text text) returns setof text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select distinct coalesce(nullif(btrim(regexp_replace(x.name, '[0-9\s]+', ' ', 'g')), ''), x.name)
	from string_to_table(text, E'\n') with ordinality x (name, n)
	where x.n > 1 and x.name <> ''
$$;
comment on function search.brands(text) is 'The brands in a search text: names and aliases without their numbers';
