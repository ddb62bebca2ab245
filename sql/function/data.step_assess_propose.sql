-- SPDX-License-Identifier: MIT
create function data.step_assess_propose(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('assess_propose', p_id, p_version);
begin
	insert into data.assessment (line_id, model, proposed_on)
	values (l.line_id, data.model_today(), data.clock()::date)
	returning assessment_id, row_version into id, version;
	perform data.opinion_keep(id, 'proposed', cells);
	ref := l.line_ref;
	said := format('A score of %s is proposed for %s: an analyst moderates it, a supervisor signs it',
		(select t.total from data.assessment_total(id, data.model_today()) t), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_assess_propose(uuid, int, jsonb) is 'Propose a score of a line';
