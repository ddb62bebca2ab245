-- SPDX-License-Identifier: MIT
create function data.chair_fault(p_login text, p_force text) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when s.login is null then format('there is no %s in the staff table', data.import_quote(p_login))
		when not s.active or s.valid_to <= now() then format('%s has no access any more', p_login)
		when s.force <> p_force then format('%s is of %s', p_login, s.force)
		when s.role <> 'supervisor' then format('%s is %s %s: a supervisor chairs', p_login, case when s.role ~ '^[ao]' then 'an' else 'a' end, s.role)
	end
	from (select) one left join data.staff s on s.login = p_login
$$;
comment on function data.chair_fault(text, text) is 'Why somebody cannot chair a review of a force; null if they can';
