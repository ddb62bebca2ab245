-- SPDX-License-Identifier: MIT
create function data.staff_list(p_logins text, p_force text, out logins text[], out faults text[])
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(distinct s.login order by s.login) filter (where s.login is not null), '{}'),
		array_agg(format('%s is nobody of %s', data.import_quote(i.item), p_force)) filter (where s.login is null)
	from data.import_items(coalesce(p_logins, '')) i (item)
	left join data.staff s on lower(s.login) = lower(i.item) and s.force = p_force and s.active
$$;
comment on function data.staff_list(text, text) is 'The logins of a list, and what is wrong with those that are none of the force';
