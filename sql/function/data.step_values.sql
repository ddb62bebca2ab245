-- SPDX-License-Identifier: MIT
-- The row without a name is about the form as a whole: its value is the version of the record, its note
-- what the record is.
create function data.step_values(s ref.step, p_id uuid)
returns table (name text, value text, note text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.prefilled then
		return query execute format('select v.name, v.value, v.note from data.values_%s($1) v', s.step) using p_id;
	elsif s.object = 'line' then
		return query select '', l.row_version::text, concat_ws(' ', l.line_ref, l.name)
			from data.line l where l.line_id = p_id;
	elsif s.object = 'tasking' then
		return query select * from data.tasking_head(p_id);
	end if;
end
$$;
comment on function data.step_values(ref.step, uuid) is 'What the fields of a step''s form hold at first';
