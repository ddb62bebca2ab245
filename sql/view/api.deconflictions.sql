-- SPDX-License-Identifier: MIT
-- Of a line that the caller does not see the reference is null; data.line_shown says whom to ask in the dossier.
create view api.deconflictions as
	select d.deconfliction_id, d.cause, d.state, d.is_open, d.raised_on, d.raised_by, d.decided_on, d.decided_by,
		a.line_id as line_a, a.line_ref as ref_a, a.name as name_a, b.line_id as line_b, b.line_ref as ref_b, b.name as name_b,
		d.row_version as version
	from data.deconfliction d
	left join data.line a on a.line_id = d.line_a
	left join data.line b on b.line_id = d.line_b;
comment on view api.deconflictions is 'Pairs of lines that may be one, where the caller sees at least one of them';
