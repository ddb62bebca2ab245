noinst_LIBRARIES += src/libview.a
src_libview_a_SOURCES = \
	%D%/banner.c %D%/banner.h \
	%D%/browse.c %D%/browse.h \
	%D%/browse_draw.c \
	%D%/browse_find.c \
	%D%/browse_layout.c \
	%D%/browse_mark.c \
	%D%/browse_request.c \
	%D%/browse_step.c \
	%D%/browse_view.c \
	%D%/card_flow.c %D%/card_flow.h \
	%D%/card_grid.c %D%/card_grid.h \
	%D%/cells.c %D%/cells.h \
	%D%/columns.c %D%/columns.h \
	%D%/corridors.c %D%/corridors.h \
	%D%/dashboard.c %D%/dashboard.h \
	%D%/dossier.c %D%/dossier.h %D%/dossier_impl.h \
	%D%/dossier_draw.c \
	%D%/dossier_open.c \
	%D%/figures.c %D%/figures.h \
	%D%/fit.c %D%/fit.h \
	%D%/flowrow.c %D%/flowrow.h \
	%D%/foot.c %D%/foot.h \
	%D%/grid.c %D%/grid.h \
	%D%/groups.c %D%/groups.h \
	%D%/held.c %D%/held.h \
	%D%/keymap.c %D%/keymap.h \
	%D%/keys_help.c %D%/keys_help.h \
	%D%/list_request.c %D%/list_request.h \
	%D%/map.c %D%/map.h \
	%D%/marks.c %D%/marks.h \
	%D%/pager.c %D%/pager.h \
	%D%/panel.c %D%/panel.h \
	%D%/panel_rows.c %D%/panel_rows.h \
	%D%/pick.c %D%/pick.h \
	%D%/place_filter.c %D%/place_filter.h \
	%D%/preview.c %D%/preview.h \
	%D%/quick.c %D%/quick.h \
	%D%/request.c %D%/request.h \
	%D%/review_item.c \
	%D%/review_meeting.c \
	%D%/review.c %D%/review.h %D%/review_impl.h \
	%D%/review_draw.c \
	%D%/review_move.c \
	%D%/services.h \
	%D%/sheet.c %D%/sheet.h %D%/sheet_impl.h \
	%D%/sheet_fill.c \
	%D%/sheet_live.c \
	%D%/sheet_many.c \
	%D%/sheet_many_show.c \
	%D%/sheet_send.c \
	%D%/steps.c %D%/steps.h \
	%D%/strip.c %D%/strip.h \
	%D%/tasks.c %D%/tasks.h %D%/tasks_impl.h \
	%D%/tasks_board.c %D%/tasks_board.h %D%/tasks_board_impl.h \
	%D%/tasks_board_draw.c \
	%D%/tasks_calendar.c %D%/tasks_calendar.h \
	%D%/tasks_card.c %D%/tasks_card.h \
	%D%/tasks_draw.c \
	%D%/tasks_head.c %D%/tasks_head.h \
	%D%/tasks_list.c \
	%D%/tasks_load.c %D%/tasks_load.h %D%/tasks_load_impl.h \
	%D%/tasks_load_draw.c \
	%D%/tasks_step.c \
	%D%/view.c %D%/view.h \
	%D%/past_line.c %D%/past_line.h \
	%D%/past.c %D%/past.h \
	%D%/waiting.c %D%/waiting.h \
	%D%/window.c %D%/window.h \
	%D%/window_fetch.c %D%/window_impl.h \
	%D%/window_jump.c \
	%D%/window_live.c
