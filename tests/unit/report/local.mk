if HAVE_CMOCKA
unit_report = \
	%D%/t-doc \
	%D%/t-writer
check_PROGRAMS += $(unit_report)
TESTS += $(unit_report)
endif

tests_unit_report_t_writer_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_report_t_writer_LDADD = src/libreport.a src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_report_t_doc_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_report_t_doc_LDADD = src/libreport.a src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
