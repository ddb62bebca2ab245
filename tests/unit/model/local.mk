if HAVE_CMOCKA
unit_model = \
	%D%/t-filter \
	%D%/t-filter_complete \
	%D%/t-layout \
	%D%/t-news \
	%D%/t-page \
	%D%/t-panel \
	%D%/t-step \
	%D%/t-tasking \
	%D%/t-terms
check_PROGRAMS += $(unit_model)
TESTS += $(unit_model)
endif

tests_unit_model_t_filter_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_filter_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_layout_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_layout_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_news_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_news_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_page_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_page_LDADD = src/libmodel.a tests/unit/libtiny.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_panel_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_panel_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_terms_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_terms_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_filter_complete_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_filter_complete_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_step_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_step_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_tasking_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_tasking_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
