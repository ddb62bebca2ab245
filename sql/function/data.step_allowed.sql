-- SPDX-License-Identifier: MIT
-- Runs as gridline_api, so what the caller may not see is not there. One answer for "none such" and "not
-- yours" tells a guesser nothing.
create function data.step_allowed(p_step text, p_id uuid) returns ref.step
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
	me data.staff;
	ours boolean;
begin
	select * into s from ref.step where step = p_step;
	if s.step is null then
		perform data.refuse('GL004', format('There is no step called %L.', p_step), 'api.steps lists those there are.');
	end if;
	perform data.require_role(variadic s.roles);
	if s.object = 'none' then
		return s;
	elsif s.object = 'group' then
		if not exists (select from data.crime_group g where g.group_id = p_id) then
			perform data.refuse('GL005', 'There is no such group, or it is not yours to see.', 'Look it up in the list again.');
		end if;
		return s;
	elsif s.object = 'tasking' then
		if not exists (select from data.tasking t where t.tasking_id = p_id) then
			perform data.refuse('GL005', 'There is no such tasking, or it is not yours to see.', 'Look it up in the list again.');
		elsif data.tasking_party_fault(s.step, p_id) is not null then
			perform data.refuse('GL002', format('%s: %s.', s.label, data.tasking_party_fault(s.step, p_id)), 'Ask them.');
		end if;
		return s;
	elsif s.object in ('review', 'review_item') then
		if not exists (select from data.review r where s.object = 'review' and r.review_id = p_id)
			and not exists (select from data.review_item i where s.object = 'review_item' and i.item_id = p_id) then
			perform data.refuse('GL005', 'There is no such review, or it is not yours to see.', 'Look it up in the list again.');
		end if;
		return s;
	end if;
	select * into me from data.staff where login = session_user;
	select bool_or(coalesce(s.scope = 'seen' or l.holder_force = me.writes_force or l.export_npu = any (me.sees_units), false))
	into ours
	from data.line l where l.line_id = any (data.object_lines(s.object, p_id));
	if ours is null then
		perform data.refuse('GL005', format('There is no such %s, or it is not yours to see.', s.object),
			'Look it up in the list again.');
	elsif not ours then
		perform data.refuse('GL002', format('%s: this line is another force''s or another unit''s to change.', s.label),
			'Ask those who hold it.');
	end if;
	return s;
end
$$;
comment on function data.step_allowed(text, uuid) is 'Raises unless the caller may take this step on this record';
