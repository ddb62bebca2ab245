-- SPDX-License-Identifier: MIT
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
