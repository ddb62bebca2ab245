-- SPDX-License-Identifier: MIT
-- The detail has a line a field, "name: reason", for forms and scripts; the message says the same to a
-- person at psql.
create function data.refuse_fields(faults text[]) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GL004',
		message = case cardinality(faults) when 1 then 'One field needs mending'
			else cardinality(faults) || ' fields need mending' end || ': ' || array_to_string(faults, '; ') || '.',
		detail = array_to_string(faults, E'\n'),
		hint = 'Mend what is named and save again; nothing was saved.';
end
$$;
comment on function data.refuse_fields(text[]) is 'Refuses a step for its fields: each fault is "name: reason"';
