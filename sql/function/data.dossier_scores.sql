-- SPDX-License-Identifier: MIT
create function data.dossier_scores(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.at desc), x.object, x.id, x.cells, x.more, x.mark
	from (
		select a.created_at as at, 'assessment' as object, a.assessment_id as id,
			array[coalesce(a.signed_on, a.moderated_on, a.proposed_on)::text, s.label, coalesce(a.total, t.total)::text,
				coalesce(a.band, data.band_of(t.total), ''), a.proposer, coalesce(a.second_by, ''), coalesce(a.signed_by, '')] as cells,
			(select string_agg(format('%s: %s of %s. %s%s', f.label, v.score, f.scale_max, v.rationale,
					coalesce((select ' [' || string_agg(format('%s gave %s', o.login, o.score), ', ' order by o.at, o.stage) || ']'
						from data.assessment_opinion o where o.assessment_id = a.assessment_id and o.factor = f.code and o.score <> v.score), '')),
				E'\n' order by f.position)
				from data.assessment_factor v join ref.score_factor f on f.model = v.model and f.code = v.factor
				where v.assessment_id = a.assessment_id) as more,
			a.state as mark
		from data.assessment a join ref.assessment_state s on s.code = a.state
		cross join lateral data.assessment_total(a.assessment_id, a.model) t
		where a.line_id = p_line
		union all
		select e.recorded_at, 'line', p_line, array[e.on_day::text, e.scheme, e.value, '', e.assessor, '', ''], 'Recorded as it was given', 'external'
		from data.external_score e where e.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_scores(uuid) is 'Of a dossier: assessments with what each scorer gave, and external scores';
