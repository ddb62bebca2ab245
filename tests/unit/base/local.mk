if HAVE_CMOCKA
unit_base = \
	%D%/t-buf \
	%D%/t-chart \
	%D%/t-csv_file \
	%D%/t-csv_guard \
	%D%/t-date \
	%D%/t-near \
	%D%/t-text \
	%D%/t-uuid
check_PROGRAMS += $(unit_base)
TESTS += $(unit_base)
endif

tests_unit_base_t_buf_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_buf_LDADD = tests/unit/libtiny.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_base_t_chart_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_chart_LDADD = src/libbase.a $(CMOCKA_LIBS)
tests_unit_base_t_csv_file_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_csv_file_LDADD = tests/unit/libtiny.a src/libbase.a $(CMOCKA_LIBS) $(CSV_LIBS)
tests_unit_base_t_csv_guard_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_csv_guard_LDADD = src/libbase.a $(CMOCKA_LIBS)
tests_unit_base_t_date_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_date_LDADD = src/libbase.a $(CMOCKA_LIBS)
tests_unit_base_t_near_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_near_LDADD = src/libbase.a $(CMOCKA_LIBS)
tests_unit_base_t_text_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_text_LDADD = tests/unit/libtiny.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_base_t_uuid_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_t_uuid_LDADD = src/libbase.a $(CMOCKA_LIBS)
