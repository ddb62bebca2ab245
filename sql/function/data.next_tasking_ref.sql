-- SPDX-License-Identifier: MIT
-- Files bring references of their own, so a number may be taken.
create function data.next_tasking_ref() returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	n text;
	ref text;
begin
	loop
		n := nextval('data.tasking_number')::text;
		ref := 'T' || to_char(data.clock(), 'YY') || '-' || lpad(n, greatest(4, length(n)), '0');
		exit when not exists (select from data.tasking t where t.tasking_ref = ref);
	end loop;
	return ref;
end
$$;
comment on function data.next_tasking_ref() is 'The reference a new tasking gets';
