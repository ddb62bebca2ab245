-- SPDX-License-Identifier: MIT
create function data.event_lock(p_step text, p_id uuid, p_version int, out kind text, out event_ref text, out line_id uuid)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	e record;
	blocked text;
begin
	select x.kind into strict kind from data.event(p_id) x;
	execute format('select from data.%I x where x.event_id = $1 for update', kind) using p_id;
	select * into strict e from data.event(p_id);
	event_ref := e.event_ref;
	line_id := e.line_id;
	if e.version is distinct from p_version then
		perform data.refuse_stale('Event ' || e.event_ref, p_version, e.version, e.changed_by);
	end if;
	blocked := data.blocked_event(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', e.event_ref, blocked), 'The dossier of the line says how it stands.');
	end if;
end
$$;
comment on function data.event_lock(text, uuid, int) is 'The event a step is about to change, locked, as the caller saw it';
