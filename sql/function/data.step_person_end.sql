-- SPDX-License-Identifier: MIT
create function data.step_person_end(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('person_end', p_id, p_version);
begin
	update data.line_person lp set until = data.parse_day(cells ->> 'until')
	from data.person p
	where lp.line_id = l.line_id and p.person_id = lp.person_id and p.person_ref = cells ->> 'person_ref'
		and lower(lp.category) = lower(cells ->> 'category') and lp.since <= data.parse_day(cells ->> 'until')
	returning p.person_id into id;
	if id is null then
		perform data.refuse_fields(array['person_ref: no such person is linked to this line in this category before that day']);
	end if;
	ref := l.line_ref;
	version := l.row_version;
	said := format('A person is no longer %s of %s', lower(cells ->> 'category'), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_person_end(uuid, int, jsonb) is 'Say that a person is no longer anything to a line';
