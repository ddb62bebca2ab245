-- SPDX-License-Identifier: MIT
create function data.import_check_assessed(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_held(p_import, 'score it');
	select data.import_check_since(p_import, array['signed_on'])
$$;
comment on function data.import_check_assessed(uuid) is 'Notes rows of assessments whose line or day cannot be';
