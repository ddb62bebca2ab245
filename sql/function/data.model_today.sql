-- SPDX-License-Identifier: MIT
create function data.model_today() returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select m.code from ref.score_model m cross join ref.clock c
	where c.today between m.valid_from and m.valid_to order by m.valid_from desc limit 1
$$;
comment on function data.model_today() is 'The score model in force';
