LOG_DRIVER = env AM_TAP_AWK='$(AWK)' CMOCKA_MESSAGE_OUTPUT=TAP $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
T_LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
T_LOG_COMPILER = $(SHELL)
TEST_EXTENSIONS = .t
AM_TESTS_ENVIRONMENT = top_srcdir='$(abs_top_srcdir)'; top_builddir='$(abs_top_builddir)'; \
	LC_ALL=C.UTF-8; TZ=UTC; CC='$(CC)'; PQ_CFLAGS='$(PQ_CFLAGS)'; GRIDLINE_CHECK_PID=$$PPID; \
	export top_srcdir top_builddir LC_ALL TZ CC PQ_CFLAGS GRIDLINE_CHECK_PID;

EXTRA_DIST += %D%/README.md %D%/lib/tap.sh %D%/lib/cluster.sh
include $(top_srcdir)/tests/check/local.mk
include $(top_srcdir)/tests/unit/local.mk
include $(top_srcdir)/tests/unit/term/local.mk
include $(top_srcdir)/tests/unit/view/local.mk
include $(top_srcdir)/tests/store/local.mk
include $(top_srcdir)/tests/cli/import.mk
include $(top_srcdir)/tests/sql/local.mk
include $(top_srcdir)/tests/fuzz/local.mk
include $(top_srcdir)/tests/cli/local.mk
include $(top_srcdir)/tests/bench/local.mk
include $(top_srcdir)/tests/screen/local.mk
include $(top_srcdir)/tests/tty/local.mk
include $(top_srcdir)/tests/targets.mk
