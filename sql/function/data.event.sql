-- SPDX-License-Identifier: MIT
-- An event changes once, when it is voided; an order also when it is complied with.
create function data.event(p_id uuid)
returns table (kind text, event_ref text, line_id uuid, voided boolean, version int, changed_by text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.kind, e.event_ref, e.line_id, e.voided_at is not null, e.row_version + (e.voided_at is not null)::int,
		coalesce(e.voided_by, e.entered_by)
	from (
		select 'arrest' as kind, x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1 as row_version
		from data.arrest x where x.event_id = p_id
		union all select 'charge', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.charge x where x.event_id = p_id
		union all select 'safeguarding', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.safeguarding x where x.event_id = p_id
		union all select 'disruption', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.disruption x where x.event_id = p_id
		union all select 'seizure', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.seizure x where x.event_id = p_id
		union all select 'ddtro', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, x.row_version
		from data.ddtro x where x.event_id = p_id
	) e
$$;
comment on function data.event(uuid) is 'Which kind of event a key is, of which line, and at which version';
