-- SPDX-License-Identifier: MIT
create view api.assessments as
	select a.assessment_id, l.line_id, l.line_ref, l.name, a.model, a.state, a.proposer, a.proposed_on, a.moderated_by,
		a.moderated_on, a.second_by, a.second_on, a.signed_by, a.signed_on, a.total, a.band, a.row_version as version
	from data.assessment a
	join data.line l using (line_id);
comment on view api.assessments is 'Assessments of the lines the caller sees: how far each has come, and through whom';
