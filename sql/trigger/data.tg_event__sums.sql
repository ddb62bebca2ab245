-- SPDX-License-Identifier: MIT
-- The line is held by its key, as a foreign key does it: who sees it then stays (data.tg_line__held), and nobody else
-- waits. Before the log, which all writers queue for.
create function data.tg_event__sums() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.tally_change[];
	parts text[];
begin
	parts := array_remove(array[
		case when tg_op <> 'DELETE' then format('select x::data.%I as x, 1 as d from come x', tg_table_name) end,
		case when tg_op <> 'INSERT' then format('select x::data.%I as x, -1 as d from gone x', tg_table_name) end], null);
	execute format('select from data.line l where l.line_id in (select (e.x).line_id from (%s) e) order by l.line_id for key share',
		array_to_string(parts, ' union all '));
	execute format('select array_agg(case when e.d > 0 then cell else data.tally_less(cell) end)
		from (%s) e left join data.line l on l.line_id = (e.x).line_id cross join lateral data.event_cells(e.x, l) cell',
		array_to_string(parts, ' union all ')) into changes;
	perform data.tally_add(changes);
	return null;
end
$$;
comment on function data.tg_event__sums() is 'Keeps the tallies of events and outcomes';
do $$
declare
	name text;
begin
	foreach name in array array['arrest', 'disruption', 'closure'] loop
		execute format('create trigger tg_event__sums_insert after insert on data.%I
			referencing new table as come for each statement execute function data.tg_event__sums()', name);
		execute format('create trigger tg_event__sums_update after update on data.%I
			referencing old table as gone new table as come for each statement execute function data.tg_event__sums()', name);
		execute format('create trigger tg_event__sums_delete after delete on data.%I
			referencing old table as gone for each statement execute function data.tg_event__sums()', name);
	end loop;
end
$$;
