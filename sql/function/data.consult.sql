-- SPDX-License-Identifier: MIT
-- Its transaction commits to disk whatever the session has set. Somebody could unset that again before
-- committing: then the reader waits for the log (data.dossier_open).
create function data.consult(kind text, id uuid, justification text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	mine uuid;
	before pg_lsn := pg_current_wal_insert_lsn();
begin
	perform set_config('synchronous_commit', 'on', true);
	insert into audit.consultation (entry_id, login, object_kind, object_id, at, xid, lsn)
	values (audit.write('consultation', kind, id::text, justification), session_user, kind, id,
		clock_timestamp(), pg_current_xact_id(), before)
	returning token into mine;
	return mine;
end
$$;
comment on function data.consult(text, uuid, text) is 'Log a consultation and hand out its token';
