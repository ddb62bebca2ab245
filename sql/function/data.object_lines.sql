-- SPDX-License-Identifier: MIT
-- Whose record it is: rights in a record are rights in its line.
create function data.object_lines(object text, id uuid) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return case object
		when 'line' then array(select l.line_id from data.line l where l.line_id = id)
		when 'assessment' then array(select a.line_id from data.assessment a where a.assessment_id = id)
		when 'deconfliction' then array(select unnest(array[d.line_a, d.line_b]) from data.deconfliction d where d.deconfliction_id = id)
		when 'outcome' then array(select c.line_id from data.closure c where c.closure_id = id)
		when 'tasking' then array(select t.line_id from data.tasking t where t.tasking_id = id and t.line_id is not null)
		when 'event' then array(select e.line_id from data.event(id) e where e.line_id is not null
			union select g.line_id from data.disruption d join data.line_group g using (group_id) where d.event_id = id and d.line_id is null)
		when 'review_item' then array(select i.line_id from data.review_item i where i.item_id = id and i.line_id is not null)
		else '{}'
	end;
end
$$;
comment on function data.object_lines(text, uuid) is 'The lines a record belongs to';
