-- SPDX-License-Identifier: MIT
create function api.step_preview(step text, id uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t.section, t.label, t.text
	from data.step_allowed(step, id) s cross join lateral data.step_told(s, id, coalesce(cells, '{}')) t
$$;
comment on function api.step_preview(text, uuid, jsonb) is 'What a step would do with fields that are still being filled in';
