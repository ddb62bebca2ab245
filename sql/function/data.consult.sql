-- SPDX-License-Identifier: MIT
create function data.consult(kind text, id uuid, justification text) returns uuid
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	insert into audit.consultation (entry_id, login, object_kind, object_id, at, xid)
	values (audit.write('consultation', kind, id::text, justification), session_user, kind, id,
		clock_timestamp(), pg_current_xact_id())
	returning token
$$;
comment on function data.consult(text, uuid, text) is 'Log a consultation and hand out its token';
