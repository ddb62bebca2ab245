noinst_LIBRARIES += src/libreport.a
src_libreport_a_SOURCES = \
	%D%/doc_fit.c \
	%D%/doc_groff.c \
	%D%/doc_groff_bars.c \
	%D%/doc_groff_chart.c \
	%D%/doc_groff_matrix.c \
	%D%/doc_groff_table.c \
	%D%/doc_json.c \
	%D%/doc_kind.h \
	%D%/doc_text.c \
	%D%/doc_text_chart.c \
	%D%/doc_text_picture.c \
	%D%/doc_text_table.c \
	%D%/doc_writer.c %D%/doc_writer.h \
	%D%/groff_accents.c \
	%D%/groff_letters.c \
	%D%/groff_page.c \
	%D%/groff_pic.c %D%/groff_pic.h \
	%D%/groff_text.c %D%/groff_text.h \
	%D%/groff_width.c \
	%D%/json_quote.c %D%/json_quote.h \
	%D%/writer.c %D%/writer.h \
	%D%/writer_csv.c \
	%D%/writer_json.c \
	%D%/writer_kind.h \
	%D%/writer_table.c
