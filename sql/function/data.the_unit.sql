-- SPDX-License-Identifier: MIT
create function data.the_unit(cells jsonb, p_day date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	u ref.unit;
begin
	select * into u from ref.unit x where lower(x.code) = lower(cells ->> 'unit');
	if u.code is null or not p_day between u.valid_from and u.valid_to then
		perform data.refuse_fields(array[format('unit: %s was no unit on %s', data.import_quote(cells ->> 'unit'), p_day)]);
	end if;
	return u.code;
end
$$;
comment on function data.the_unit(jsonb, date) is 'The unit a form names, valid on the day';
