-- SPDX-License-Identifier: MIT
-- A number that two lines have is either one line under two names or two forces on one number: it
-- is kept, and told. Of a line that the caller may not see only that there is one.
create function data.line_numbers_elsewhere(ids uuid[], numbers text[])
returns table (line_id uuid, number text, other_id uuid)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.line_id, x.number, n.line_id
	  from unnest(ids, numbers) as x (line_id, number)
	  join data.line_number n on n.number = x.number and n.line_id <> x.line_id
	 where n.state <> 'reassigned'
	   and exists (select from data.staff s
	                where s.login = session_user and s.writes_force is not null and s.valid_to > now())
$$;
comment on function data.line_numbers_elsewhere(uuid[], text[]) is 'Which other lines have these numbers, for who may add numbers to lines';
