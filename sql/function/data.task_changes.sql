-- SPDX-License-Identifier: MIT
create function data.task_changes(changed jsonb) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select string_agg(format('%s: %s, was %s', x.label, coalesce(nullif(c.value ->> 1, ''), 'nothing'), coalesce(nullif(c.value ->> 0, ''), 'nothing')),
		E'\n' order by x.n)
	from (values (1, 'title', 'What'), (2, 'asked', 'In full'), (3, 'why', 'Why'), (4, 'unit', 'Unit'), (5, 'owner', 'Officer'), (6, 'due', 'Due'),
		(7, 'answer_due', 'Answer due'), (8, 'priority', 'Priority'), (9, 'route', 'Route'), (10, 'four_p', 'Under'), (11, 'nim_level', 'NIM level'),
		(12, 'operation', 'Operation'), (13, 'resources', 'Needs')) x (n, name, label)
	join jsonb_each(changed) c on c.key = x.name
	where coalesce(c.value ->> 1, '') <> coalesce(c.value ->> 0, '')
$$;
comment on function data.task_changes(jsonb) is 'Old and new of what a step changed, a line a field';
