-- SPDX-License-Identifier: MIT
create function data.preview_assess_propose(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said(id, cells) s
$$;
comment on function data.preview_assess_propose(uuid, jsonb) is 'What the scores come to as they are given';
