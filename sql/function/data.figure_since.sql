-- SPDX-License-Identifier: MIT
-- What nobody recorded is no nought: before the programme began, and before the first event of the force that
-- is kept, there is nothing to compare with.
create function data.figure_since(f ref.figure) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when f.measure in ('returns', 'o2r_net', 'exports') then date '-infinity'
		when f.population = 'programme' then (select u.valid_from from ref.unit u where u.code = 'CLTF')
		else (select d.on_day from data.disruption d where not d.programme order by d.on_day limit 1) end
$$;
comment on function data.figure_since(ref.figure) is 'The first day a figure can be counted for';
