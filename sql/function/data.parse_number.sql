-- SPDX-License-Identifier: MIT
-- One telephone number, one form: what people write in many ways must meet in the unique key.
create function data.parse_number(value text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
	select case
		when bare ~ '^0[1-9][0-9]{8,9}$' then '+44' || substr(bare, 2)
		when bare ~ '^00[1-9][0-9]{7,13}$' then '+' || substr(bare, 3)
		when bare ~ '^\+44[1-9][0-9]{8,9}$' then bare
		when bare ~ '^\+[1-9][0-9]{7,14}$' and bare !~ '^\+44' then bare
		end
	  from (select regexp_replace(
			regexp_replace(value, '^(\+|00)44 *\(0\)', '+44'), '[ ().-]', '', 'g') as bare) as written
$$;
comment on function data.parse_number(text) is 'A telephone number in E.164 (07700 900123 is +447700900123); null if it is none';
