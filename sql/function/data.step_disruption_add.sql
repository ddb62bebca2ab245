-- SPDX-License-Identifier: MIT
create function data.step_disruption_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('disruption_add', p_id, p_version);
	g data.crime_group;
	day date := data.parse_day(cells ->> 'on');
	faults text[] := data.disruption_faults(cells);
	counts int[] := array[coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
		coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int, coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int];
begin
	select * into g from data.crime_group x where lower(x.group_ref) = lower(cells ->> 'group_ref');
	if g.group_id is null and coalesce(cells ->> 'group_ref', '') <> '' then
		perform data.refuse_fields(array['group_ref: a disruption is of one group; record another for the next']);
	end if;
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	id := gen_random_uuid();
	insert into data.disruption (event_id, event_ref, on_day, unit, line_id, group_id, grade, four_p, tactic, drugs_linked,
		arrested, arrested_drugs, trafficking_outcomes, programme, entered_at)
	values (id, data.event_ref('DI', id), day, data.the_unit(cells, day), l.line_id, g.group_id, lower(cells ->> 'grade'),
		initcap(cells ->> 'four_p'), coalesce(cells ->> 'tactic', ''), data.yes(cells ->> 'drugs_linked'), counts[1], counts[2],
		counts[3], data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A %s disruption is recorded: %s', lower(cells ->> 'grade'), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_disruption_add(uuid, int, jsonb) is 'Record a disruption';
