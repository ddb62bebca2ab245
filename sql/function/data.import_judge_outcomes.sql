-- SPDX-License-Identifier: MIT
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
	  left join data.seen_line l on l.line_id = c.line_id
	 where r.import_id = p_import and l.mine is not true;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, d.cell, format('%s was claimed with %s, and an outcome does not change: refuse or revoke it, and claim it anew',
	       c.outcome_ref, coalesce(nullif(d.there, ''), 'none'))
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  join data.seen_line s on s.line_id = c.line_id and s.mine
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
	 where r.import_id = p_import
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
