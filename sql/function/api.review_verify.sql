-- SPDX-License-Identifier: MIT
create function api.review_verify() returns table (week text, frozen_at timestamptz, hash text, intact boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select v.week, v.frozen_at, v.hash, v.intact from data.review_verify() v
	where v.force = data.my_force()
$$;
comment on function api.review_verify() is 'Works the hashes of the frozen reviews out again; intact is false where something was changed past every rule';
