-- SPDX-License-Identifier: MIT
-- An ISO date as a day, null if there is none such: casting would take "tomorrow" and raise for
-- 30 February.
create function data.parse_day(value text) returns date
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
	if value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then
		return null;
	end if;
	return make_date(substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer);
exception when datetime_field_overflow then
	return null;
end
$$;
comment on function data.parse_day(text) is 'YYYY-MM-DD as a date; null if there is no such day';
