-- SPDX-License-Identifier: MIT
-- Side by side with data.line_numbers_add: what an import would add, before it does.
create function data.line_numbers_new(ids uuid[], numbers text[]) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select distinct x.line_id
	  from unnest(ids, numbers) as x (line_id, number)
	  join data.line l using (line_id)
	  join data.staff s on s.login = session_user and s.writes_force = l.holder_force and s.valid_to > now()
	 where not exists (select from data.line_number n where n.line_id = x.line_id and n.number = x.number)
$$;
comment on function data.line_numbers_new(uuid[], text[]) is 'Those of the lines, which the caller may change, that lack a number';
