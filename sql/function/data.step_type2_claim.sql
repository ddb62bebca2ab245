-- SPDX-License-Identifier: MIT
create function data.step_type2_claim(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('type2_claim', p_id, p_version);
	c data.closure;
begin
	c := data.outcome_claim('type2', l.line_id, cells, session_user);
	id := c.closure_id;
	ref := c.outcome_ref;
	version := c.row_version;
	said := format('A Type 2 outcome of %s is claimed as %s: a supervisor ratifies it', l.line_ref, ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_type2_claim(uuid, int, jsonb) is 'Claim a Type 2 outcome: a number deactivated';
