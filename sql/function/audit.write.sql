-- SPDX-License-Identifier: MIT
create function audit.write(operation text, object_kind text, object_id text,
	justification text default '', recipient text default '', detail jsonb default '{}')
returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	head audit.head;
	e audit.entry;
begin
	select * into strict head from audit.head for update;
	e := (head.entry_id + 1, clock_timestamp(), operation, session_user, object_kind, object_id,
		justification, recipient, detail, null);
	e.hash := audit.link(head.hash, e);
	insert into audit.entry select e.*;
	update audit.head set entry_id = e.entry_id, hash = e.hash;
	return e.entry_id;
end
$$;
comment on function audit.write(text, text, text, text, text, jsonb) is 'Add an entry to the log, behind the last';
