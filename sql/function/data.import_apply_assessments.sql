-- SPDX-License-Identifier: MIT
-- Who imports signs: the name in the record is the importer's. What is there already is the same by
-- now, or the check would have refused it.
create function data.import_apply_assessments(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	drafts uuid[];
	days date[];
begin
	changed := 0;
	select count(*) filter (where d.assessment_id is null), count(d.assessment_id)
	  into added, same
	  from data.import_assessments(p_import) a
	  left join data.assessment d on d.line_id = a.line_id and d.signed_on = a.signed_on;

	with fresh as materialized (
		select gen_random_uuid() as assessment_id, a.*
		  from data.import_assessments(p_import) a
		 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on)
	), made as (
		insert into data.assessment (assessment_id, line_id, model)
		select assessment_id, line_id, model from fresh
	), filled as (
		insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
		select fresh.assessment_id, fresh.model, f.key, (f.value ->> 0)::integer, f.value ->> 1
		  from fresh cross join lateral jsonb_each(fresh.factors) as f
	)
	select array_agg(assessment_id), array_agg(signed_on) into drafts, days from fresh;

	update data.assessment a
	   set signed_on = d.signed_on, signed_by = session_user
	  from unnest(drafts, days) as d(assessment_id, signed_on)
	 where a.assessment_id = d.assessment_id;
end
$$;
comment on function data.import_apply_assessments(uuid) is 'Sign the assessments of a checked import';
