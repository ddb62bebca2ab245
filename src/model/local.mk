noinst_LIBRARIES += src/libmodel.a
src_libmodel_a_SOURCES = \
	%D%/card.c %D%/card.h \
	%D%/column.c %D%/column.h \
	%D%/filter.h \
	%D%/layout.c %D%/layout.h \
	%D%/page.c %D%/page.h \
	%D%/saved_view.c \
	%D%/session.h \
	%D%/source.h \
	%D%/summary.h \
	%D%/terms.c %D%/terms.h
