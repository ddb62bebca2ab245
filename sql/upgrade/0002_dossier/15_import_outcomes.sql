-- A row as the form of its claim has it. For a Type 2, what was recovered is the number that was deactivated:
-- on the day of the outcome, and as the file says, where the row does not.
create function data.import_outcome_cells(cells jsonb, p_file text) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case lower(cells ->> 'kind') when 'type2'
		then cells - array['recovered_on', 'recovered_source'] || jsonb_build_object(
			'deactivated_on', coalesce(nullif(cells ->> 'recovered_on', ''), cells ->> 'on'),
			'deactivated_source', coalesce(nullif(cells ->> 'recovered_source', ''), 'file ' || p_file))
		else cells end
$$;
comment on function data.import_outcome_cells(jsonb, text) is 'A row of outcomes as the fields of a claim';
create function data.import_check_check_backs(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, fault.cell, fault.reason
	  from (select line, lower(cells ->> 'kind') as kind, data.parse_day(cells ->> 'on') as closed,
	               coalesce(cells ->> 'charge_ref', '') as charge_ref, coalesce(cells ->> 'check_back_on', '') as checked,
	               lower(coalesce(cells ->> 'check_back_result', '')) as result, coalesce(cells ->> 'reason', '') as reason
	          from data.import_row where import_id = p_import and cells is not null) as r
	 cross join (select check_back_days as days from ref.setting) as s
	 cross join lateral (values
		('charge_ref', case when r.kind = 'type2' and r.charge_ref <> '' then 'is of a Type 1 outcome, and this is a Type 2' end),
		('check_back_on', case when r.kind = 'type2' and r.checked <> '' then 'is of a Type 1 outcome, and this is a Type 2'
			when r.result <> '' and r.checked = '' then 'is empty, and check_back_result is not'
			else data.checkback_fault(r.result, data.parse_day(r.checked), r.closed, r.closed + s.days) end),
		('check_back_result', case when r.kind = 'type2' and r.result <> '' then 'is of a Type 1 outcome, and this is a Type 2'
			when r.checked <> '' and r.result = '' then 'is empty, and check_back_on is not' end),
		('reason', case when r.result = 'failed' and r.reason = '' then 'is empty: say what shows that the line is in use again' end)
	 ) as fault (cell, reason)
	 where fault.reason is not null
$$;
comment on function data.import_check_check_backs(uuid) is 'Notes what of a row of outcomes does not go together';
-- Each proof that a Type 1 lacks is told at its cell, in the words of the form. Of a line that is not the
-- caller's nothing is told but what the row itself lacks.
create function data.import_check_proofs(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, split_part(fault, ': ', 1), substr(fault, strpos(fault, ': ') + 2)
	  from data.import_row r
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref' and data.import_line_mine(l)
	 cross join lateral unnest(data.type1_missing(l.line_id, r.cells)) as fault
	 where r.import_id = p_import
	   and lower(r.cells ->> 'kind') = 'type1'
	   and (l.line_id is not null or strpos(fault, ': lacks ') > 0)
	   and not exists (select from data.closure c where c.outcome_ref = r.cells ->> 'outcome_ref');
end
$$;
comment on function data.import_check_proofs(uuid) is 'Notes the proofs that Type 1 outcomes of an import lack';
-- An outcome that is there goes on to its next state or stays; it is never another one. What was revoked or
-- refused meanwhile stays so, and the file that told of it may come again.
create function data.import_judge_outcomes(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	ratifies boolean := exists (select from data.staff s where s.login = session_user and s.role = 'supervisor');
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'outcome_ref', format('%s is there already, and not yours to change; ask a supervisor', c.outcome_ref)
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  join data.line l on l.line_id = c.line_id
	 where r.import_id = p_import and not data.import_line_mine(l);

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, d.cell, format('%s was claimed with %s, and an outcome does not change: refuse or revoke it, and claim it anew',
	       c.outcome_ref, coalesce(nullif(d.there, ''), 'none'))
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  join data.line l on l.line_id = c.line_id
	  left join data.charge h on h.event_id = c.charge_id
	 cross join lateral (values
		('kind', c.kind, lower(r.cells ->> 'kind'), true),
		('line_ref', l.line_ref, r.cells ->> 'line_ref', true),
		('on', c.on_day::text, r.cells ->> 'on', true),
		('unit', c.unit, coalesce((select u.code from ref.unit u where lower(u.code) = lower(r.cells ->> 'unit')), ''), true),
		('bulk_on', coalesce(c.bulk_on::text, ''), r.cells ->> 'bulk_on', true),
		('bulk_source', coalesce(c.bulk_source, ''), r.cells ->> 'bulk_source', true),
		('recovered_on', coalesce(c.recovered_on, c.deactivated_on)::text, r.cells ->> 'recovered_on', c.kind = 'type1'),
		('recovered_source', coalesce(c.recovered_source, c.deactivated_source), r.cells ->> 'recovered_source', c.kind = 'type1'),
		('charge_ref', coalesce(split_part(h.event_ref, '~', 1), ''), r.cells ->> 'charge_ref', true)
	 ) as d (cell, there, said, needed)
	 where r.import_id = p_import and data.import_line_mine(l)
	   and d.there <> d.said and (d.needed or d.said <> '');

	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, x.line, x.cell, x.reason, x.warning
	  from (select r.line, c.outcome_ref, c.state, c.claimed_by, c.check_back_on,
	               lower(coalesce(r.cells ->> 'check_back_result', '')) as result,
	               data.parse_day(r.cells ->> 'check_back_on') as checked
	          from data.import_row r
	          left join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	         where r.import_id = p_import) as f
	 cross join lateral (values
		(f.line, 'outcome_ref', f.outcome_ref || ': you claimed it, and another supervisor ratifies it', true,
			f.state = 'claimed' and ratifies and f.claimed_by = session_user),
		(f.line, 'check_back_result', 'is left aside: a supervisor ratifies the outcome first', true,
			f.result <> '' and coalesce(f.state, 'claimed') = 'claimed' and (not ratifies or f.claimed_by = session_user)),
		(f.line, 'outcome_ref', format('%s was %s, and stays so', f.outcome_ref, f.state), true,
			f.state = 'refused' or f.state = 'revoked' and f.result <> 'failed'
				and (f.checked is null or f.checked is not distinct from f.check_back_on)),
		(f.line, 'check_back_result', format('%s is %s already, by another check-back; a supervisor revokes it by a step of its own', f.outcome_ref, f.state), false,
			f.state in ('verified', 'revoked') and f.result <> '' and (f.checked is distinct from f.check_back_on
				or f.state = 'verified' and f.result = 'failed'))
	 ) as x (line, cell, reason, warning, applies)
	 where x.applies;
end
$$;
comment on function data.import_judge_outcomes(uuid) is 'Notes outcomes of an import that are there and would have to change';
create function data.import_check_outcomes(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_unique(p_import, array['outcome_ref']);
	select data.import_check_held(p_import, 'record what came of it');
	select data.import_check_since(p_import, array['on', 'recovered_on']);
	select data.import_check_unit(p_import);
	select data.import_check_check_backs(p_import);
	select data.import_check_proofs(p_import);
	select data.import_judge_outcomes(p_import)
$$;
comment on function data.import_check_outcomes(uuid) is 'Notes what is wrong with rows of outcomes';
create function data.import_step_told(p_step text, c data.closure, p_said text, p_reason text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	values (c.line_id, data.clock(), p_step, c.closure_id, p_said, p_reason)
$$;
comment on function data.import_step_told(text, data.closure, text, text) is 'Keep with the line that a file took a step';
-- One row, by the steps that a person would take: claimed, ratified by the supervisor who imports, checked
-- back. Whatever bars a step bars the row.
create function data.import_outcome_steps(p_line data.line, cells jsonb, p_file text, p_ratifies boolean,
	out verdict text, out fault text)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	kind text := lower(cells ->> 'kind');
	result text := lower(coalesce(cells ->> 'check_back_result', ''));
	source text := coalesce(nullif(cells ->> 'reason', ''), 'file ' || p_file);
	c data.closure;
begin
	select * into c from data.closure x where x.outcome_ref = cells ->> 'outcome_ref';
	verdict := 'same';
	if c.closure_id is null then
		fault := p_line.line_ref || ': ' || data.blocked_line(kind || '_claim', p_line.line_id);
		if fault is not null then
			return;
		end if;
		perform data.line_lock(kind || '_claim', p_line.line_id, p_line.row_version);
		c := data.outcome_claim(kind, p_line.line_id, data.import_outcome_cells(cells, p_file),
			case when p_ratifies then 'file' else session_user end);
		perform data.import_step_told(kind || '_claim', c, format('%s is claimed by file', c.outcome_ref), source);
		verdict := 'new';
	end if;
	if c.state = 'claimed' and p_ratifies and c.claimed_by <> session_user then
		fault := c.outcome_ref || ': ' || data.blocked_outcome('outcome_ratify', c.closure_id);
		if fault is not null then
			return;
		end if;
		perform data.import_step_told('outcome_ratify', c, s.said, source)
		   from data.step_outcome_ratify(c.closure_id, c.row_version, jsonb_build_object('reason', source)) s;
		verdict := case verdict when 'new' then 'new' else 'changed' end;
		select * into c from data.closure x where x.closure_id = c.closure_id;
	end if;
	if c.state = 'provisional' and result = 'passed' then
		perform data.import_step_told('checkback_pass', c, s.said, source)
		   from data.step_checkback_pass(c.closure_id, c.row_version,
				jsonb_build_object('on', cells ->> 'check_back_on', 'source', source)) s;
		verdict := case verdict when 'new' then 'new' else 'changed' end;
	elsif c.state = 'provisional' and result = 'failed' then
		perform data.import_step_told('checkback_fail', c, s.said, source)
		   from data.step_checkback_fail(c.closure_id, c.row_version,
				jsonb_build_object('on', cells ->> 'check_back_on', 'source', 'file ' || p_file, 'reason', source)) s;
		verdict := case verdict when 'new' then 'new' else 'changed' end;
	end if;
end
$$;
comment on function data.import_outcome_steps(data.line, jsonb, text, boolean) is 'Take the steps that a row of outcomes asks for';
-- Row by row, in the order of the days: a line may be closed, found in use again, and closed once more. There
-- are hundreds of outcomes, not thousands, and each goes by the steps themselves.
create function data.import_apply_outcomes(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	ratifies boolean := exists (select from data.staff s where s.login = session_user and s.role = 'supervisor');
	the_file text;
	r record;
	the_line data.line;
	taken record;
	refusals jsonb := jsonb '[]';
begin
	perform data.import_open(p_import);
	select i.file into the_file from data.import i where i.import_id = p_import;
	added := 0;
	changed := 0;
	same := 0;
	for r in
		select x.line, x.cells from data.import_row x where x.import_id = p_import order by x.cells ->> 'on', x.line
	loop
		select * into strict the_line from data.line l where l.line_ref = r.cells ->> 'line_ref' for update;
		if not data.import_line_mine(the_line) then
			perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
		end if;
		select * into taken from data.import_outcome_steps(the_line, r.cells, the_file, ratifies);
		if taken.fault is not null then
			refusals := refusals || jsonb_build_object('line', r.line, 'cell', 'outcome_ref', 'reason', taken.fault);
		end if;
		added := added + (taken.verdict = 'new')::int;
		changed := changed + (taken.verdict = 'changed')::int;
		same := same + (taken.verdict = 'same')::int;
	end loop;
	if refusals <> '[]' then
		perform data.import_refuse(refusals);
	end if;
end
$$;
comment on function data.import_apply_outcomes(uuid) is 'Write the outcomes of a checked import';
