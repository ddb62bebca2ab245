-- SPDX-License-Identifier: MIT
create function data.deconfliction_lock(p_step text, p_id uuid, p_version int) returns data.deconfliction
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction;
	blocked text;
begin
	select * into strict d from data.deconfliction where deconfliction_id = p_id for update;
	if d.row_version is distinct from p_version then
		perform data.refuse_stale('This deconfliction', p_version, d.row_version, coalesce(d.decided_by, d.raised_by));
	end if;
	blocked := data.blocked_deconfliction(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('This deconfliction: %s.', blocked), 'The dossier of either line says how it stands.');
	end if;
	return d;
end
$$;
comment on function data.deconfliction_lock(text, uuid, int) is 'The deconfliction a step is about to decide, locked, as the caller saw it';
