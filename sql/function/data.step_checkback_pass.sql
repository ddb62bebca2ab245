-- SPDX-License-Identifier: MIT
create function data.step_checkback_pass(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('checkback_pass', p_id, p_version);
	fault text := data.checkback_fault('passed', data.parse_day(cells ->> 'on'), c.on_day, c.check_back_due);
begin
	if fault is not null then
		perform data.refuse_fields(array['on: ' || fault]);
	end if;
	update data.closure x set state = 'verified', check_back_on = data.parse_day(cells ->> 'on'), check_back_source = cells ->> 'source', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 'closed-type1-verified', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is verified: %s stays closed', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_checkback_pass(uuid, int, jsonb) is 'The line stayed out of use: its Type 1 is verified';
