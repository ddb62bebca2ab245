-- SPDX-License-Identifier: MIT
create function data.event(p_id uuid)
returns table (kind text, event_ref text, line_id uuid, voided boolean)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'arrest', x.event_ref, x.line_id, x.voided_at is not null from data.arrest x where x.event_id = p_id
	union all select 'charge', x.event_ref, x.line_id, x.voided_at is not null from data.charge x where x.event_id = p_id
	union all select 'safeguarding', x.event_ref, x.line_id, x.voided_at is not null from data.safeguarding x where x.event_id = p_id
	union all select 'disruption', x.event_ref, x.line_id, x.voided_at is not null from data.disruption x where x.event_id = p_id
	union all select 'seizure', x.event_ref, x.line_id, x.voided_at is not null from data.seizure x where x.event_id = p_id
	union all select 'ddtro', x.event_ref, x.line_id, x.voided_at is not null from data.ddtro x where x.event_id = p_id
$$;
comment on function data.event(uuid) is 'Which kind of event a key is, and of which line';
