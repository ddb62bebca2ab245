-- SPDX-License-Identifier: MIT
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
