# Screens without a terminal or a database. A case is a key script, its golden screens beside it.
check_PROGRAMS += %D%/screens
TESTS += %D%/screens
tests_screen_screens_SOURCES = %D%/screens.c \
	tests/lib/fake_ask.c \
	tests/lib/fake_ask_task.c \
	tests/lib/fake_dashboard.c \
	tests/lib/fake_dossier.c tests/lib/fake_dossier.h \
	tests/lib/fake_fail.c tests/lib/fake_past.c tests/lib/fake_past.h \
	tests/lib/fake_impl.h \
	tests/lib/fake_list.c \
	tests/lib/fake_review.c \
	tests/lib/fake_rows.c tests/lib/fake_rows.h \
	tests/lib/fake_source.c tests/lib/fake_source.h \
	tests/lib/fake_step.c tests/lib/fake_step.h \
	tests/lib/fake_task.c tests/lib/fake_task.h \
	tests/lib/fake_words.c tests/lib/fake_words.h \
	tests/lib/random_keys.c tests/lib/random_keys.h
tests_screen_screens_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/lib
tests_screen_screens_LDADD = src/libapp.a src/libview.a src/libterm.a src/libmodel.a src/libconf.a src/libbase.a \
	$(NCURSES_LIBS) $(CONFIG_LIBS)

EXTRA_DIST += \
	%D%/ascii.keys \
	%D%/ascii.screen \
	%D%/badge.keys \
	%D%/badge.screen \
	%D%/begin.keys \
	%D%/begin.screen \
	%D%/bytes.keys \
	%D%/bytes.screen \
	%D%/captive.keys \
	%D%/captive.screen \
	%D%/colour.keys \
	%D%/colour.screen \
	%D%/columns.keys \
	%D%/columns.screen \
	%D%/command.keys \
	%D%/command.screen \
	%D%/corridors.keys \
	%D%/corridors.screen \
	%D%/dashboard.keys \
	%D%/dashboard.screen \
	%D%/empty.keys \
	%D%/empty.screen \
	%D%/figures.keys \
	%D%/figures.screen \
	%D%/filter.keys \
	%D%/filter.screen \
	%D%/follow.keys \
	%D%/follow.screen \
	%D%/grid.keys \
	%D%/grid.screen \
	%D%/groups.keys \
	%D%/groups.screen \
	%D%/help.keys \
	%D%/help.screen \
	%D%/hurry.keys \
	%D%/hurry.screen \
	%D%/live.keys \
	%D%/live.screen \
	%D%/live_form.keys \
	%D%/live_form.screen \
	%D%/marks.keys \
	%D%/marks.screen \
	%D%/mouse.keys \
	%D%/mouse.screen \
	%D%/narrow.keys \
	%D%/narrow.screen \
	%D%/over.keys \
	%D%/over.screen \
	%D%/preview.keys \
	%D%/preview.screen \
	%D%/random.keys \
	%D%/random.screen \
	%D%/review.keys \
	%D%/review.screen \
	%D%/search.keys \
	%D%/search.screen \
	%D%/sheet.keys \
	%D%/sheet.screen \
	%D%/size.keys \
	%D%/size.screen \
	%D%/sort.keys \
	%D%/sort.screen \
	%D%/past.keys %D%/past.screen \
	%D%/steps.keys \
	%D%/steps.screen \
	%D%/tasks.keys \
	%D%/tasks.screen \
	%D%/tasks_boards.keys \
	%D%/tasks_boards.screen \
	%D%/tasks_marks.keys \
	%D%/tasks_marks.screen \
	%D%/tasks_sizes.keys \
	%D%/tasks_sizes.screen \
	%D%/tasks_start.keys \
	%D%/tasks_start.screen \
	%D%/trouble.keys \
	%D%/trouble.screen \
	%D%/views.keys \
	%D%/views.screen \
	%D%/wide.keys \
	%D%/wide.screen
