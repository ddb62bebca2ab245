EXTRA_DIST += %D%/tmp.h
if HAVE_CMOCKA
unit_conf = \
	%D%/t-conf \
	%D%/t-shipped \
	%D%/t-state
check_PROGRAMS += $(unit_conf)
TESTS += $(unit_conf)
endif

tests_unit_conf_t_conf_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_conf_t_conf_LDADD = src/libconf.a tests/unit/libtiny.a src/libbase.a $(CMOCKA_LIBS) $(CONFIG_LIBS)
tests_unit_conf_t_shipped_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_conf_t_shipped_LDADD = src/libconf.a src/libbase.a $(CMOCKA_LIBS) $(CONFIG_LIBS)
tests_unit_conf_t_state_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_conf_t_state_LDADD = src/libconf.a tests/unit/libtiny.a src/libbase.a $(CMOCKA_LIBS) $(CONFIG_LIBS)
