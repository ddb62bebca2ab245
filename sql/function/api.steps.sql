-- SPDX-License-Identifier: MIT
create function api.steps(object text, id uuid)
returns table (step text, label text, help text, blocked text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
begin
	for s in
		select r.* from ref.step r
		join data.staff me on me.login = session_user and me.active and me.valid_to > now() and me.role = any (r.roles)
		where r.object = steps.object
		order by r.position
	loop
		-- Of the many steps on a tasking a menu has those of its reader alone.
		continue when s.object = 'tasking' and data.tasking_party_fault(s.step, id) is not null;
		step := s.step;
		label := s.label;
		help := s.help;
		begin
			perform data.step_allowed(s.step, id);
			blocked := data.step_blocked(s, id);
		exception
			when sqlstate 'GL002' then
				-- Of a tasking it is for somebody else to do: the raiser, the unit, who authorises.
				continue when s.scope = 'party';
				blocked := sqlerrm;
			when sqlstate 'GL005' then
				return;
		end;
		return next;
	end loop;
end
$$;
comment on function api.steps(text, uuid) is 'What the caller''s role can do to a record, in order; blocked says why not now';
