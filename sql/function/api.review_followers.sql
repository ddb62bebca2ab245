-- SPDX-License-Identifier: MIT
create function api.review_followers(id uuid) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select string_agg(f.usename, ', ' order by f.usename)
		from (select distinct a.usename::text from data.review_locks(review_followers.id) l join pg_stat_activity a using (pid)) f
		where exists (select from data.review r where r.review_id = review_followers.id));
end
$$;
comment on function api.review_followers(uuid) is 'Logins of whoever follows the chair of a review now; null for nobody';
