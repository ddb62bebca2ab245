-- SPDX-License-Identifier: MIT
-- Runs as the owner, since events name people and have no policy for api; that the lines are the caller's to
-- write for is asked here again. A person whose reference is new has no key yet, and is null.
create function data.import_stage_events(p_import uuid, p_table text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	execute format($sql$
		insert into data.import_event (import_id, line, event_ref, person_ref, line_id, what, there, verdict)
		select $1, f.line, f.event_ref, f.person_ref, f.line_id,
		       case when f.there is null then data.import_event_new(%1$L, f.what) else f.what end, f.there,
		       case when f.there is null then 'new' when f.there @> f.what then 'same' else 'changed' end
		  from (select r.line, r.event_ref, r.person_ref, r.line_id, r.there,
		               jsonb_build_object('line_id', r.line_id) || data.import_event_cells(%1$L, r.cells)
		                   || case when r.person_ref is null then '{}'
		                      else jsonb_build_object('person_id',
		                          (select p.person_id from data.person p where p.person_ref = r.person_ref)) end as what
		          from (select line, cells, cells ->> 'event_ref' as event_ref, cells ->> 'person_ref' as person_ref,
		                       (select l.line_id from data.line l where l.line_ref = cells ->> 'line_ref') as line_id,
		                       (select to_jsonb(x) from data.%1$I x where x.event_ref = cells ->> 'event_ref') as there
		                  from data.import_row where import_id = $1 offset 0) as r offset 0) as f$sql$, p_table) using p_import;
	if exists (
		select from (select distinct e.line_id from data.import_event e where e.import_id = p_import) as used
		  left join data.seen_line l using (line_id)
		 where used.line_id is not null and l.mine is not true) then
		perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
	end if;
end
$$;
comment on function data.import_stage_events(uuid, text) is 'Fill data.import_event from the rows of a checked import';
