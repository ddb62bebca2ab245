# Client statements: one a file, the stem is the name the store knows it by. Compiled in.
sql_queries = \
	%D%/datestyle.sql \
	%D%/day_turn.sql \
	%D%/draft_drop.sql \
	%D%/draft_save.sql \
	%D%/export_log.sql \
	%D%/grid_as_at.sql \
	%D%/grid_export.sql \
	%D%/grid_ids.sql \
	%D%/grid_page.sql \
	%D%/group_card.sql \
	%D%/groups_export.sql \
	%D%/groups_ids.sql \
	%D%/groups_page.sql \
	%D%/import_begin.sql \
	%D%/import_columns.sql \
	%D%/import_errors.sql \
	%D%/import_finish.sql \
	%D%/import_outcome.sql \
	%D%/import_rows.sql \
	%D%/line_card.sql \
	%D%/lines_export.sql \
	%D%/list_count.sql \
	%D%/list_find.sql \
	%D%/list_find_first.sql \
	%D%/list_rank.sql \
	%D%/rank_bound.sql \
	%D%/session.sql \
	%D%/standing.sql \
	%D%/step.sql \
	%D%/step_form.sql \
	%D%/step_outcome.sql \
	%D%/step_preview.sql \
	%D%/steps.sql \
	%D%/summary.sql \
	%D%/terms.sql \
	%D%/word_search.sql
