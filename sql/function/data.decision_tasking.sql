-- SPDX-License-Identifier: MIT
create function data.decision_tasking(p_why text, cells jsonb) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_object_agg(substr(c.key, 6), c.value) || jsonb_build_object('reason', p_why,
		'route', coalesce(nullif(cells ->> 'task_route', ''), 'local'))
	from jsonb_each_text(cells) c where c.key like 'task\_%'
$$;
comment on function data.decision_tasking(text, jsonb) is 'The cells of the tasking that is raised with a decision';
