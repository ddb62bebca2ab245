-- SPDX-License-Identifier: MIT
create function data.step_outcome_ratify(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_ratify', p_id, p_version);
begin
	update data.closure x set state = case c.kind when 'type1' then 'provisional' else 'verified' end, ratified_by = session_user,
		ratified_on = data.clock()::date,
		check_back_due = case c.kind when 'type1' then c.on_day + (select s.check_back_days from ref.setting s) end, row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = case c.kind when 'type1' then 'closed-type1-provisional' else 'closed-type2' end, last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is ratified: %s is closed', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_ratify(uuid, int, jsonb) is 'Ratify a claimed outcome: it closes the line';
