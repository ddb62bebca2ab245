-- SPDX-License-Identifier: MIT
create function data.preview_task_review(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is recorded', x.label, x.text
	from data.tasking t
	cross join lateral (values ('Result', t.result), ('Evidence', t.evidence), ('By', t.result_by || ' on ' || t.result_on)) x (label, text)
	where t.tasking_id = id and coalesce(x.text, '') <> ''
	union all
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_review(uuid, jsonb) is 'What was asked and what came of it';
