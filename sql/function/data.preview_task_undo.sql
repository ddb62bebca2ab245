-- SPDX-License-Identifier: MIT
create function data.preview_task_undo(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'It would be undone', x.label, x.text
	from (select * from data.tasking_event e where e.tasking_id = id order by e.place desc limit 1) e
	left join ref.step s on s.step = e.step
	left join ref.tasking_state b on b.code = e.from_state
	cross join lateral (values
		('Step', coalesce(s.label, e.step) || ', ' || to_char(e.at, 'YYYY-MM-DD HH24:MI')),
		('By', e.login),
		('It would be', b.label)) x (label, text)
	where x.text is not null
$$;
comment on function data.preview_task_undo(uuid, jsonb) is 'Which step would be taken back';
