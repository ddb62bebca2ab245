-- SPDX-License-Identifier: MIT
-- 2023-01-31, 5wd, 5 working days, next review.
create function data.due_day(p_text text, p_on date) returns date
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case
			when lower(btrim(p_text)) in ('next review', 'review') then data.next_review(p_on)
			when p_text ~* '^\s*[1-9][0-9]{0,2}\s*(wd|working days?)\s*$'
				then data.working_day(p_on, substring(p_text from '[0-9]+')::int)
			else data.parse_day(btrim(p_text))
		end);
end
$$;
comment on function data.due_day(text, date) is 'The day that a due field means; null if it means none';
