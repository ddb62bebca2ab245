-- SPDX-License-Identifier: MIT
create function data.checkback_fault(p_result text, p_day date, p_closed date, p_due date) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when p_day < p_closed then format('lies before the line was closed, %s', p_closed)
		when p_result = 'passed' and p_day < p_due
			then format('lies before the check-back is due, %s; that it is out of use is shown then', p_due) end
$$;
comment on function data.checkback_fault(text, date, date, date) is 'Why a day cannot be that of a check-back; null if it can';
