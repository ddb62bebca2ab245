-- SPDX-License-Identifier: MIT
-- What is signed is what was moderated, factor by factor, with where the scorers differ.
create function data.preview_assess_sign(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with given as (
		select jsonb_object_agg(f.factor, f.score::text) as cells from data.assessment_factor f where f.assessment_id = id
	)
	select s.* from data.assessment a cross join given g cross join lateral data.score_said(a.line_id, g.cells) s
	where a.assessment_id = id
	union all
	select o.* from data.opinions_said(id) o
	union all
	(select 'Factors', r.label, v.score || ' of ' || r.scale_max || ': ' || v.rationale
	from data.assessment_factor v join ref.score_factor r on r.model = v.model and r.code = v.factor
	where v.assessment_id = id order by r.position)
$$;
comment on function data.preview_assess_sign(uuid, jsonb) is 'What would be signed';
