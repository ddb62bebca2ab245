-- SPDX-License-Identifier: MIT
create function data.tg_crime_group__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	floor timestamptz := data.frozen_until() + interval '1 microsecond'; -- nothing is dated before a freeze
begin
	if tg_op = 'INSERT' then
		new.valid_from := greatest(coalesce(new.valid_from, data.clock()), floor);
	elsif (new.group_ref, new.kind, new.name, new.mapped, new.band)
		is distinct from (old.group_ref, old.kind, old.name, old.mapped, old.band) then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from, floor);
	else
		return null; -- nothing changed
	end if;
	new.search_text := data.search_key(concat_ws(E'\n', new.group_ref, new.name));
	return new;
end
$$;
comment on function data.tg_crime_group__version() is 'Version, business time and search text of a group; a change of nothing is none';
create trigger tg_crime_group__version before insert or update on data.crime_group
	for each row execute function data.tg_crime_group__version();
