-- SPDX-License-Identifier: MIT
create function data.opinions_said(p_assessment uuid)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'Scorers differ', f.label, string_agg(format('%s gave %s', o.login, o.score), ', ' order by o.at, o.stage)
	from data.assessment a
	join ref.score_factor f on f.model = a.model
	join data.assessment_opinion o on o.assessment_id = a.assessment_id and o.factor = f.code
	where a.assessment_id = p_assessment
	group by f.label, f.position
	having count(distinct o.score) > 1
	order by f.position
$$;
comment on function data.opinions_said(uuid) is 'For previews: where the scorers of an assessment disagree';
