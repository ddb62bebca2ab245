-- SPDX-License-Identifier: MIT
create function data.preview_task_carry(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'It would be', x.label, x.text
	from data.tasking t cross join ref.clock c
	cross join lateral (values
		('Due', coalesce(t.due || ' becomes ' || to_char(data.due_day(cells ->> 'due', c.today), 'Dy YYYY-MM-DD'), to_char(t.due, 'Dy YYYY-MM-DD'))),
		('Carried forward', case t.carried when 0 then 'not so far' when 1 then 'once so far' else t.carried || ' times so far' end)) x (label, text)
	where t.tasking_id = id and x.text is not null
$$;
comment on function data.preview_task_carry(uuid, jsonb) is 'The day it would be due';
