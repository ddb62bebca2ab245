# Screens without a terminal or a database. A case is a key script, its golden screens beside it.
check_PROGRAMS += %D%/screens
TESTS += %D%/screens
tests_screen_screens_SOURCES = %D%/screens.c \
	tests/lib/fake_impl.h \
	tests/lib/fake_list.c \
	tests/lib/fake_rows.c tests/lib/fake_rows.h \
	tests/lib/fake_source.c tests/lib/fake_source.h
tests_screen_screens_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/lib
tests_screen_screens_LDADD = src/libapp.a src/libview.a src/libterm.a src/libmodel.a src/libbase.a \
	$(NCURSES_LIBS)

screen_cases = \
	%D%/grid-80x24
screen_goldens = \
	%D%/grid-80x24 \
	%D%/grid-80x24-down \
	%D%/grid-80x24-last
EXTRA_DIST += $(screen_cases:=.keys) $(screen_goldens:=.screen)
