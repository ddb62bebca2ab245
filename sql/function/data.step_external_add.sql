-- SPDX-License-Identifier: MIT
create function data.step_external_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('external_add', p_id, p_version);
begin
	insert into data.external_score (line_id, scheme, value, on_day, assessor)
	values (l.line_id, cells ->> 'scheme', cells ->> 'value', data.parse_day(cells ->> 'on'), cells ->> 'assessor')
	returning external_id into id;
	ref := l.line_ref;
	version := l.row_version;
	said := format('%s of %s is recorded', cells ->> 'scheme', ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_external_add(uuid, int, jsonb) is 'Record the score another scheme gave a line, as it was given';
