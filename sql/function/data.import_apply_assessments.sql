-- SPDX-License-Identifier: MIT
-- The supervisor who imports signs; the proposer is the file, whose scorer has no name here. What is
-- there already is the same by now, or the check would have refused it. Drafts, their factors and the
-- signatures are three statements, since policies and triggers look at what the one before has written.
create function data.import_apply_assessments(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	ids uuid[];
	lines uuid[];
	models text[];
	days date[];
	factors jsonb[];
	seconds text[];
begin
	select array_agg(gen_random_uuid()), array_agg(a.line_id), array_agg(a.model), array_agg(a.signed_on),
	       array_agg(a.factors), array_agg(a.second_by)
	  into ids, lines, models, days, factors, seconds
	  from data.import_assessments(p_import) a
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on);
	added := coalesce(array_length(ids, 1), 0);
	changed := 0;
	select count(*) - added into same from data.import_assessments(p_import);

	insert into data.assessment (assessment_id, line_id, model, proposer, proposed_on, second_by, state)
	select a.id, a.line, a.model, 'file', a.day, a.second, 'imported'
	  from unnest(ids, lines, models, days, seconds) as a(id, line, model, day, second);
	insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.id, a.model, f.key, (f.value ->> 0)::integer, f.value ->> 1
	  from unnest(ids, models, factors) as a(id, model, factors)
	 cross join lateral jsonb_each(a.factors) as f;
	update data.assessment d
	   set signed_on = a.day, signed_by = session_user
	  from unnest(ids, days) as a(id, day)
	 where d.assessment_id = a.id;
end
$$;
comment on function data.import_apply_assessments(uuid) is 'Sign the assessments of a checked import';
