-- SPDX-License-Identifier: MIT
create function data.tg_crime_group__history() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' then
		insert into data.group_history
			select tstzrange(o.valid_from, n.valid_from), o.* from gone o join come n using (group_id)
			where o.valid_from < n.valid_from;
	else
		insert into data.group_history
			select tstzrange(o.valid_from, greatest(o.valid_from, data.clock()), '[]'), o.* from gone o;
	end if;
	return null;
end
$$;
comment on function data.tg_crime_group__history() is 'Keeps every version of a group that stood at the end of a transaction';
create trigger tg_crime_group__history_update after update on data.crime_group
	referencing old table as gone new table as come
	for each statement execute function data.tg_crime_group__history();
create trigger tg_crime_group__history_delete after delete on data.crime_group
	referencing old table as gone
	for each statement execute function data.tg_crime_group__history();
