-- SPDX-License-Identifier: MIT
create view api.outcomes as
	select c.closure_id, c.outcome_ref, c.kind, c.state, c.definition, c.line_id, l.line_ref, l.name, c.on_day, c.unit,
		c.claimed_by, c.claimed_on, c.ratified_by, c.ratified_on, c.check_back_due, c.check_back_on, c.reason,
		c.row_version as version
	from data.closure c
	join data.line l using (line_id);
comment on view api.outcomes is 'Type 1 and Type 2 outcomes of the lines the caller sees';
