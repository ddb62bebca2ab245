-- SPDX-License-Identifier: MIT
create function data.step_line_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_cells(null, cells);
	numbers text[];
	raised int;
	me data.staff;
begin
	select * into me from data.staff where login = session_user;
	l.line_id := gen_random_uuid();
	l.line_ref := nullif(cells ->> 'line_ref', '');
	if l.line_ref is null then
		-- The next number is free for one: whoever comes second waits here and gets the one after.
		perform from ref.force f where f.code = l.export_force for update;
		l.line_ref := data.next_line_ref(l.export_force);
	elsif exists (select from data.line o where o.line_ref = l.line_ref) then
		perform data.refuse_fields(array[format('line_ref: %s is taken; leave it empty for the next free one', l.line_ref)]);
	end if;
	begin
		insert into data.line (line_id, line_ref, name, holder_force, status, is_open, export_force, export_npu, lro, bulk_marketing,
			first_seen, last_seen, aliases, imports, drugs, group_refs, successor_of)
		values (l.line_id, l.line_ref, l.name, me.force, l.status, true, l.export_force, l.export_npu, l.lro, l.bulk_marketing,
			l.first_seen, l.last_seen, l.aliases, l.imports, l.drugs, l.group_refs, l.successor_of);
	exception when unique_violation then -- somebody else's, a moment ago
		perform data.refuse_fields(array[format('line_ref: %s is taken; leave it empty for the next free one', l.line_ref)]);
	end;
	perform data.line_links_set(l);
	numbers := array(select distinct data.parse_number(i) from data.import_items(cells ->> 'numbers') i);
	insert into data.line_number (line_id, number, first_seen)
	select l.line_id, n, l.first_seen from unnest(numbers) n;
	raised := data.deconflict(l.line_id, numbers);
	id := l.line_id;
	ref := l.line_ref;
	version := (select x.row_version from data.line x where x.line_id = l.line_id);
	said := format('%s is on the grid%s', ref, case when raised > 0
		then format('; %s to be deconflicted before it is tasked', raised || case raised when 1 then ' likely double' else ' likely doubles' end)
		else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_add(uuid, int, jsonb) is 'Put a new line on the grid; what may be the same line is raised for deconfliction';
