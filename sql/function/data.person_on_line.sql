-- SPDX-License-Identifier: MIT
-- An event that names a person says what they are to the line. What is known stays: an arrest does not
-- end that somebody is a victim.
create function data.person_on_line(p_ref text, p_line uuid, p_category text, p_since date, p_fact boolean,
	p_basis text, p_child boolean default null) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid;
begin
	insert into data.person (person_ref, child) values (p_ref, coalesce(p_child, false)) on conflict (person_ref) do nothing;
	select person_id into strict id from data.person where person_ref = p_ref;
	if p_child then
		update data.person set child = true where person_id = id and not child;
	end if;
	if p_line is not null then
		perform data.people_on_lines(p_category, p_fact, p_basis, array[p_ref], array[p_line], array[p_since]);
	end if;
	return id;
end
$$;
comment on function data.person_on_line(text, uuid, text, date, boolean, text, boolean) is 'The person of a reference, made if need be, and what they are to a line';
