-- SPDX-License-Identifier: MIT
create function data.dossier_outcomes(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.on_day desc, x.ref), x.object, x.id, x.cells, x.more, x.mark
	from (
		select c.on_day, c.outcome_ref as ref, 'outcome' as object, c.closure_id as id,
			array[c.on_day::text, case c.kind when 'type1' then 'Type 1' else 'Type 2' end, c.outcome_ref, c.state, c.unit, ''] as cells,
			concat_ws(E'\n', d.label || ': ' || d.wording, 'Bulk messages: ' || c.bulk_on || ', ' || c.bulk_source,
				'Phone recovered: ' || c.recovered_on || ', ' || c.recovered_source,
				'Holder charged: ' || (select h.event_ref || ' on ' || h.on_day from data.charge h where h.event_id = c.charge_id),
				'Deactivated: ' || c.deactivated_on || ', ' || c.deactivated_source,
				'Claimed by ' || c.claimed_by || ' on ' || c.claimed_on, 'Ratified by ' || c.ratified_by || ' on ' || c.ratified_on,
				'Check-back due ' || c.check_back_due || coalesce(', done ' || c.check_back_on || ', ' || c.check_back_source, ''),
				nullif(c.reason, '')) as more,
			case when c.state = 'provisional' and c.check_back_due < k.today then 'late' else '' end as mark
		from data.closure c join ref.closure_definition d on d.code = c.definition cross join ref.clock k where c.line_id = p_line
		union all
		select e.on_day, e.event_ref, 'event', e.event_id,
			array[e.on_day::text, e.kind, e.event_ref, case when e.voided then 'voided' else coalesce(p.person_ref, '') end, e.unit,
				case e.programme when true then 'programme' when false then 'force-wide' else '' end],
			concat_ws(E'\n', e.what, 'Voided: ' || e.why_void, 'Entered by ' || e.entered_by), case when e.voided then 'voided' else '' end
		from data.event_row e left join data.person p using (person_id) where e.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_outcomes(uuid) is 'Of a dossier: outcomes and events';
