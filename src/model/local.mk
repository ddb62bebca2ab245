noinst_LIBRARIES += src/libmodel.a
src_libmodel_a_SOURCES = \
	%D%/card.h \
	%D%/column.h \
	%D%/filter.h \
	%D%/layout.h \
	%D%/page.h \
	%D%/session.h \
	%D%/source.h \
	%D%/summary.h \
	%D%/terms.h
