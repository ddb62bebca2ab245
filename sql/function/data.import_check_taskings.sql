-- SPDX-License-Identifier: MIT
create function data.import_check_taskings(p_import uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['tasking_ref']);
	perform data.import_check_held(p_import, 'bring in its taskings');
	perform data.import_check_tasking_days(p_import);
	perform data.import_check_tasking_rights(p_import);
	if data.import_is_good(p_import) then
		perform data.import_judge_taskings(p_import);
	end if;
end
$$;
comment on function data.import_check_taskings(uuid) is 'Notes what is wrong with rows of taskings';
