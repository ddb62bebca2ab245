-- SPDX-License-Identifier: MIT
create function data.closure_lock(p_step text, p_id uuid, p_version int) returns data.closure
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure;
	blocked text;
begin
	select * into strict c from data.closure where closure_id = p_id for update;
	if c.row_version is distinct from p_version then
		perform data.refuse_stale('Outcome ' || c.outcome_ref, p_version, c.row_version, coalesce(c.ratified_by, c.claimed_by));
	end if;
	blocked := data.blocked_outcome(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', c.outcome_ref, blocked), 'The dossier of the line says how it stands.');
	end if;
	return c;
end
$$;
comment on function data.closure_lock(text, uuid, int) is 'The outcome a step is about to change, locked, as the caller saw it';
