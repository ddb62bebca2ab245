-- SPDX-License-Identifier: MIT
-- Whoever brings in a tasking stands for what it says. What was authorised, or refused, comes from somebody who may
-- authorise that route and did not raise it; what was not, from somebody who may raise it.
create function data.import_check_tasking_rights(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with told as materialized (
		select r.line, s.code as state, s.label as state_label, t.code as route, t.label as route_label,
		       t.raisers, t.authorisers, lower(r.cells ->> 'raised_by') = lower(session_user) as own, me.role,
		       s.code not in ('draft', 'submitted', 'cancelled') as decided
		  from data.import_row r
		  join ref.tasking_state s on s.code = lower(r.cells ->> 'state')
		  join ref.tasking_route t on t.code = lower(r.cells ->> 'route')
		  join data.staff me on me.login = session_user
		 where r.import_id = p_import
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, t.line, x.cell, x.reason
	  from told t
	 cross join lateral (values
		('route', format('%s is above your right: it is raised by %s', t.route_label, array_to_string(t.raisers, ', ')),
			not t.decided and t.role <> all (t.raisers)),
		('route', format('%s is above your right: what is %s there was authorised, by %s', t.route_label, lower(t.state_label),
			array_to_string(t.authorisers, ', ')), t.decided and t.role <> all (t.authorisers)),
		('raised_by', format('you raised it, and nobody authorises their own: somebody else brings in what is %s', lower(t.state_label)),
			t.decided and t.own)) as x (cell, reason, applies)
	 where x.applies
$$;
comment on function data.import_check_tasking_rights(uuid) is 'Notes rows of taskings that are not for the caller to bring in';
