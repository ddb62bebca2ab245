-- SPDX-License-Identifier: MIT
create function api.draft_drop(step text, id uuid) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	with gone as (
		delete from data.draft d
		where d.login = session_user and d.step = draft_drop.step
			and d.object_id = coalesce(draft_drop.id, '00000000-0000-0000-0000-000000000000')
		returning 1
	)
	select exists (select from gone)
$$;
comment on function api.draft_drop(text, uuid) is 'Throw an own draft away; false if there was none';
