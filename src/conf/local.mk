noinst_LIBRARIES += src/libconf.a
src_libconf_a_SOURCES = \
	%D%/conf.c %D%/conf.h \
	%D%/conf_parts.c \
	%D%/file.c %D%/file.h \
	%D%/paths.c %D%/paths.h \
	%D%/reader.h \
	%D%/setting.c %D%/setting.h \
	%D%/state.c %D%/state.h \
	%D%/state_file.c
