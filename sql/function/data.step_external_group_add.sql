-- SPDX-License-Identifier: MIT
create function data.step_external_group_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	g data.crime_group;
begin
	select * into strict g from data.crime_group where group_id = p_id;
	if g.row_version is distinct from p_version then
		perform data.refuse_stale('Group ' || g.group_ref, p_version, g.row_version, g.changed_by);
	end if;
	insert into data.external_score (group_id, scheme, value, on_day, assessor)
	values (g.group_id, cells ->> 'scheme', cells ->> 'value', data.parse_day(cells ->> 'on'), cells ->> 'assessor')
	returning external_id into id;
	ref := g.group_ref;
	version := g.row_version;
	said := format('%s of %s is recorded', cells ->> 'scheme', ref);
	lines := '{}';
end
$$;
comment on function data.step_external_group_add(uuid, int, jsonb) is 'Record the score another scheme gave a group, as it was given';
