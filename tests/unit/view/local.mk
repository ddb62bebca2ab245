# The screens' parts that can be held by themselves. The window is built once more with pages of
# three rows, so that every edge comes early.
if HAVE_CMOCKA
unit_view = \
	%D%/t-parts \
	%D%/t-window \
	%D%/t-window_live
check_PROGRAMS += $(unit_view)
TESTS += $(unit_view)
endif

tests_unit_view_t_parts_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_view_t_parts_LDADD = src/libview.a src/libterm.a src/libmodel.a src/libbase.a \
	$(NCURSES_LIBS) $(CMOCKA_LIBS)
window_sources = %D%/window_world.c %D%/window_world.h \
	src/view/held.c src/view/window.c src/view/window_fetch.c src/view/window_jump.c src/view/window_live.c \
	tests/lib/fake_ask.c tests/lib/fake_dashboard.c tests/lib/fake_dossier.c tests/lib/fake_fail.c tests/lib/fake_past.c tests/lib/fake_list.c tests/lib/fake_review.c tests/lib/fake_rows.c tests/lib/fake_source.c \
	tests/lib/fake_ask_task.c tests/lib/fake_step.c tests/lib/fake_task.c
tests_unit_view_t_window_SOURCES = %D%/t-window.c $(window_sources)
tests_unit_view_t_window_live_SOURCES = %D%/t-window_live.c $(window_sources)
tests_unit_view_t_window_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/lib -DWINDOW_PAGE=3 -DWINDOW_MAX=9
tests_unit_view_t_window_live_CPPFLAGS = $(tests_unit_view_t_window_CPPFLAGS)
tests_unit_view_t_window_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_view_t_window_live_CFLAGS = $(tests_unit_view_t_window_CFLAGS)
tests_unit_view_t_window_LDADD = src/libterm.a src/libmodel.a src/libbase.a $(NCURSES_LIBS) $(CMOCKA_LIBS)
tests_unit_view_t_window_live_LDADD = $(tests_unit_view_t_window_LDADD)
