-- SPDX-License-Identifier: MIT
-- What sql/grant was at version 3, in the order of the installation: the rights an upgrade to version 4 begins with.
-- Whatever the installation made belongs to one of three roles without login; run again after upgrades.
do $$
declare
	o record;
	owner_of jsonb := '{"data": "gridline_owner", "ref": "gridline_owner", "audit": "gridline_owner",
		"search": "gridline_search", "api": "gridline_api"}';
begin
	for o in
		select n.nspname, format('schema %I', n.nspname) as what
		from pg_namespace n where owner_of ? n.nspname
		union all
		select n.nspname, format('%s %I.%I', case c.relkind when 'v' then 'view' else 'table' end, n.nspname, c.relname)
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where owner_of ? n.nspname and c.relkind in ('r', 'v', 'p')
		union all
		select n.nspname, format('function %s', p.oid::regprocedure)
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where owner_of ? n.nspname
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	loop
		execute format('alter %s owner to %I', o.what, owner_of ->> o.nspname);
	end loop;
end
$$;
-- Nothing is anybody's by default. Run again after upgrades.
do $$
declare
	s text;
begin
	foreach s in array array['data', 'ref', 'audit', 'search', 'api'] loop
		execute format('revoke all on schema %I from public', s);
		execute format('revoke all on all tables in schema %I from public', s);
		execute format('revoke all on all functions in schema %I from public', s);
	end loop;
end
$$;
-- Beyond what it owns: the search keys come from a function of its own schema.
grant usage on schema search to gridline_owner;
grant execute on function search.near_names(text, text[], int) to gridline_owner;
grant usage on schema data to gridline_search;
grant select (line_id, search_text, imports, is_open) on data.line to gridline_search;
grant execute on function search.word_similarity_op(text, text), search.word_similarity(text, text) to gridline_search;
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
-- Fields are checked as gridline_api, so that row policies bind; the steps themselves run as the owner, by
-- way of the four doors step_take, step_blocked, step_values and step_told.
grant select on data.operation, data.deconfliction, data.closure to gridline_api;
grant select, insert, update, delete on data.draft to gridline_api;
grant execute on function data.refuse_fields(text[]), data.cell_fault(ref.step_field, text), data.step_fields(text),
	data.choices(ref.step_field), data.object_lines(text, uuid), data.step_allowed(text, uuid),
	data.step_check(ref.step, uuid, jsonb), data.step_words(ref.step, jsonb),
	data.step_take(ref.step, uuid, int, jsonb, uuid),
	data.step_blocked(ref.step, uuid), data.step_values(ref.step, uuid), data.step_told(ref.step, uuid, jsonb)
	to gridline_api;
grant execute on function data.line_events(date, date), data.outcome_counts(date, date, timestamptz),
	data.line_shown(uuid) to gridline_api;
grant execute on function data.dossier_open(uuid), data.dossier_rows(uuid), data.dossier_warm(), data.my_justifications() to gridline_api;
grant execute on function data.place_sums(), data.place_extra(), data.place_cells(data.line), data.week_of(timestamptz), data.panel_span(), data.panel_weeks(),
	data.panel_frame(text), data.panel_rows(text), data.panel_versions(), data.known_at(date) to gridline_api;
grant execute on function search.similarity(text, text) to gridline_search;
grant select, insert, update on data.tasking_seen to gridline_api;
grant execute on function data.my_task_ids(int), data.my_news(), data.tasking_party_fault(text, uuid), data.task_card(uuid), data.step_ref(text, uuid),
	data.next_review(date), data.clashes(uuid, uuid, text, date, date, uuid),
	data.tasking_clashes(data.tasking, text, date) to gridline_api;
-- Figures are counted by the owner, over every record; api hands out numbers, and rows by the caller's sight.
grant execute on function data.figures(date, text), data.figures_day(date), data.figure_rows_of(text, date, text), data.return_table(text, date, text),
	data.figure_months(text[], date, int), data.review_recount(text)
	to gridline_api;
-- Reviews are read under their policies and written by steps alone.
grant select on data.review_series, data.review, data.review_place, data.review_item, data.review_decision, data.review_tasking,
	data.review_note, data.review_chair, data.review_figure to gridline_api;
grant execute on function data.week_day(text, int), data.week_fault(text), data.grid_changes(text, timestamptz, timestamptz), data.review_verify(), data.line_changes(uuid, timestamptz),
	data.week_before(text, int), data.week_moment(text, text), data.week_said(text), data.grid_week_page(boolean, text, int),
	data.grid_week_cells(text, data.line_history, data.line_history), data.line_cells_at(data.line_history) to gridline_api;
-- The group roles: api and nothing else; the policies tell them apart.
grant usage on schema api to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
grant select on all tables in schema api
	to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
grant execute on all functions in schema api
	to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
do $$
begin
	execute format('grant connect on database %I to gridline_analyst, gridline_lro, gridline_supervisor,
		gridline_auditor, gridline_admin', current_database());
end
$$;
