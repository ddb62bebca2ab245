-- SPDX-License-Identifier: MIT
create function data.step_assess_second(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_second', p_id, p_version);
	differ bigint;
begin
	perform data.opinion_keep(a.assessment_id, 'second', cells);
	update data.assessment x set second_by = session_user, second_on = data.clock()::date, row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	select count(*) into differ from data.assessment_opinion o join data.assessment_factor f using (assessment_id, factor)
	where o.assessment_id = id and o.stage = 'second' and o.score <> f.score;
	said := format('%s is scored a second time%s', ref, case differ when 0 then ', in agreement'
		else format('; you differ in %s %s', differ, case differ when 1 then 'factor' else 'factors' end) end);
end
$$;
comment on function data.step_assess_second(uuid, int, jsonb) is 'Score a line a second time, by oneself';
