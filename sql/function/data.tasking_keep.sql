-- SPDX-License-Identifier: MIT
-- The event keeps each field that changed with its old and its new value: what a reader of the history wants
-- to see, and what undoing puts back.
create function data.tasking_keep(p_step text, o data.tasking, n data.tasking, p_reason text, p_said text,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	kept data.tasking;
begin
	update data.tasking t
	set (line_id, title, route, unit, operation, state, due, owner, completed_on, group_id, asked, why,
			four_p, priority, nim_level, resources, submitted_on, authorised_by, authorised_on, offered_on,
			answer_due, answered_on, carried, result, evidence, result_by, result_on, reviewed_by, reviewed_on)
		= (n.line_id, n.title, n.route, n.unit, n.operation, n.state, n.due, n.owner, n.completed_on,
			n.group_id, n.asked, n.why, n.four_p, n.priority, n.nim_level, n.resources, n.submitted_on,
			n.authorised_by, n.authorised_on, n.offered_on, n.answer_due, n.answered_on, n.carried, n.result,
			n.evidence, n.result_by, n.result_on, n.reviewed_by, n.reviewed_on)
	where t.tasking_id = o.tasking_id
	returning * into kept;
	if not found then
		kept := o; -- nothing but a note
	end if;
	insert into data.tasking_event (tasking_id, at, step, from_state, to_state, reason, said, changed)
	select o.tasking_id, data.clock(), p_step, o.state, kept.state, coalesce(p_reason, ''), p_said, coalesce((
		select jsonb_object_agg(a.key, jsonb_build_array(a.value, b.value))
		from jsonb_each(to_jsonb(o)) a join jsonb_each(to_jsonb(kept)) b using (key)
		where a.value <> b.value and a.key not in ('row_version', 'changed_by', 'valid_from')), '{}');
	id := o.tasking_id;
	ref := o.tasking_ref;
	version := kept.row_version;
	said := format('%s %s', o.tasking_ref, p_said);
	lines := array_remove(array[o.line_id], null);
end
$$;
comment on function data.tasking_keep(text, data.tasking, data.tasking, text, text) is 'Keep what a step made of a tasking, with its place in the history';
