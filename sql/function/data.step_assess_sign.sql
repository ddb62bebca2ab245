-- SPDX-License-Identifier: MIT
create function data.step_assess_sign(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_sign', p_id, p_version);
	day date := coalesce(data.parse_day(cells ->> 'signed_on'), data.clock()::date);
begin
	if exists (select from data.assessment o where o.line_id = a.line_id and o.signed_on >= day) then
		perform data.refuse_fields(array[format('signed_on: the line has an assessment signed on %s; a new one is signed after it',
			(select max(o.signed_on) from data.assessment o where o.line_id = a.line_id))]);
	end if;
	update data.assessment x set signed_on = day, signed_by = session_user, row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('%s scores %s, %s', ref, (select l.score from data.line l where l.line_id = a.line_id),
		(select l.band from data.line l where l.line_id = a.line_id));
end
$$;
comment on function data.step_assess_sign(uuid, int, jsonb) is 'Sign a moderated score: from then on it is the score of the line';
