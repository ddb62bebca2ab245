-- SPDX-License-Identifier: MIT
create function data.tasking_undo_blocked(p_id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when e.place is null then 'nothing was done to it that could be undone'
		when not exists (select from ref.tasking_move m where m.step = e.step and m.from_state = e.from_state
				and m.to_state = e.to_state and m.undoable)
			then format('its last step cannot be undone: %s', coalesce(lower(s.label), e.step))
		when e.login <> session_user then format('its last step was %s''s', e.login)
		when not t.is_open and data.tasking_wall(t.line_id) is not null then data.tasking_wall(t.line_id)
	end
	from data.tasking t
	left join lateral (select * from data.tasking_event x where x.tasking_id = t.tasking_id order by x.place desc limit 1) e on true
	left join ref.step s on s.step = e.step
	where t.tasking_id = p_id
$$;
comment on function data.tasking_undo_blocked(uuid) is 'Why the last step on a tasking cannot be taken back; null if it can';
