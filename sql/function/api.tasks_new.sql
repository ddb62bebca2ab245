-- SPDX-License-Identifier: MIT
create function api.tasks_new() returns bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return (select count(*) from data.my_news() n join data.tasking t on t.tasking_id = n);
end
$$;
comment on function api.tasks_new() is 'How many taskings of the caller others did something to since the caller last looked';
