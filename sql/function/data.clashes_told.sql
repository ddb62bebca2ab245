-- SPDX-License-Identifier: MIT
-- Of an existing tasking, with the unit and the day that a form names; where it names none, its own.
create function data.clashes_told(p_id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with found as materialized (
		select k.label, k.text
		from data.tasking t
		cross join ref.clock c
		cross join lateral data.tasking_clashes(t,
			coalesce((select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit')), t.unit),
			coalesce(data.due_day(cells ->> 'due', c.today), t.due)) k
		where t.tasking_id = p_id
	)
	select 'Clashes', f.label, f.text from found f
	union all
	select 'Clashes', '', 'nothing stands against it' where not exists (select from found)
$$;
comment on function data.clashes_told(uuid, jsonb) is 'What stands against a tasking, for the preview of a step on it';
