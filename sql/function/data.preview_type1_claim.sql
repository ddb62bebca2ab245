-- SPDX-License-Identifier: MIT
create function data.preview_type1_claim(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with missing as (
		select split_part(m, ': ', 1) as field, split_part(m, ': ', 2) as reason from unnest(data.type1_missing(id, cells)) m
	)
	select 'Three proofs', p.label,
		coalesce((select 'MISSING: ' || string_agg(m.reason, '; ') from missing m where m.field = any (p.fields)), 'there')
	from (values
		(1, 'Messages', array['bulk_on', 'bulk_source']),
		(2, 'Recovery', array['recovered_on', 'recovered_source']),
		(3, 'Charge', array['charge_ref'])) p (n, label, fields)
	union all
	select 'Charges on this line', c.event_ref, format('%s, %s%s', c.on_day, o.label,
		case when not o.counts_for_type1 then ' (does not count)' when not c.class_a then ' (not Class A)' else '' end)
	from data.charge c join ref.offence o on o.code = c.offence where c.line_id = id and c.voided_at is null
	union all
	select 'Saving', '', format('claims it; a supervisor ratifies it, and it is checked back %s days after it was closed', s.check_back_days)
	from ref.setting s
$$;
comment on function data.preview_type1_claim(uuid, jsonb) is 'The checklist of a Type 1 as it fills';
