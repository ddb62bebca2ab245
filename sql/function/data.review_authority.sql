-- SPDX-License-Identifier: MIT
create function data.review_authority(r data.review, p_login text) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when r.chair = p_login then 'chair'
		when (select c.act from data.review_chair c where c.review_id = r.review_id and c.login = p_login and c.act in ('delegate', 'end')
			order by c.n desc limit 1) = 'delegate' then 'delegated'
	end
$$;
comment on function data.review_authority(data.review, text) is 'By what right somebody decides in a review: chair or delegated; null if by none';
