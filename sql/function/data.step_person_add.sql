-- SPDX-License-Identifier: MIT
create function data.step_person_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('person_add', p_id, p_version);
	category text;
begin
	select c.code into category from ref.person_category c where lower(c.code) = lower(cells ->> 'category');
	id := data.person_on_line(cells ->> 'person_ref', l.line_id, category, data.parse_day(cells ->> 'since'),
		cells ->> 'statement' = 'fact', coalesce(cells ->> 'basis', ''), data.yes(cells ->> 'child'));
	ref := l.line_ref;
	version := l.row_version;
	said := format('A person is linked to %s as %s', ref, category);
	lines := array[l.line_id];
end
$$;
comment on function data.step_person_add(uuid, int, jsonb) is 'Say what a person is to a line';
