-- SPDX-License-Identifier: MIT
-- One for all four link tables: what changed in any of them changes lists of the same lines.
create function data.tg_line_link__lists() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op <> 'DELETE' then
		perform data.line_lists(array(select distinct line_id from come));
	end if;
	if tg_op <> 'INSERT' then
		perform data.line_lists(array(select distinct line_id from gone));
	end if;
	return null;
end
$$;
comment on function data.tg_line_link__lists() is 'Keeps the lists on lines up to their link tables';
do $$
declare
	link text;
begin
	foreach link in array array['line_alias', 'line_import', 'line_drug', 'line_group'] loop
		execute format('create trigger tg_%1$s__lists_insert after insert on data.%1$I
			referencing new table as come for each statement execute function data.tg_line_link__lists()', link);
		execute format('create trigger tg_%1$s__lists_update after update on data.%1$I
			referencing old table as gone new table as come
			for each statement execute function data.tg_line_link__lists()', link);
		execute format('create trigger tg_%1$s__lists_delete after delete on data.%1$I
			referencing old table as gone for each statement execute function data.tg_line_link__lists()', link);
	end loop;
end
$$;
