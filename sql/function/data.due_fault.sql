-- SPDX-License-Identifier: MIT
create function data.due_fault(p_text text, p_raised date, p_on date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case
			when data.due_day(p_text, p_on) is null
				then format('%s is no day: write one like %s, a number of working days like 5wd, or next review', data.import_quote(p_text), p_on)
			when data.due_day(p_text, p_on) < p_raised then format('%s lies before it was raised, %s', data.due_day(p_text, p_on), p_raised)
			when data.due_day(p_text, p_on) < p_on then format('%s has passed: today is %s', data.due_day(p_text, p_on), p_on)
		end
		where coalesce(btrim(p_text), '') <> '');
end
$$;
comment on function data.due_fault(text, date, date) is 'What is wrong with a due field; null if nothing is';
