-- SPDX-License-Identifier: MIT
-- Sees every row, since duplicates and rules know no walls: api.step has asked for the rights before. The
-- key is taken first, so a second call with it waits for the first and finds what came of it.
create function data.step_take(s ref.step, p_id uuid, p_version int, cells jsonb, p_op uuid,
	out id uuid, out ref text, out version int, out said text, out repeated boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	lines uuid[];
	done data.operation;
begin
	insert into data.operation (op, step) values (p_op, s.step) on conflict do nothing;
	repeated := not found;
	if repeated then
		select * into done from data.operation o where o.login = session_user and o.op = p_op;
		if done.step <> s.step then
			perform data.refuse('GL004', format('This operation key has served for %s already.', done.step),
				'A new step takes a new key.');
		end if;
		id := done.object_id;
		ref := done.ref;
		version := done.version;
		said := done.said;
		return;
	end if;
	execute format('select id, ref, version, said, lines from data.step_%s($1, $2, $3)', s.step)
		into id, ref, version, said, lines using p_id, p_version, cells;
	update data.operation o set object_id = step_take.id, ref = step_take.ref, version = step_take.version, said = step_take.said
	where o.login = session_user and o.op = p_op;
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	select l, data.clock(), s.step, step_take.id, step_take.said,
		coalesce(nullif(cells ->> 'reason', ''), cells ->> 'rationale', '')
	from unnest(lines) l;
	delete from data.draft d where d.login = session_user and d.step = s.step
		and d.object_id = coalesce(p_id, '00000000-0000-0000-0000-000000000000');
end
$$;
comment on function data.step_take(ref.step, uuid, int, jsonb, uuid) is 'Take a step that is allowed and checked, once for each operation key';
