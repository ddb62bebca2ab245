noinst_LIBRARIES += src/libstore.a
src_libstore_a_SOURCES = \
	%D%/export.h \
	%D%/link.h \
	%D%/params.h \
	%D%/pq.h \
	%D%/rows.h \
	%D%/run.h \
	%D%/source.h \
	%D%/target.h
