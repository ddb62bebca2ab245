-- SPDX-License-Identifier: MIT
-- Fields stay empty so that a template can fill them; the notes say what an empty one means.
create function data.values_task_raise(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note
	from data.line l
	cross join lateral (values
		('', l.row_version::text, concat_ws(' ', l.line_ref, l.name)),
		('title', '', 'empty: as the template says'),
		('unit', '', 'empty: ' || coalesce('the template''s, else ' || l.export_npu || ', where the line is from', 'the template''s')),
		('due', '', 'empty: the template''s days, else 10wd'),
		('route', '', 'empty: the template''s, else ' || case when l.export_npu is null then 'force' else 'local' end),
		('priority', '', 'empty: the template''s, else normal'),
		('submit', 'yes', '')) v (name, value, note)
	where l.line_id = id
$$;
comment on function data.values_task_raise(uuid) is 'A new tasking on a line as its form begins';
