-- SPDX-License-Identifier: MIT
-- Once nothing is wrong the rows are staged, and what wants a look is noted, too.
create function data.import_check_lines(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['line_ref']);
	perform data.import_check_line_cells(p_import);
	if not data.import_is_good(p_import) then
		return;
	end if;
	perform data.import_stage_lines(p_import);
	perform data.import_judge_lines(p_import);
	perform data.import_warn_lines(p_import);
end
$$;
comment on function data.import_check_lines(uuid) is 'Notes what is wrong with rows of lines, and stages them if nothing is';
