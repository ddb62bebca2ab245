include $(top_srcdir)/src/base/local.mk
include $(top_srcdir)/src/conf/local.mk
include $(top_srcdir)/src/model/local.mk
include $(top_srcdir)/src/store/local.mk
include $(top_srcdir)/src/term/local.mk
include $(top_srcdir)/src/view/local.mk
include $(top_srcdir)/src/report/local.mk
include $(top_srcdir)/src/app/local.mk

EXTRA_DIST += src/README.md
