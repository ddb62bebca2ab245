-- SPDX-License-Identifier: MIT
-- In key order, as data.tg_line__tally. Most changes of a line move nothing here: they are told by the columns
-- before a row is taken apart.
create function data.tg_line__places() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	changes data.place_tally[];
begin
	if tg_op = 'INSERT' then
		select array_agg(c) into changes from come l cross join lateral data.place_cells(l::data.line) c;
	elsif tg_op = 'DELETE' then
		select array_agg(c) into changes from gone l cross join lateral data.place_cells(l::data.line) c;
	else
		select array_agg(row(c.holder_force, c.shared, c.restricted, c.export_force, c.export_unit, c.area, c.band, c.born,
			s.d)::data.place_tally) into changes
		from come n join gone o using (line_id)
		cross join lateral (values (n::data.line, 1), (o::data.line, -1)) s (l, d)
		cross join lateral data.place_cells(s.l) c
		where (n.holder_force, n.shared, n.restricted, n.export_force, n.export_npu, n.is_open, n.imports, n.band)
			is distinct from (o.holder_force, o.shared, o.restricted, o.export_force, o.export_npu, o.is_open, o.imports, o.band);
	end if;
	if changes is not null then
		insert into data.place_tally
			select c.holder_force, c.shared, c.restricted, c.export_force, c.export_unit, c.area, c.band, c.born,
				case tg_op when 'DELETE' then -sum(c.n) else sum(c.n) end
			from unnest(changes) c
			group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(c.n) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
			on conflict (holder_force, shared, restricted, export_force, export_unit, area, band, born)
				do update set n = place_tally.n + excluded.n;
	end if;
	return null;
end
$$;
comment on function data.tg_line__places() is 'Keeps the tally of places';
create trigger tg_line__places_insert after insert on data.line
	referencing new table as come for each statement execute function data.tg_line__places();
create trigger tg_line__places_update after update on data.line
	referencing old table as gone new table as come for each statement execute function data.tg_line__places();
create trigger tg_line__places_delete after delete on data.line
	referencing old table as gone for each statement execute function data.tg_line__places();
