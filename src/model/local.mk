noinst_LIBRARIES += src/libmodel.a
src_libmodel_a_SOURCES = \
	%D%/card.c %D%/card.h \
	%D%/column.c %D%/column.h \
	%D%/doc.c %D%/doc.h \
	%D%/doc_picture.c \
	%D%/dossier.c %D%/dossier.h \
	%D%/figure.c %D%/figure.h \
	%D%/filter.c %D%/filter.h \
	%D%/filter_complete.c \
	%D%/filter_field.c %D%/filter_field.h \
	%D%/filter_node.c %D%/filter_node.h \
	%D%/filter_parse.c \
	%D%/filter_scan.c %D%/filter_scan.h \
	%D%/filter_term.c %D%/filter_term.h \
	%D%/filter_text.c \
	%D%/filter_value.c \
	%D%/layout.c %D%/layout.h \
	%D%/news.c %D%/news.h \
	%D%/page.c %D%/page.h \
	%D%/panel.c %D%/panel.h \
	%D%/panel_chart.c %D%/panel_chart.h \
	%D%/saved_view.c \
	%D%/review.c %D%/review.h \
	%D%/scale.c %D%/scale.h \
	%D%/session.h \
	%D%/source.h \
	%D%/standing.c %D%/standing.h \
	%D%/step.c %D%/step.h \
	%D%/summary.h \
	%D%/tasking.c %D%/tasking.h \
	%D%/terms.c %D%/terms.h \
	%D%/past.c %D%/past.h \
	%D%/waiting.c %D%/waiting.h
