-- SPDX-License-Identifier: MIT
create function data.step_deconflict_same(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_same', p_id, p_version);
begin
	update data.deconfliction x set state = 'same', decided_on = data.clock()::date, decided_by = session_user,
		rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	id := d.deconfliction_id;
	ref := concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b));
	said := format('%s are the same line, still to be merged', ref);
	lines := '{}';
	perform data.pair_told(d.line_a, d.line_b, 'deconflict_same', id, 'The same line as another, still to be merged', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_same(uuid, int, jsonb) is 'Say that two lines are one, still to be merged';
