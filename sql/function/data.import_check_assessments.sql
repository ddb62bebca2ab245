-- SPDX-License-Identifier: MIT
-- Rows of one line, day and model are one assessment: every factor of the model once, each within
-- its scale. What is signed already stays as it is, so a different one for the same day is refused.
create function data.import_check_assessments(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['line_ref', 'signed_on', 'model', 'factor']);
	perform data.import_check_assessed(p_import);
	perform data.import_check_scores(p_import);
	if data.import_is_good(p_import) then
		perform data.import_check_whole(p_import);
	end if;
end
$$;
comment on function data.import_check_assessments(uuid) is 'Notes what is wrong with rows of assessments';
