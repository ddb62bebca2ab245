-- SPDX-License-Identifier: MIT
-- Why a record is not in the state for a step. Steps ask the same functions, so that a menu and a refusal
-- cannot differ.
create function data.step_blocked(s ref.step, p_id uuid) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	reason text;
begin
	if s.object in ('none', 'group') or to_regprocedure(format('data.blocked_%s(text,uuid)', s.object)) is null then
		return null;
	end if;
	execute format('select data.blocked_%s($1, $2)', s.object) into reason using s.step, p_id;
	return reason;
end
$$;
comment on function data.step_blocked(ref.step, uuid) is 'Why a step cannot be taken on a record as it stands; null if it can';
