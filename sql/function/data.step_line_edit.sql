-- SPDX-License-Identifier: MIT
create function data.step_line_edit(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	old data.line := data.line_lock('line_edit', p_id, p_version, cells - 'numbers');
	l data.line;
	numbers text[];
	raised int;
begin
	l := data.line_cells(p_id, cells);
	l.line_id := old.line_id;
	if l.successor_of is null and coalesce(cells ->> 'successor_of', '') = '' and old.successor_of is not null
		and not data.line_seen(old.successor_of) then
		l.successor_of := old.successor_of;
	end if;
	numbers := array(select distinct data.parse_number(i) from data.import_items(cells ->> 'numbers') i);
	insert into data.line_number (line_id, number, first_seen)
	select l.line_id, n, data.clock()::date from unnest(numbers) n on conflict do nothing;
	update data.line x
	set name = l.name, status = l.status, export_force = l.export_force, export_npu = l.export_npu, lro = l.lro,
		bulk_marketing = l.bulk_marketing, first_seen = l.first_seen, last_seen = l.last_seen, aliases = l.aliases,
		imports = l.imports, drugs = l.drugs, group_refs = l.group_refs, successor_of = l.successor_of
	where x.line_id = l.line_id;
	perform data.line_links_set(l);
	raised := data.deconflict(l.line_id, numbers);
	id := l.line_id;
	ref := old.line_ref;
	version := (select x.row_version from data.line x where x.line_id = l.line_id);
	said := format('%s is saved%s', ref, case when raised > 0 then '; it may be the same as another line: deconflict them' else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_edit(uuid, int, jsonb) is 'Change a line; what may be the same line by now is raised for deconfliction';
