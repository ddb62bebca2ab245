-- SPDX-License-Identifier: MIT
create function data.tg_crime_group__lines() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.line_lists(array(select line_id from data.line_group where group_id = new.group_id));
	return null;
end
$$;
comment on function data.tg_crime_group__lines() is 'A group that gets a new reference shows it on its lines';
create trigger tg_crime_group__lines after update of group_ref on data.crime_group
	for each row when (old.group_ref <> new.group_ref) execute function data.tg_crime_group__lines();
