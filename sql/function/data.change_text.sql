-- SPDX-License-Identifier: MIT
create function data.change_text(counted boolean, was bigint, rank bigint) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when not counted or rank is null or was = rank then ''
		when was is null then 'new'
		when was > rank then '+' || (was - rank)
		else '-' || (rank - was)
	end
$$;
comment on function data.change_text(boolean, bigint, bigint) is 'How a rank moved: +3 up, -1 down, new, or empty';
