noinst_LIBRARIES += src/libreport.a
src_libreport_a_SOURCES = \
	%D%/writer.c %D%/writer.h \
	%D%/writer_csv.c \
	%D%/writer_json.c \
	%D%/writer_kind.h \
	%D%/writer_table.c
