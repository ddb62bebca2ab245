-- SPDX-License-Identifier: MIT
create function data.preview_assess_moderate(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said((select a.line_id from data.assessment a where a.assessment_id = id), cells) s
	union all select o.* from data.opinions_said(id) o
$$;
comment on function data.preview_assess_moderate(uuid, jsonb) is 'What the scores come to as they are given';
