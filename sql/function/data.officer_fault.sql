-- SPDX-License-Identifier: MIT
create function data.officer_fault(p_login text, p_unit text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case when p_login is not null and not exists (
			select from data.staff s where s.login = p_login and s.active and s.valid_to > now() and s.role in ('analyst', 'lro', 'supervisor')
				and (s.unit = p_unit or p_unit = any (s.sees_units)))
			then format('%s is no officer of %s', p_login, p_unit) end);
end
$$;
comment on function data.officer_fault(text, text) is 'Why a login cannot be the officer of a unit''s tasking; null if it can, or none is named';
