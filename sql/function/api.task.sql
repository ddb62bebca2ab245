-- SPDX-License-Identifier: MIT
create function api.task(id uuid) returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select p.section, p.label, p.text from data.tasking t cross join lateral data.task_card(t.tasking_id) p where t.tasking_id = id
$$;
comment on function api.task(uuid) is 'One tasking: what is asked, where it stands, what came of it, and its history with old and new';
