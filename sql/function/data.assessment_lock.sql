-- SPDX-License-Identifier: MIT
create function data.assessment_lock(p_step text, p_id uuid, p_version int) returns data.assessment
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment;
	blocked text;
begin
	select * into strict a from data.assessment where assessment_id = p_id for update;
	if a.row_version is distinct from p_version then
		perform data.refuse_stale('This assessment', p_version, a.row_version,
			coalesce(a.signed_by, a.second_by, a.moderated_by, a.proposer));
	end if;
	blocked := data.blocked_assessment(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('This assessment: %s.', blocked), 'The dossier of the line says how it stands.');
	end if;
	return a;
end
$$;
comment on function data.assessment_lock(text, uuid, int) is 'The assessment a step is about to change, locked, as the caller saw it';
