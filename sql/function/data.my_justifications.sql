-- SPDX-License-Identifier: MIT
create function data.my_justifications() returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.justification from (
		select e.justification, max(e.entry_id) as latest from (
			select a.justification, a.entry_id from audit.entry a
			join audit.consultation c on c.entry_id = a.entry_id
			where c.login = session_user and a.justification <> '' and c.at > now() - interval '30 days'
			order by c.at desc limit 200
		) e group by e.justification
	) x order by x.latest desc limit 10
$$;
comment on function data.my_justifications() is 'The caller''s latest justifications';
