-- SPDX-License-Identifier: MIT
create function data.step_assess_moderate(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_moderate', p_id, p_version);
begin
	perform data.opinion_keep(a.assessment_id, 'moderated', cells);
	update data.assessment x set state = 'moderated', moderated_by = session_user, moderated_on = data.clock()::date,
		row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score of %s is moderated: it comes to %s%s', ref,
		(select t.total from data.assessment_total(id, a.model) t),
		case when a.second_by is null and (select t.total from data.assessment_total(id, a.model) t) >= (select max(b.min_score) from ref.band b)
			then '; the top band needs a second scorer' else '; a supervisor signs it' end);
end
$$;
comment on function data.step_assess_moderate(uuid, int, jsonb) is 'Moderate a proposed score';
