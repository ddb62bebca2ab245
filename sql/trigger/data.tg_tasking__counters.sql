-- SPDX-License-Identifier: MIT
create function data.tg_tasking__counters() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op <> 'DELETE' then
		perform data.line_counters(array(select distinct line_id from come where line_id is not null));
	end if;
	if tg_op <> 'INSERT' then
		perform data.line_counters(array(select distinct line_id from gone where line_id is not null));
	end if;
	return null;
end
$$;
comment on function data.tg_tasking__counters() is 'Keeps the counters on lines up to their taskings';
create trigger tg_tasking__counters_insert after insert on data.tasking
	referencing new table as come for each statement execute function data.tg_tasking__counters();
create trigger tg_tasking__counters_update after update on data.tasking
	referencing old table as gone new table as come
	for each statement execute function data.tg_tasking__counters();
create trigger tg_tasking__counters_delete after delete on data.tasking
	referencing old table as gone for each statement execute function data.tg_tasking__counters();
