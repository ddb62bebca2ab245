-- SPDX-License-Identifier: MIT
create function data.step_type2_claim(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('type2_claim', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	id := gen_random_uuid();
	insert into data.closure (closure_id, outcome_ref, line_id, kind, definition, state, on_day, unit, deactivated_on, deactivated_source, claimed_on)
	values (id, data.event_ref('T2', id), l.line_id, 'type2', (select d.code from ref.closure_definition d
			where d.kind = 'type2' and day between d.valid_from and d.valid_to order by d.valid_from desc limit 1),
		'claimed', day, data.the_unit(cells, day), data.parse_day(cells ->> 'deactivated_on'), cells ->> 'deactivated_source', data.clock()::date)
	returning outcome_ref, row_version into ref, version;
	said := format('A Type 2 outcome of %s is claimed as %s: a supervisor ratifies it', l.line_ref, ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_type2_claim(uuid, int, jsonb) is 'Claim a Type 2 outcome: a number deactivated';
