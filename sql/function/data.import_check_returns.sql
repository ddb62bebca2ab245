-- SPDX-License-Identifier: MIT
create function data.import_check_returns(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_return_cells(p_import);
	if data.import_is_good(p_import) then
		perform data.import_stage_returns(p_import);
		insert into data.import_error (import_id, line, cell, reason)
		select p_import, r.line, 'value', format('was returned in line %s already', r.first_line)
		  from (select i.line, min(i.line) over (partition by i.series, i.period_start, i.period_end, i.breakdown, i.category) as first_line
		          from data.import_return i where i.import_id = p_import) r
		 where r.line > r.first_line;
	end if;
	if data.import_is_good(p_import) then
		perform data.import_judge_returns(p_import);
	end if;
end
$$;
comment on function data.import_check_returns(uuid) is 'Notes what is wrong with rows of returns, and stages them if nothing is';
