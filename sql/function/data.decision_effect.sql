-- SPDX-License-Identifier: MIT
create function data.decision_effect(i data.review_item, d ref.decision, kept data.review_decision, cells jsonb) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	did text;
	t data.tasking;
begin
	if coalesce(cells ->> 'task_title', '') <> '' then
		t := data.tasking_new(i.line_id, i.group_id, data.decision_tasking(kept.rationale, cells));
		insert into data.review_tasking (review_id, decision_id, tasking_id) values (i.review_id, kept.decision_id, t.tasking_id);
		did := format('%s is %s for %s, due %s', t.tasking_ref, t.state, t.unit, t.due);
	end if;
	if d.line_step is not null then
		perform data.require_role(variadic (select s.roles from ref.step s where s.step = d.line_step));
		execute format('select said from data.step_%s($1, $2, $3)', d.line_step) into did
			using i.line_id, (select l.row_version from data.line l where l.line_id = i.line_id for update), jsonb_build_object('reason', kept.rationale);
	elsif d.reviewed and i.line_id is not null then
		update data.line l set last_review = data.clock()::date where l.line_id = i.line_id and l.is_open;
	end if;
	return did;
end
$$;
comment on function data.decision_effect(data.review_item, ref.decision, data.review_decision, jsonb) is 'What a decision does beside being kept; in words, or null';
