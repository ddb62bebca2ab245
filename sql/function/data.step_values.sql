-- SPDX-License-Identifier: MIT
-- The row without a name is about the form as a whole: its value is the version of the record, its note
-- what the record is. A step whose fields begin empty has that row alone.
create function data.step_values(s ref.step, p_id uuid)
returns table (name text, value text, note text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.prefilled then
		return query execute format('select v.name, v.value, v.note from data.values_%s($1) v', s.step) using p_id;
	else
		return query select '', h.version::text, h.what from data.record_head(s.object, p_id) h where h.version is not null;
	end if;
end
$$;
comment on function data.step_values(ref.step, uuid) is 'What the fields of a step''s form hold at first';
