-- SPDX-License-Identifier: MIT
create function data.step_event_void(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	e record;
begin
	select * into strict e from data.event(p_id);
	if e.voided then
		perform data.refuse('GL002', format('%s is voided already.', e.event_ref), 'Record it anew if it did happen.');
	elsif exists (select from data.closure c where c.charge_id = p_id and c.state in ('claimed', 'provisional', 'verified')) then
		perform data.refuse('GL002', format('%s is a proof of a Type 1 outcome.', e.event_ref), 'Revoke or refuse the outcome first.');
	end if;
	execute format('update data.%I set voided_at = data.clock(), voided_by = session_user, void_reason = $2 where event_id = $1', e.kind)
		using p_id, cells ->> 'reason';
	id := p_id;
	ref := e.event_ref;
	version := 0;
	said := format('%s is voided; figures restate', ref);
	lines := array_remove(array[e.line_id], null);
end
$$;
comment on function data.step_event_void(uuid, int, jsonb) is 'Void an event that was recorded wrongly; figures restate';
