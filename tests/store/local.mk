# The store against a real server. Each program starts itself again under with.sh, which makes the
# database it talks to.
if HAVE_CMOCKA
check_LIBRARIES += %D%/libtest.a
tests_store_libtest_a_SOURCES = %D%/proxy.c %D%/proxy.h %D%/store.c %D%/store.h %D%/world.c %D%/world.h
tests_store_libtest_a_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
store_ldadd = tests/store/libtest.a src/libstore.a src/libmodel.a src/libbase.a $(CMOCKA_LIBS) $(PQ_LIBS)
store_tests = \
	%D%/t-export \
	%D%/t-fault \
	%D%/t-filter \
	%D%/t-link \
	%D%/t-list \
	%D%/t-news \
	%D%/t-plan \
	%D%/t-run \
	%D%/t-source
check_PROGRAMS += $(store_tests)
TESTS += $(store_tests)
endif
EXTRA_DIST += %D%/with.sh %D%/toy.sql %D%/grid.sql

tests_store_t_link_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_link_LDADD = $(store_ldadd)
tests_store_t_fault_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_fault_LDADD = $(store_ldadd)
tests_store_t_source_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_source_LDADD = $(store_ldadd)
tests_store_t_run_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_run_LDADD = $(store_ldadd)
tests_store_t_plan_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_plan_LDADD = $(store_ldadd)
tests_store_t_export_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_export_LDADD = $(store_ldadd)
tests_store_t_filter_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_filter_LDADD = $(store_ldadd)
tests_store_t_list_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_list_LDADD = $(store_ldadd)
tests_store_t_news_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
tests_store_t_news_LDADD = $(store_ldadd)
