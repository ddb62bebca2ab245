noinst_LIBRARIES += src/libterm.a
src_libterm_a_SOURCES = \
	%D%/key.h \
	%D%/list.h \
	%D%/screen.h \
	%D%/style.h
