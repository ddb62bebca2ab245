-- SPDX-License-Identifier: MIT
create function data.line_numbers_add(ids uuid[], numbers text[]) returns int
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	with added as (
		insert into data.line_number (line_id, number)
		select distinct x.line_id, x.number
		from unnest(ids, numbers) as x (line_id, number)
		join data.line l using (line_id)
		join data.staff s on s.login = session_user and s.writes_force = l.holder_force and s.valid_to > now()
		on conflict (line_id, number) do nothing
		returning 1
	)
	select count(*)::int from added
$$;
comment on function data.line_numbers_add(uuid[], text[]) is 'Add numbers to lines the caller may change; how many were not known yet';
