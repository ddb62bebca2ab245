-- SPDX-License-Identifier: MIT
create function data.same_set(wanted text[], held text[]) returns boolean
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select wanted is null or (wanted <@ held and held <@ wanted)
$$;
comment on function data.same_set(text[], text[]) is 'Do two lists hold the same items? A null asks for nothing and so is content';
