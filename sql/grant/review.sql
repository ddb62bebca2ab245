-- SPDX-License-Identifier: MIT
-- Reviews are read under their policies and written by steps alone.
grant select on data.review_series, data.review, data.review_place, data.review_item, data.review_decision, data.review_tasking,
	data.review_note, data.review_chair, data.review_figure to gridline_api;
grant execute on function data.week_day(text, int), data.week_fault(text), data.grid_changes(text, timestamptz, timestamptz), data.grid_overtaken(text, timestamptz, timestamptz, int), data.review_verify(), data.line_changes(uuid, timestamptz),
	data.week_before(text, int), data.week_moment(text, text), data.week_said(text), data.grid_week_page(boolean, text, int),
	data.cells_changed(data.line_history, data.line_history), data.line_cells_at(data.line_history), data.review_lock_class(), data.review_locks(uuid),
	data.line_at(uuid, timestamptz), data.taskings_open_at(timestamptz, int), data.taskings_open_of(timestamptz, uuid[]) to gridline_api;
