-- SPDX-License-Identifier: MIT
-- An index walk that stops at ten thousand: nobody needs to know more of a unit that has so many.
create function data.unit_load(p_unit text, p_on date, p_not uuid, out open int, out open_at_most int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (select count(*)::int from (
			select from data.tasking t where t.unit = p_unit and t.is_open and t.tasking_id is distinct from p_not limit 10000) x),
		(select c.open_at_most from ref.unit_capacity c where c.unit = p_unit and p_on between c.valid_from and c.valid_to)
$$;
comment on function data.unit_load(text, date, uuid) is 'How many open taskings a unit has, one left out, and how many it says it can carry on a day';
