# Fuzz targets. NAME.c has LLVMFuzzerTestOneInput(); corpus/NAME/ holds inputs it must survive, one
# a file; NAME.dict, if there is one, words of its language. `make check` runs every target over its
# corpus (replay.c is main then), `make fuzz` lets libFuzzer loose on it. For a target:
#	fuzz_programs += tests/fuzz/NAME
#	tests_fuzz_NAME_SOURCES = %D%/NAME.c %D%/fuzz.h $(fuzz_main)
#	tests_fuzz_NAME_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
#	tests_fuzz_NAME_LDADD = src/libmodel.a src/libbase.a
#	tests_fuzz_NAME_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)
fuzz_programs =

if FUZZ
fuzz_main =
fuzz_ldflags = -fsanitize=fuzzer
else
fuzz_main = %D%/replay.c
fuzz_ldflags =
endif

fuzz_programs += tests/fuzz/csv_file
tests_fuzz_csv_file_SOURCES = %D%/csv_file.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_csv_file_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_csv_file_LDADD = src/libbase.a $(CSV_LIBS)
tests_fuzz_csv_file_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

fuzz_programs += tests/fuzz/charts
tests_fuzz_charts_SOURCES = %D%/charts.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_charts_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_charts_LDADD = src/libbase.a
tests_fuzz_charts_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

fuzz_programs += tests/fuzz/conf
tests_fuzz_conf_SOURCES = %D%/conf.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_conf_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_conf_LDADD = src/libconf.a src/libbase.a $(CONFIG_LIBS)
tests_fuzz_conf_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

fuzz_programs += tests/fuzz/date
tests_fuzz_date_SOURCES = %D%/date.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_date_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_date_LDADD = src/libmodel.a src/libbase.a
tests_fuzz_date_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

fuzz_programs += tests/fuzz/document
tests_fuzz_document_SOURCES = %D%/document.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_document_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_document_LDADD = src/libreport.a src/libmodel.a src/libbase.a
tests_fuzz_document_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

fuzz_programs += tests/fuzz/filter
tests_fuzz_filter_SOURCES = %D%/filter.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_filter_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_filter_LDADD = src/libmodel.a src/libbase.a
tests_fuzz_filter_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

fuzz_programs += tests/fuzz/keys
tests_fuzz_keys_SOURCES = %D%/keys.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_keys_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_keys_LDADD = src/libterm.a src/libbase.a
tests_fuzz_keys_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

fuzz_programs += tests/fuzz/text
tests_fuzz_text_SOURCES = %D%/text.c %D%/fuzz.h $(fuzz_main)
tests_fuzz_text_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_fuzz_text_LDADD = src/libbase.a
tests_fuzz_text_LDFLAGS = $(AM_LDFLAGS) $(fuzz_ldflags)

EXTRA_DIST += %D%/corpus %D%/conf.dict %D%/filter.dict

check_PROGRAMS += $(fuzz_programs)
TESTS += $(fuzz_programs)
EXTRA_DIST += %D%/run.sh %D%/replay.c %D%/fuzz.h
