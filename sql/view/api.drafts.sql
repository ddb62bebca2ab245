-- SPDX-License-Identifier: MIT
create view api.drafts as
	select d.step, s.label, nullif(d.object_id, '00000000-0000-0000-0000-000000000000') as object_id, l.line_ref, d.saved_at
	from data.draft d
	join ref.step s on s.step = d.step
	left join data.line l on l.line_id = d.object_id;
comment on view api.drafts is 'The caller''s forms that were begun and not saved';
