-- SPDX-License-Identifier: MIT
create function data.figure_change(f ref.figure, now numeric, was numeric) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when now is null or was is null then ''
		when round(now, greatest(f.decimals, 1)) = round(was, greatest(f.decimals, 1)) then 'no change'
		when f.unit = 'percent' then to_char(round(now, 1) - round(was, 1), 'FMSG990.0') || ' points'
		else to_char(round(now, f.decimals) - round(was, f.decimals), 'FMSG999,999,999') || case when was = 0 then ''
			else format(' (%s%%)', to_char(100 * (now - was) / was, 'FMSG999990' || case when abs(100 * (now - was) / was) < 10 then '.0' else '' end)) end
		end
$$;
comment on function data.figure_change(ref.figure, numeric, numeric) is 'The difference between two values of a figure, as a count and as a percentage';
