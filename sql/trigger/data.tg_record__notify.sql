-- SPDX-License-Identifier: MIT
-- Consoles that listen read anew what they show. The payload is the kind of record and never what is in it: anybody who
-- may connect hears it. Said once a transaction however many statements it has, and not for a statement that
-- changed nothing. The first argument of the trigger is the kind.
create function data.tg_record__notify() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	any_row boolean;
begin
	if tg_op = 'DELETE' then
		any_row := exists (select from gone);
	else
		any_row := exists (select from come);
	end if;
	if any_row then
		perform pg_notify('gridline', tg_argv[0]);
	end if;
	return null;
end
$$;
comment on function data.tg_record__notify() is 'Tells whoever listens that records of a kind were changed, and never which';
do $$
declare
	t record;
begin
	for t in select * from (values
		('tasking', 'tasking'),
		('line', 'line'),
		('crime_group', 'line'),
		('assessment', 'line'),
		('closure', 'line'),
		('deconfliction', 'line'),
		('review', 'review'),
		('review_place', 'review'),
		('review_item', 'review'),
		('review_note', 'review')
	) x (name, kind) loop
		execute format('create trigger tg_record__notify_insert after insert on data.%I
			referencing new table as come for each statement execute function data.tg_record__notify(%L)', t.name, t.kind);
		execute format('create trigger tg_record__notify_update after update on data.%I
			referencing new table as come for each statement execute function data.tg_record__notify(%L)', t.name, t.kind);
		execute format('create trigger tg_record__notify_delete after delete on data.%I
			referencing old table as gone for each statement execute function data.tg_record__notify(%L)', t.name, t.kind);
	end loop;
end
$$;
