-- SPDX-License-Identifier: MIT
-- Forms and files claim alike; who calls has asked for the proofs before, and the table asks again.
create function data.outcome_claim(p_kind text, p_line uuid, cells jsonb, p_by text) returns data.closure
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid := gen_random_uuid();
	day date := data.parse_day(cells ->> 'on');
	c data.closure;
begin
	insert into data.closure (closure_id, outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source,
		recovered_on, recovered_source, charge_id, deactivated_on, deactivated_source, claimed_by, claimed_on)
	values (id, coalesce(nullif(cells ->> 'outcome_ref', ''), data.event_ref(case p_kind when 'type1' then 'T1' else 'T2' end, id)),
		p_line, p_kind, (select d.code from ref.closure_definition d
			where d.kind = p_kind and day between d.valid_from and d.valid_to order by d.valid_from desc limit 1),
		'claimed', day, data.the_unit(cells, day), data.parse_day(cells ->> 'bulk_on'), nullif(cells ->> 'bulk_source', ''),
		data.parse_day(cells ->> 'recovered_on'), nullif(cells ->> 'recovered_source', ''),
		(select x.event_id from data.charge x where x.event_ref = cells ->> 'charge_ref'),
		data.parse_day(cells ->> 'deactivated_on'), nullif(cells ->> 'deactivated_source', ''), p_by, data.clock()::date)
	returning * into c;
	return c;
end
$$;
comment on function data.outcome_claim(text, uuid, jsonb, text) is 'Claim an outcome of a line, for somebody or for a file';
