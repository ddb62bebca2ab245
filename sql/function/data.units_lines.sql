-- SPDX-License-Identifier: MIT
create function data.units_lines(units text[], at_most int) returns uuid[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return array(
		select l.line_id from data.line l where coalesce(l.export_npu, '') = any (units) limit at_most
	) || array(
		select t.line_id from data.tasking t where t.is_open and t.unit = any (units) and t.line_id is not null limit at_most
	);
end
$$;
comment on function data.units_lines(text[], int) is 'Lines that are run from some units or tasked to them; not all of them where there are more of either than that';
