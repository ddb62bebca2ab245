-- SPDX-License-Identifier: MIT
create function data.the_unit(cells jsonb, p_day date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.unit_fault(cells ->> 'unit', p_day);
begin
	if fault is not null then
		perform data.refuse_fields(array['unit: ' || fault]);
	end if;
	return (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit'));
end
$$;
comment on function data.the_unit(jsonb, date) is 'The unit a form names, valid on the day';
