-- SPDX-License-Identifier: MIT
-- After tg_line__history, so that the version before is history already, and before tg_line__log, which writers queue
-- for. Most changes of a line move nothing here: they are told by the columns before a row is taken apart. Who sees a
-- line decides where all it ever was is counted.
create function data.tg_line__kept() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.tally_change[];
begin
	if tg_op = 'INSERT' then
		select array_agg(x.cell) into changes from come l
		cross join lateral (select cell from data.tally_cells(l::data.line) cell union all select cell from data.stood_cell(l::data.line, l.valid_from) cell) x;
	elsif tg_op = 'UPDATE' then
		select array_agg(x.cell) into changes from come n join gone o using (line_id)
		cross join lateral (
			select cell from data.tally_cells(n::data.line) cell
			union all select data.tally_less(cell) from data.tally_cells(o::data.line) cell
			union all select cell from data.stood_cell(n::data.line, n.valid_from) cell
			union all select data.tally_less(cell) from data.stood_cell(o::data.line, n.valid_from) cell
		) x
		where (n.holder_force, n.shared, n.restricted, n.export_npu) is not distinct from (o.holder_force, o.shared, o.restricted, o.export_npu)
			and (n.is_open, n.band, n.export_force, n.overdue_taskings, n.last_seen, n.last_review, n.created_at)
				is distinct from (o.is_open, o.band, o.export_force, o.overdue_taskings, o.last_seen, o.last_review, o.created_at);
		if exists (select from come n join gone o using (line_id) where (n.holder_force, n.shared, n.restricted, n.export_npu)
				is distinct from (o.holder_force, o.shared, o.restricted, o.export_npu)) then
			select changes || array_agg(x.cell) into changes from come n join gone o using (line_id)
			cross join lateral (
				select cell from data.tally_cells(n::data.line) cell
				union all select cell from data.stood_cell(n::data.line, n.valid_from) cell
				union all select cell from data.past_cells(n::data.line, 'infinity') cell
				union all select cell from data.line_event_cells(n::data.line) cell
				union all select data.tally_less(cell) from data.tally_cells(o::data.line) cell
				union all select data.tally_less(cell) from data.stood_cell(o::data.line, o.valid_from) cell
				union all select data.tally_less(cell) from data.past_cells(o::data.line, o.valid_from) cell
				union all select data.tally_less(cell) from data.line_event_cells(o::data.line) cell
			) x
			where (n.holder_force, n.shared, n.restricted, n.export_npu) is distinct from (o.holder_force, o.shared, o.restricted, o.export_npu);
		end if;
	else
		-- What it was once stays counted, but is nobody's.
		select array_agg(x.cell) into changes from gone o
		cross join lateral jsonb_populate_record(o::data.line,
			'{"holder_force": "", "shared": false, "restricted": false, "export_npu": null}') nobodys
		cross join lateral (
			select data.tally_less(cell) as cell from data.tally_cells(o::data.line) cell
			union all select data.tally_less(cell) from data.stood_cell(o::data.line, o.valid_from) cell
			union all select data.tally_less(cell) from data.past_cells(o::data.line, o.valid_from) cell
			union all select cell from data.past_cells(nobodys, 'infinity') cell
		) x;
	end if;
	perform data.tally_add(changes);
	return null;
end
$$;
comment on function data.tg_line__kept() is 'Keeps the tallies of lines';
create trigger tg_line__kept_insert after insert on data.line
	referencing new table as come for each statement execute function data.tg_line__kept();
create trigger tg_line__kept_update after update on data.line
	referencing old table as gone new table as come for each statement execute function data.tg_line__kept();
create trigger tg_line__kept_delete after delete on data.line
	referencing old table as gone for each statement execute function data.tg_line__kept();
