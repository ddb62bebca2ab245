-- SPDX-License-Identifier: MIT
-- Every step on a line begins here: the row is locked, the version is the one that was seen, and the line
-- is in a state for it.
create function data.line_lock(p_step text, p_id uuid, p_version int, p_cells jsonb default '{}') returns data.line
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line;
	blocked text;
begin
	select * into strict l from data.line where line_id = p_id for update;
	if l.row_version is distinct from p_version then
		perform data.refuse_stale('Line ' || l.line_ref, p_version, l.row_version, l.changed_by,
			p_cells, case when p_cells <> '{}' then data.line_now(p_id) end);
	end if;
	blocked := data.blocked_line(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', l.line_ref, blocked), 'The dossier says how it stands.');
	end if;
	return l;
end
$$;
comment on function data.line_lock(text, uuid, int, jsonb) is 'The line a step is about to change, locked, as the caller saw it';
