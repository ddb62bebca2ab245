-- SPDX-License-Identifier: MIT
-- What api may do with tables, row policies permitting. Numbers, readers and tallies: nothing.
grant usage on schema data, ref, audit, search to gridline_api;
grant select on all tables in schema ref to gridline_api;
grant select on data.line, data.line_history, data.line_alias, data.line_import, data.line_drug, data.line_group,
	data.crime_group, data.staff, data.assessment, data.assessment_factor, data.tasking, data.tasking_history
	to gridline_api;
grant insert, update on data.line, data.crime_group, data.assessment to gridline_api;
grant execute on function data.assessment_total(uuid, text) to gridline_api;
grant insert, delete on data.line_alias, data.line_drug to gridline_api;
grant insert, delete, update on data.line_import, data.line_group to gridline_api;
grant insert on data.assessment_factor to gridline_api;
grant select on audit.entry to gridline_api;
grant execute on function data.refuse(text, text, text), data.clock(), data.search_key(text), data.my_force(),
	data.standing(text, uuid[]), data.seek_rank(text, bigint), data.rank_at(text, timestamptz), data.rank_now(text), data.moved(text),
	data.change_text(boolean, bigint, bigint), data.turn(), data.consult(text, uuid, text), data.dossier(uuid),
	data.line_numbers_add(uuid[], text[]), audit.write(text, text, text, text, text, jsonb), audit.verify(), audit.tip(),
	search.candidates(text, int) to gridline_api;
