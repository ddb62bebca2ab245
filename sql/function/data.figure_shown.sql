-- SPDX-License-Identifier: MIT
create function data.figure_shown(f ref.figure, amount numeric, counts numeric, base numeric) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when amount is null then ''
		when data.figure_is_small(f, counts) then case when f.unit = 'percent' then 'few' else '<' || (select s.suppress_below from ref.setting s) end
		when f.counted = 'coverage' then case when counts = base then 'all' else format('%s of %s', counts, base) end
		when f.counted = 'over half' and amount > 50 then '>50'
		else round(amount, f.decimals)::text end
$$;
comment on function data.figure_shown(ref.figure, numeric, numeric, numeric) is 'A figure as reports print it; empty where nothing was returned';
