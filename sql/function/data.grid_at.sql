-- SPDX-License-Identifier: MIT
-- Who sees few lines has them looked up one by one; for all others the grid is walked.
create function data.grid_at(p_force text, moment timestamptz, at_most int)
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	few constant int := 5000;
	me data.staff;
	mine uuid[];
begin
	select * into me from data.staff s where s.login = session_user and s.active and s.valid_to > now();
	if not found then
		return;
	end if;
	if me.sees_force is null then
		mine := data.units_lines(me.sees_units, few + 1);
		if cardinality(mine) <= few then
			return query select * from data.grid_at_of(p_force, moment, at_most, mine);
			return;
		end if;
	end if;
	return query select * from data.grid_walk(p_force, moment, at_most, me);
end
$$;
comment on function data.grid_at(text, timestamptz, int) is 'The first open lines of the grid as it stood then, of those the caller sees';
