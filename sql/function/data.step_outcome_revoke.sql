-- SPDX-License-Identifier: MIT
create function data.step_outcome_revoke(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_revoke', p_id, p_version);
begin
	update data.closure x set state = 'revoked', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 're-opened', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is revoked: %s is open again', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_revoke(uuid, int, jsonb) is 'Revoke an outcome; figures restate';
