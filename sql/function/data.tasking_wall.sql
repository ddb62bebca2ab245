-- SPDX-License-Identifier: MIT
create function data.tasking_wall(p_line uuid) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select case
			when exists (select from data.deconfliction d where d.is_open and p_line in (d.line_a, d.line_b))
				then 'its line may be the same as another line: decide the deconfliction first'
			when exists (select from data.line l where l.line_id = p_line and not l.is_open) then 'its line is closed'
		end);
end
$$;
comment on function data.tasking_wall(uuid) is 'Why a line cannot be tasked; null if it can';
