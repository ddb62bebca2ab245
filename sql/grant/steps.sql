-- SPDX-License-Identifier: MIT
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
grant execute on function data.place_sums(), data.place_extra(), data.place_cells(data.line), data.tally_seen(text, date, date), data.day_of(timestamptz), data.day_start(date), data.week_of(timestamptz), data.panel_span(), data.panel_weeks(),
	data.panel_frame(text), data.panel_rows(text), data.panel_firsts(text, uuid[]), data.panel_closed(), data.closing_buckets(), data.event_cells_of(uuid[], text, date, date), data.line_versions(uuid[]), data.known_at(date) to gridline_api;
grant execute on function search.similarity(text, text) to gridline_search;
grant select, insert, update on data.tasking_seen to gridline_api;
grant execute on function data.my_task_ids(int), data.my_news(), data.tasking_party_fault(text, uuid), data.task_card(uuid), data.step_ref(text, uuid),
	data.next_review(date), data.clashes(uuid, uuid, text, date, date, uuid),
	data.tasking_clashes(data.tasking, text, date) to gridline_api;
