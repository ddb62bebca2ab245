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
		else '{}'
	end;
end
$$;
comment on function data.object_lines(text, uuid) is 'The lines a record belongs to';
