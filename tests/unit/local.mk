# Unit tests in plain C (cmocka, TAP). One program a file of a room; each links only its own room's
# library and those below, so that the linker holds the layers. Where growing or paging is at
# stake, the sources are built once more with tiny constants (libtiny.a): every edge comes early.

EXTRA_DIST += %D%/cm.h
check_LIBRARIES += %D%/libtiny.a
tests_unit_libtiny_a_SOURCES = \
	src/base/alloc.c \
	src/base/buf.c \
	src/base/csv_file.c \
	src/base/text.c \
	src/base/text_cell.c
tests_unit_libtiny_a_CPPFLAGS = $(AM_CPPFLAGS) -DBUF_MIN=2 -DGROW_MIN=1 -DCSV_FILE_BLOCK=4

include $(top_srcdir)/tests/unit/app/local.mk
include $(top_srcdir)/tests/unit/base/local.mk
include $(top_srcdir)/tests/unit/conf/local.mk
include $(top_srcdir)/tests/unit/model/local.mk
include $(top_srcdir)/tests/unit/report/local.mk
