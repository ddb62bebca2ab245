-- SPDX-License-Identifier: MIT
-- The events of a line go with it, and by then nobody can tell who saw them: before, they become nobody's.
create function data.tg_line__events() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.tally_change[];
	nobodys data.line := old;
begin
	if not exists (select from data.arrest x where x.line_id = old.line_id)
		and not exists (select from data.disruption x where x.line_id = old.line_id)
		and not exists (select from data.closure x where x.line_id = old.line_id) then
		return old;
	end if;
	nobodys.holder_force := '';
	nobodys.shared := false;
	nobodys.restricted := false;
	nobodys.export_npu := null;
	select array_agg(x.cell) into changes from (
		select data.tally_less(cell) as cell from data.line_event_cells(old) cell
		union all
		select cell from data.line_event_cells(nobodys) cell
	) x;
	perform data.tally_add(changes);
	return old;
end
$$;
comment on function data.tg_line__events() is 'Takes the events of a line that goes out of what people see';
create trigger tg_line__events before delete on data.line for each row execute function data.tg_line__events();
