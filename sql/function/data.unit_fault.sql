-- SPDX-License-Identifier: MIT
create function data.unit_fault(p_unit text, p_day date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case when not exists (select from ref.unit u
				where lower(u.code) = lower(p_unit) and p_day between u.valid_from and u.valid_to)
			then format('%s was no unit on %s', data.import_quote(p_unit), p_day) end);
end
$$;
comment on function data.unit_fault(text, date) is 'Why a result of a day cannot be a unit''s; null if it can';
