-- SPDX-License-Identifier: MIT
create function data.step_event_void(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	e record;
begin
	select * into e from data.event_lock('event_void', p_id, p_version);
	execute format('update data.%I set voided_at = data.clock(), voided_by = session_user, void_reason = $2 where event_id = $1', e.kind)
		using p_id, cells ->> 'reason';
	id := p_id;
	ref := e.event_ref;
	version := p_version + 1;
	said := format('%s is voided; figures restate', ref);
	lines := array_remove(array[e.line_id], null);
end
$$;
comment on function data.step_event_void(uuid, int, jsonb) is 'Void an event that was recorded wrongly; figures restate';
