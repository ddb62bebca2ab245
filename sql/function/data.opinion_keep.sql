-- SPDX-License-Identifier: MIT
create function data.opinion_keep(p_assessment uuid, p_stage text, cells jsonb) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.assessment_opinion as o (assessment_id, stage, factor, score, rationale, at)
	select p_assessment, p_stage, f.code, (cells ->> f.code)::int, cells ->> (f.code || '_why'), data.clock()
	from data.assessment a join ref.score_factor f on f.model = a.model
	where a.assessment_id = p_assessment
	on conflict (assessment_id, stage, factor) do update
		set score = excluded.score, rationale = excluded.rationale, login = session_user, at = excluded.at;
	-- The second scorer is a witness: what is signed is the moderated proposal.
	insert into data.assessment_factor as x (assessment_id, model, factor, score, rationale)
	select p_assessment, a.model, f.code, (cells ->> f.code)::int, cells ->> (f.code || '_why')
	from data.assessment a join ref.score_factor f on f.model = a.model
	where a.assessment_id = p_assessment and p_stage <> 'second'
	on conflict (assessment_id, factor) do update set score = excluded.score, rationale = excluded.rationale
$$;
comment on function data.opinion_keep(uuid, text, jsonb) is 'Keep what a scorer gave, and put it in force unless it is the second opinion';
