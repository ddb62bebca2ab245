-- SPDX-License-Identifier: MIT
create function data.step_type1_claim(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('type1_claim', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	missing text[] := data.type1_missing(p_id, cells);
begin
	if cardinality(missing) > 0 then
		perform data.refuse_fields(missing);
	end if;
	id := gen_random_uuid();
	insert into data.closure (closure_id, outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source, recovered_on, recovered_source, charge_id, claimed_on)
	values (id, data.event_ref('T1', id), l.line_id, 'type1', (select d.code from ref.closure_definition d
			where d.kind = 'type1' and day between d.valid_from and d.valid_to order by d.valid_from desc limit 1),
		'claimed', day, data.the_unit(cells, day), data.parse_day(cells ->> 'bulk_on'), cells ->> 'bulk_source', data.parse_day(cells ->> 'recovered_on'),
		cells ->> 'recovered_source', (select c.event_id from data.charge c where c.event_ref = cells ->> 'charge_ref'), data.clock()::date)
	returning outcome_ref, row_version into ref, version;
	said := format('A Type 1 outcome of %s is claimed as %s: a supervisor ratifies it', l.line_ref, ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_type1_claim(uuid, int, jsonb) is 'Claim a Type 1 outcome with its three proofs';
