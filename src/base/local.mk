noinst_LIBRARIES += src/libbase.a
src_libbase_a_SOURCES = \
	%D%/alloc.c %D%/alloc.h \
	%D%/banned.h \
	%D%/buf.c %D%/buf.h \
	%D%/date.h \
	%D%/err.c %D%/err.h \
	%D%/text.h
