-- SPDX-License-Identifier: MIT
create function data.assessment_factors(p_assessment uuid) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_object_agg(f.factor, jsonb_build_array(f.score, f.rationale))
	  from data.assessment_factor f
	 where f.assessment_id = p_assessment
$$;
comment on function data.assessment_factors(uuid) is 'Factor to score and rationale of one assessment';
