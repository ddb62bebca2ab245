-- SPDX-License-Identifier: MIT
create function data.tg_staff__sight() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	new.sees_force := case when new.active and new.role in ('analyst', 'supervisor', 'auditor') then new.force end;
	new.sees_units := case when new.active and new.role = 'lro' then array[new.unit] || new.more_units else '{}' end;
	new.sees_restricted := new.active and new.role = 'supervisor';
	new.writes_force := case when new.active and new.role in ('analyst', 'supervisor') then new.force end;
	return new;
end
$$;
comment on function data.tg_staff__sight() is 'What a role sees and writes, for the row policies';
create trigger tg_staff__sight before insert or update on data.staff
	for each row execute function data.tg_staff__sight();
