noinst_LIBRARIES += src/libstore.a
src_libstore_a_SOURCES = \
	%D%/cancel.c %D%/cancel.h \
	%D%/dossier_read.h \
	%D%/export.c %D%/export.h \
	%D%/filter_sql.c %D%/filter_sql.h \
	%D%/gate.c %D%/gate.h \
	%D%/greeting.c %D%/greeting.h \
	%D%/helper.c %D%/helper.h \
	%D%/link.c %D%/link.h %D%/link_ask.h %D%/link_state.h \
	%D%/link_connect.c \
	%D%/link_news.c \
	%D%/link_pace.c \
	%D%/list_query.c %D%/list_query.h \
	%D%/list_sort.c %D%/list_sort.h \
	%D%/now.c %D%/now.h \
	%D%/panel_read.c %D%/panel_read.h \
	%D%/params.c %D%/params.h \
	%D%/pq.h \
	%D%/prepared.c %D%/prepared.h \
	%D%/queue.c %D%/queue.h \
	%D%/queue_entry.c %D%/queue_entry.h \
	%D%/resolve.c %D%/resolve.h \
	%D%/rows.c %D%/rows.h %D%/rows_pq.h \
	%D%/run.c %D%/run.h \
	%D%/run_stream.c \
	%D%/run_wait.c %D%/run_wait.h \
	%D%/source.c %D%/source.h %D%/source_job.h \
	%D%/source_dashboard.c \
	%D%/source_dossier.c %D%/source_past.c \
	%D%/source_figure.c \
	%D%/source_list.c \
	%D%/source_news.c \
	%D%/source_many.c \
	%D%/source_read.c \
	%D%/source_review.c \
	%D%/source_step.c \
	%D%/source_task.c \
	%D%/statement.c %D%/statement.h \
	%D%/target.c %D%/target.h %D%/target_pq.h \
	%D%/target_hosts.c \
	%D%/terms_read.c %D%/terms_read.h \
	%D%/words.c %D%/words.h
nodist_src_libstore_a_SOURCES = src/sql/query.inc
