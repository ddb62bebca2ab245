-- SPDX-License-Identifier: MIT
create function data.step_assess_withdraw(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_withdraw', p_id, p_version);
begin
	update data.assessment x set state = 'withdrawn', row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score proposed for %s is withdrawn by %s', ref, a.proposer);
end
$$;
comment on function data.step_assess_withdraw(uuid, int, jsonb) is 'An assessment is withdrawn, with the reason';
