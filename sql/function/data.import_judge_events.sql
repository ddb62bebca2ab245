-- SPDX-License-Identifier: MIT
-- What stands on proofs, what was voided and what others recorded stays as it is.
create function data.import_judge_events(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, e.line, 'event_ref', e.event_ref || ' was voided, and stays so', true
	  from data.import_event e
	 where e.import_id = p_import and e.verdict = 'same' and e.there ->> 'voided_at' is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, e.line, 'event_ref',
	       case when not e.ours then format('%s is there already, and not yours to change; ask a supervisor', e.event_ref)
	            when e.voided then format('%s was voided: record what did happen under another reference', e.event_ref)
	            else format('%s is a proof of the Type 1 outcome %s: revoke or refuse that first', e.event_ref, e.proof_of) end
	  from (select c.line, c.event_ref, c.there ->> 'voided_at' is not null as voided,
	               data.proof_of((c.there ->> 'event_id')::uuid) as proof_of,
	               case when c.there ->> 'line_id' is not null then l.mine
	                    else s.force = data.my_force() end is true as ours
	          from data.import_event c
	          left join data.seen_line l on l.line_id = (c.there ->> 'line_id')::uuid
	          left join data.staff s on s.login = c.there ->> 'entered_by'
	         where c.import_id = p_import and c.verdict = 'changed') as e
	 where not e.ours or e.voided or e.proof_of is not null;
end
$$;
comment on function data.import_judge_events(uuid) is 'Notes events of an import that may not change';
