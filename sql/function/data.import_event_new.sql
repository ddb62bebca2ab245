-- SPDX-License-Identifier: MIT
create function data.import_event_new(p_table text, what jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case p_table
		when 'charge' then (select jsonb_build_object('class_a', o.counts_for_type1)
			from ref.offence o where o.code = what ->> 'offence')
		when 'disruption' then jsonb_build_object('programme', false, 'tactic', '')
		else '{}' end || what
$$;
comment on function data.import_event_new(text, jsonb) is 'A new event with what its file does not say: a charge that counts for Type 1 is of Class A';
