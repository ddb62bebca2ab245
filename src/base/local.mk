noinst_LIBRARIES += src/libbase.a
src_libbase_a_SOURCES = \
	%D%/alloc.c %D%/alloc.h \
	%D%/banned.h \
	%D%/buf.c %D%/buf.h \
	%D%/chart.h %D%/chart_bar.c %D%/chart_dots.c %D%/chart_line.c %D%/chart_matrix.c \
	%D%/chart_scale.c %D%/chart_stack.c %D%/chart_tiles.c \
	%D%/csv_file.c %D%/csv_file.h \
	%D%/csv_guard.c %D%/csv_guard.h \
	%D%/date.c %D%/date.h \
	%D%/err.c %D%/err.h \
	%D%/near.c %D%/near.h \
	%D%/plate.c %D%/plate.h \
	%D%/text.c %D%/text.h %D%/text_cell.c %D%/text_table.h \
	%D%/uuid.c %D%/uuid.h
EXTRA_DIST += %D%/text_table.py
