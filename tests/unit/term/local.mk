# The terminal's room: what needs no screen, and ring A: screens through curses on files, compared
# with golden/*.screen (UPDATE=1 writes them anew). libscreentest.a serves the screens of view too.

if HAVE_CMOCKA
unit_term = \
	%D%/t-block_edit \
	%D%/t-bytes \
	%D%/t-decode \
	%D%/t-flow \
	%D%/t-form \
	%D%/t-form_draw \
	%D%/t-help \
	%D%/t-key \
	%D%/t-line_edit \
	%D%/t-list \
	%D%/t-list_layout \
	%D%/t-menu \
	%D%/t-prompt \
	%D%/t-screen \
	%D%/t-style \
	%D%/t-tty
check_PROGRAMS += $(unit_term)
TESTS += $(unit_term)

check_LIBRARIES += tests/lib/libscreentest.a
tests_lib_libscreentest_a_SOURCES = tests/lib/screen_test.c tests/lib/screen_test.h \
	%D%/form_world.c %D%/form_world.h \
	%D%/rows.c %D%/rows.h
tests_lib_libscreentest_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
endif
EXTRA_DIST += %D%/golden

term_cflags = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
term_ldadd = tests/lib/libscreentest.a src/libterm.a src/libbase.a $(NCURSES_LIBS) $(CMOCKA_LIBS)

tests_unit_term_t_block_edit_CFLAGS = $(term_cflags)
tests_unit_term_t_block_edit_LDADD = $(term_ldadd)
tests_unit_term_t_bytes_CFLAGS = $(term_cflags)
tests_unit_term_t_bytes_LDADD = $(term_ldadd)
tests_unit_term_t_decode_CFLAGS = $(term_cflags)
tests_unit_term_t_decode_LDADD = $(term_ldadd)
tests_unit_term_t_flow_CFLAGS = $(term_cflags)
tests_unit_term_t_flow_LDADD = $(term_ldadd)
tests_unit_term_t_form_CFLAGS = $(term_cflags)
tests_unit_term_t_form_LDADD = $(term_ldadd)
tests_unit_term_t_form_draw_CFLAGS = $(term_cflags)
tests_unit_term_t_form_draw_LDADD = $(term_ldadd)
tests_unit_term_t_help_CFLAGS = $(term_cflags)
tests_unit_term_t_help_LDADD = $(term_ldadd)
tests_unit_term_t_key_CFLAGS = $(term_cflags)
tests_unit_term_t_key_LDADD = $(term_ldadd)
tests_unit_term_t_line_edit_CFLAGS = $(term_cflags)
tests_unit_term_t_line_edit_LDADD = $(term_ldadd)
tests_unit_term_t_list_CFLAGS = $(term_cflags)
tests_unit_term_t_list_LDADD = $(term_ldadd)
tests_unit_term_t_list_layout_CFLAGS = $(term_cflags)
tests_unit_term_t_list_layout_LDADD = $(term_ldadd)
tests_unit_term_t_menu_CFLAGS = $(term_cflags)
tests_unit_term_t_menu_LDADD = $(term_ldadd)
tests_unit_term_t_prompt_CFLAGS = $(term_cflags)
tests_unit_term_t_prompt_LDADD = $(term_ldadd)
tests_unit_term_t_screen_CFLAGS = $(term_cflags)
tests_unit_term_t_screen_LDADD = $(term_ldadd)
tests_unit_term_t_style_CFLAGS = $(term_cflags)
tests_unit_term_t_style_LDADD = $(term_ldadd)
tests_unit_term_t_tty_CFLAGS = $(term_cflags)
tests_unit_term_t_tty_LDADD = $(term_ldadd)
