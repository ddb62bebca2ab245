-- SPDX-License-Identifier: MIT
create function api.session()
returns table (login text, name text, role text, unit text, force text, training boolean, read_only boolean,
	clock timestamptz, today date, stale_days int, schema_version int)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select me.login, s.name, s.role, s.unit, s.force, x.training_base is not null,
		pg_is_in_recovery() or current_setting('transaction_read_only')::boolean,
		c.at, c.today, x.stale_days, (select max(v.version) from ref.schema_version v)
	from (select session_user::text as login) me
	left join data.staff s on s.login = me.login and s.active and s.valid_to > now()
	cross join ref.clock c
	cross join ref.setting x
	where case when s.login is null then data.refuse('GL001',
		format('The login %s has no valid entry in the staff table.', me.login),
		'Ask the database administrator to enter it, or log in as somebody else.') else true end
$$;
comment on function api.session() is 'Who the caller is, the clock, and what the client must know of the database';
