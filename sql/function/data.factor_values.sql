-- SPDX-License-Identifier: MIT
-- Scores to begin from (p_from, an assessment), with the signed ones beside them.
create function data.factor_values(p_line uuid, p_from uuid)
returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from data.line l
	join ref.score_factor f on f.model = data.model_today()
	left join data.assessment s on s.assessment_id = l.assessment_id
	left join data.assessment_factor old on old.assessment_id = s.assessment_id and old.factor = f.code
	left join data.assessment_factor v on v.assessment_id = p_from and v.factor = f.code
	cross join lateral (values
		(f.code, v.score::text, case when old.score is not null then format('signed %s on %s', old.score, s.signed_on) end),
		(f.code || '_why', v.rationale, null)) x (name, value, note)
	where l.line_id = p_line
$$;
comment on function data.factor_values(uuid, uuid) is 'First values and notes of the factors of a form';
