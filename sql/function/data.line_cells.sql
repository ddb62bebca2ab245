-- SPDX-License-Identifier: MIT
-- The fields of a line's form, typed and in the vocabularies' own spelling; what one field cannot tell is
-- refused here.
create function data.line_cells(p_line uuid, cells jsonb) returns data.line
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line;
	faults text[];
	me data.staff;
begin
	select * into me from data.staff where login = session_user;
	l.name := coalesce(cells ->> 'name', '');
	select f.code into l.export_force from ref.force f where lower(f.code) = lower(cells ->> 'export_force');
	select u.code into l.export_npu from ref.unit u where lower(u.code) = lower(cells ->> 'export_npu');
	select s.code into l.status from ref.line_status s where lower(s.code) = lower(cells ->> 'status');
	select s.login into l.lro from data.staff s where lower(s.login) = lower(cells ->> 'lro');
	l.bulk_marketing := coalesce(lower(cells ->> 'bulk_marketing') = 'yes', false);
	l.first_seen := data.parse_day(cells ->> 'first_seen');
	l.last_seen := coalesce(data.parse_day(cells ->> 'last_seen'), l.first_seen);
	l.aliases := array(select distinct i collate "C" from data.import_items(cells ->> 'aliases') i order by 1);
	l.imports := array(select distinct a.code from data.import_items(cells ->> 'imports') i join ref.area a on lower(a.code) = lower(i) order by 1);
	l.drugs := array(select d.code from ref.drug d where lower(d.code) in (select lower(i) from data.import_items(cells ->> 'drugs') i) order by d.position);
	l.group_refs := array(select g.group_ref from data.crime_group g
		where lower(g.group_ref) in (select lower(i) from data.import_items(cells ->> 'groups') i) order by 1);
	select o.line_id into l.successor_of from data.line o
	where o.line_ref = cells ->> 'successor_of' and data.line_seen(o.line_id);

	faults := array_remove(array[
		case when l.last_seen < l.first_seen
			then format('last_seen: %s lies before the line was first seen, %s', l.last_seen, l.first_seen) end,
		case when l.export_npu is not null and not exists (select from ref.unit u where u.code = l.export_npu and u.force = l.export_force)
			then format('export_npu: %s is no unit of %s', l.export_npu, l.export_force) end,
		case when me.role = 'lro' and not coalesce(l.export_npu = any (me.sees_units), false)
			then format('export_npu: you may identify lines of your own units only: %s', array_to_string(me.sees_units, ', ')) end,
		case when l.lro is not null and l.export_npu is not null and not exists (select from data.staff s
				where s.login = l.lro and l.export_npu = any (s.sees_units))
			then format('lro: %s does not answer for %s', l.lro, l.export_npu) end,
		case when not (select s.is_open from ref.line_status s where s.code = l.status)
			then format('status: %s closes the line, which has a step of its own', l.status) end,
		case when coalesce(cells ->> 'successor_of', '') <> '' and l.successor_of is null
			then format('successor_of: there is no line %s, or it is not yours to see', data.import_quote(cells ->> 'successor_of')) end,
		case when l.successor_of = p_line then 'successor_of: a line cannot go on from itself' end,
		case when exists (select from data.line o where o.line_id = l.successor_of and o.is_open)
			then format('successor_of: %s is still open', cells ->> 'successor_of') end], null);
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	return l;
end
$$;
comment on function data.line_cells(uuid, jsonb) is 'What was typed about a line, as a row of data.line';
