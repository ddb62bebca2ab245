-- SPDX-License-Identifier: MIT
create function data.preview_outcome_ratify(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is claimed', x.label, x.text
	from data.closure c
	join ref.closure_definition d on d.code = c.definition
	left join data.charge h on h.event_id = c.charge_id
	left join ref.offence o on o.code = h.offence
	cross join lateral (values
		('Definition', d.label || ': ' || d.wording),
		('Closed on', c.on_day || ', ' || c.unit),
		('Bulk messages', c.bulk_on || ', ' || c.bulk_source),
		('Phone recovered', c.recovered_on || ', ' || c.recovered_source),
		('Holder charged', h.on_day || ', ' || h.event_ref || ', ' || o.label),
		('Deactivated', c.deactivated_on || ', ' || c.deactivated_source),
		('Claimed by', c.claimed_by || ' on ' || c.claimed_on)) x (label, text)
	where c.closure_id = id and x.text is not null
$$;
comment on function data.preview_outcome_ratify(uuid, jsonb) is 'What would be ratified';
