-- SPDX-License-Identifier: MIT
-- What arrests, charges, safeguarding and disruptions have in common. Once nothing is wrong the rows are
-- staged and held against the events that are there.
create function data.import_check_events(p_import uuid, p_table text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['event_ref']);
	perform data.import_check_held(p_import, 'record what came of it');
	perform data.import_check_since(p_import, array['on']);
	perform data.import_check_unit(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref', 'is empty: what is of the programme names its line'
	  from data.import_row r
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' = ''
	   and data.yes(r.cells ->> 'programme')
	   and coalesce(r.cells ->> 'group_ref', '') = '';
	if not data.import_is_good(p_import) then
		return;
	end if;
	perform data.import_stage_events(p_import, p_table);
	perform data.import_judge_events(p_import);
end
$$;
comment on function data.import_check_events(uuid, text) is 'Notes what is wrong with rows of events, and stages them if nothing is';
