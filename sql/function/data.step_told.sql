-- SPDX-License-Identifier: MIT
create function data.step_told(s ref.step, p_id uuid, cells jsonb)
returns table (section text, label text, text text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.previewed then
		for section, label, text in
			execute format('select p.section, p.label, p.text from data.preview_%s($1, $2) p', s.step) using p_id, cells
		loop
			return next;
		end loop;
	end if;
end
$$;
comment on function data.step_told(ref.step, uuid, jsonb) is 'What a step would do with these fields, half filled as they may be';
