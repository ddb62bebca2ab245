-- SPDX-License-Identifier: MIT
-- The checklist, as faults of fields: forms, files and psql are told in the same words.
create function data.type1_missing(p_line uuid, cells jsonb) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select array_remove(array[
		case when coalesce(cells ->> 'bulk_on', '') = '' then 'bulk_on: lacks the day of bulk messages offering Class A' end,
		case when coalesce(cells ->> 'bulk_source', '') = '' then 'bulk_source: lacks the source of the bulk messages' end,
		case when coalesce(cells ->> 'recovered_on', '') = '' then 'recovered_on: lacks the day the phone line was recovered' end,
		case when coalesce(cells ->> 'recovered_source', '') = '' then 'recovered_source: lacks the source of the recovery' end,
		case when coalesce(cells ->> 'charge_ref', '') = '' then 'charge_ref: lacks the charge of the holder'
			when c.event_id is null or c.line_id is distinct from p_line and not coalesce(data.line_seen(c.line_id), false) then format('charge_ref: there is no charge %s', data.import_quote(cells ->> 'charge_ref'))
			when c.line_id is distinct from p_line then format('charge_ref: %s is a charge on another line', c.event_ref)
			when c.voided_at is not null then format('charge_ref: %s was voided', c.event_ref)
			when not o.counts_for_type1 then format('charge_ref: %s is for %s, which is no relevant supply offence', c.event_ref, o.code)
			when not c.class_a then format('charge_ref: %s is not for a Class A drug', c.event_ref) end], null)
	from (select) one
	left join data.charge c on c.event_ref = cells ->> 'charge_ref'
	left join ref.offence o on o.code = c.offence
$$;
comment on function data.type1_missing(uuid, jsonb) is 'Which of its proofs a Type 1 lacks; none if it stands up';
