if HAVE_CMOCKA
unit_app = \
	%D%/t-settings
check_PROGRAMS += $(unit_app)
TESTS += $(unit_app)
endif

tests_unit_app_t_settings_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_app_t_settings_LDADD = src/libapp.a src/libview.a src/libterm.a src/libmodel.a src/libconf.a \
	src/libbase.a $(CMOCKA_LIBS) $(NCURSES_LIBS) $(CONFIG_LIBS)
