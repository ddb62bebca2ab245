-- SPDX-License-Identifier: MIT
-- Who imports signs: the name in the record is the importer's. What is there already is the same by
-- now, or the check would have refused it. Drafts, their factors and the signatures are three
-- statements, since policies and triggers look at what the one before has written.
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
begin
	select array_agg(gen_random_uuid()), array_agg(a.line_id), array_agg(a.model), array_agg(a.signed_on),
	       array_agg(a.factors)
	  into ids, lines, models, days, factors
	  from data.import_assessments(p_import) a
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on);
	added := coalesce(array_length(ids, 1), 0);
	changed := 0;
	select count(*) - added into same from data.import_assessments(p_import);

	insert into data.assessment (assessment_id, line_id, model)
	select * from unnest(ids, lines, models);
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
