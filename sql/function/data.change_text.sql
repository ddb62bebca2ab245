-- SPDX-License-Identifier: MIT
-- A body without quotes is taken into the query that calls it, which a million calls would notice.
create function data.change_text(counted boolean, was bigint, rank bigint) returns text
language sql immutable
return case
	when not counted or rank is null or was = rank then ''
	when was is null then 'new'
	when was > rank then '+' || (was - rank)
	else '-' || (rank - was)
end;
comment on function data.change_text(boolean, bigint, bigint) is 'How a rank moved: +3 up, -1 down, new, or empty';
