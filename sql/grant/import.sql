-- SPDX-License-Identifier: MIT
-- Imports run as gridline_api, so that row policies bind them like everything else. Numbers it may
-- hand over, not read.
grant select, insert, update on data.import to gridline_api;
grant select, insert, update, delete on data.import_row, data.import_line, data.import_event, data.import_return, data.import_error to gridline_api;
grant execute on function search.similarity(text, text), data.require_role(text[]),
	data.parse_day(text), data.period_fault(text, date, date), data.unit_fault(text, date), data.yes(text), data.disruption_faults(jsonb), data.checkback_fault(text, date, date, date), data.parse_number(text), data.nearest_terms(text, text),
	data.assessment_factors(uuid), data.line_numbers_new(uuid[], text[]),
	data.line_numbers_elsewhere(uuid[], text[]) to gridline_api;
do $$
declare
	f regprocedure;
begin
	for f in select oid from pg_proc where pronamespace = 'data'::regnamespace and proname like 'import\_%' loop
		execute format('grant execute on function %s to gridline_api', f);
	end loop;
end
$$;
