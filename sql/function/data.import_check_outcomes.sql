-- SPDX-License-Identifier: MIT
create function data.import_check_outcomes(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_unique(p_import, array['outcome_ref']);
	select data.import_check_held(p_import, 'record what came of it');
	select data.import_check_since(p_import, array['on', 'recovered_on']);
	select data.import_check_unit(p_import);
	select data.import_check_check_backs(p_import);
	select data.import_check_proofs(p_import);
	select data.import_judge_outcomes(p_import)
$$;
comment on function data.import_check_outcomes(uuid) is 'Notes what is wrong with rows of outcomes';
