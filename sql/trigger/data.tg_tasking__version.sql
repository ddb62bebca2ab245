-- SPDX-License-Identifier: MIT
create function data.tg_tasking__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond'; -- nothing is dated before a freeze
begin
	select s.is_open into new.is_open from ref.tasking_state s where s.code = new.state;
	if tg_op = 'INSERT' then
		new.valid_from := greatest(coalesce(new.valid_from, data.clock()), floor);
		new.raised_on := coalesce(new.raised_on, new.valid_from::date);
		new.force := coalesce(new.force, (select l.holder_force from data.line l where l.line_id = new.line_id));
	elsif new is distinct from old then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	else
		return null; -- nothing changed
	end if;
	return new;
end
$$;
comment on function data.tg_tasking__version() is 'Version and business time of a tasking; a change of nothing is none';
create trigger tg_tasking__version before insert or update on data.tasking
	for each row execute function data.tg_tasking__version();
