-- SPDX-License-Identifier: MIT
create function data.review_locks(p_review uuid) returns table (pid int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.pid from pg_locks l
	where l.locktype = 'advisory' and l.granted and l.objsubid = 2
		and l.database = (select d.oid from pg_database d where d.datname = current_database())
		and l.classid = (data.review_lock_class()::bigint & 4294967295)::oid
		and l.objid = (hashtext(p_review::text)::bigint & 4294967295)::oid
$$;
comment on function data.review_locks(uuid) is 'Server processes of the sessions that follow a review';
