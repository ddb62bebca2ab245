noinst_LIBRARIES += src/libview.a
src_libview_a_SOURCES = \
	%D%/request.h \
	%D%/services.h \
	%D%/view.h
