-- SPDX-License-Identifier: MIT
create function data.review_lock_class() returns int
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select hashtext('gridline: who follows a review')
$$;
comment on function data.review_lock_class() is 'First key of the advisory locks that followers of a review hold';
