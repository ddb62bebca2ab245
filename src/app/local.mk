# All of the console but its main(): the screen tests link it, too.
noinst_LIBRARIES += src/libapp.a
src_libapp_a_SOURCES = \
	%D%/console.c %D%/console.h %D%/console_impl.h \
	%D%/console_ask.c \
	%D%/console_draw.c \
	%D%/console_go.c \
	%D%/console_news.c \
	%D%/console_services.c \
	%D%/memory.c %D%/memory.h \
	%D%/script.c %D%/script.h \
	%D%/settings.c %D%/settings.h \
	%D%/timers.c %D%/timers.h

bin_PROGRAMS += gridline
gridline_SOURCES = \
	%D%/command.c %D%/command.h \
	%D%/command_verb.c %D%/command_verb.h \
	%D%/audit.c %D%/audit.h \
	%D%/connect.c %D%/connect.h \
	%D%/crash.c %D%/crash.h \
	%D%/demo.c %D%/demo.h \
	%D%/demo_exec.c %D%/demo_exec.h \
	%D%/demo_keeper.c %D%/demo_keeper.h \
	%D%/demo_place.c %D%/demo_place.h \
	%D%/demo_rows.c %D%/demo_rows.h \
	%D%/demo_server.c %D%/demo_server.h \
	%D%/demo_sql.c %D%/demo_sql.h \
	%D%/demo_world.c %D%/demo_world.h \
	%D%/export.c %D%/export.h \
	%D%/export_listing.c %D%/export_listing.h \
	%D%/export_out.c %D%/export_out.h \
	%D%/import.c %D%/import.h \
	%D%/import_errors.c %D%/import_errors.h \
	%D%/import_read.c %D%/import_read.h \
	%D%/import_server.c %D%/import_server.h \
	%D%/install.c %D%/install.h \
	%D%/listing.c %D%/listing.h \
	%D%/loop.c %D%/loop.h \
	%D%/main.c \
	%D%/progress.c %D%/progress.h \
	%D%/report.c %D%/report.h \
	%D%/report_board.c \
	%D%/report_changes.c \
	%D%/report_corridors.c \
	%D%/report_dashboard.c \
	%D%/report_figures.c %D%/report_figures.h \
	%D%/report_font.c %D%/report_font.h \
	%D%/report_words.c %D%/report_words.h \
	%D%/report_frozen.c %D%/report_frozen.h \
	%D%/report_fill.c \
	%D%/report_grid.c \
	%D%/report_npu.c \
	%D%/report_panel.c %D%/report_panel.h \
	%D%/report_pdf.c %D%/report_pdf.h \
	%D%/report_returns.c \
	%D%/report_review.c \
	%D%/report_tasking_sheet.c \
	%D%/run.c %D%/run.h \
	%D%/schema.c %D%/schema.h \
	%D%/show.c %D%/show.h \
	%D%/review.c %D%/review.h \
	%D%/task.c %D%/task.h %D%/task_impl.h \
	%D%/task_list.c \
	%D%/task_step.c
gridline_LDADD = src/libapp.a src/libview.a src/libreport.a src/libterm.a src/libstore.a src/libmodel.a src/libconf.a src/libbase.a \
	$(NCURSES_LIBS) $(PQ_LIBS) $(CONFIG_LIBS) $(CSV_LIBS)
