-- SPDX-License-Identifier: MIT
create function data.step_assess_return(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_return', p_id, p_version);
begin
	update data.assessment x set state = 'returned', row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score of %s goes back to %s', ref, a.proposer);
end
$$;
comment on function data.step_assess_return(uuid, int, jsonb) is 'An assessment is returned, with the reason';
