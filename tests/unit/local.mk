# Unit tests in plain C (cmocka, TAP). One program a file of a room; each links only its own room's
# library and those below, so that the linker holds the layers. Where growing or paging is at
# stake, the sources are built once more with tiny constants (libtiny.a): every edge comes early.

if HAVE_CMOCKA
EXTRA_DIST += %D%/cm.h
unit_base = \
	%D%/base/t-csv_file \
	%D%/base/t-csv_guard \
	%D%/base/t-date \
	%D%/base/t-near \
	%D%/base/t-text
unit_model = \
	%D%/model/t-filter \
	%D%/model/t-layout \
	%D%/model/t-page \
	%D%/model/t-terms
unit_report = \
	%D%/report/t-writer
unit_tests = $(unit_base) $(unit_model) $(unit_report)
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif

check_LIBRARIES += %D%/libtiny.a
tests_unit_libtiny_a_SOURCES = \
	src/base/alloc.c \
	src/base/buf.c \
	src/base/csv_file.c \
	src/base/text.c \
	src/base/text_cell.c
tests_unit_libtiny_a_CPPFLAGS = $(AM_CPPFLAGS) -DBUF_MIN=2 -DGROW_MIN=1 -DCSV_FILE_BLOCK=4

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
tests_unit_model_t_layout_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_layout_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_page_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_page_LDADD = src/libmodel.a tests/unit/libtiny.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_terms_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_terms_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_report_t_writer_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_report_t_writer_LDADD = src/libreport.a src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
tests_unit_model_t_filter_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_unit_model_t_filter_LDADD = src/libmodel.a src/libbase.a $(CMOCKA_LIBS)
