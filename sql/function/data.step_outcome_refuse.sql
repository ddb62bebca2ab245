-- SPDX-License-Identifier: MIT
create function data.step_outcome_refuse(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_refuse', p_id, p_version);
begin
	update data.closure x set state = 'refused', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is refused; %s stays open', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_refuse(uuid, int, jsonb) is 'Refuse a claimed outcome';
