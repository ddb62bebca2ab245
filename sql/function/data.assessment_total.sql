-- SPDX-License-Identifier: MIT
create function data.assessment_total(p_assessment uuid, p_model text, out total int, out missing text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select round(sum(f.weight * a.score) * 100.0 / sum(f.weight * f.scale_max))::int,
		string_agg(f.code, ', ' order by f.position) filter (where a.score is null)
	from ref.score_factor f
	left join data.assessment_factor a on a.assessment_id = p_assessment and a.factor = f.code
	where f.model = p_model
$$;
comment on function data.assessment_total(uuid, text) is 'What the factors of an assessment come to, and which are missing';
