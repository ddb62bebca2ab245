-- SPDX-License-Identifier: MIT
create function data.band_of(score int) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select code from ref.band where min_score <= band_of.score order by min_score desc limit 1
$$;
comment on function data.band_of(int) is 'Band a score falls in';
