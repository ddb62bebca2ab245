noinst_LIBRARIES += src/libstore.a
src_libstore_a_SOURCES = \
	%D%/cancel.c %D%/cancel.h \
	%D%/export.h \
	%D%/gate.c %D%/gate.h \
	%D%/greeting.c %D%/greeting.h \
	%D%/helper.c %D%/helper.h \
	%D%/link.c %D%/link.h %D%/link_ask.h \
	%D%/now.c %D%/now.h \
	%D%/params.c %D%/params.h \
	%D%/pq.h \
	%D%/prepared.c %D%/prepared.h \
	%D%/queue.c %D%/queue.h \
	%D%/rows.c %D%/rows.h %D%/rows_pq.h \
	%D%/run.c %D%/run.h \
	%D%/run_stream.c \
	%D%/run_wait.c %D%/run_wait.h \
	%D%/source.h \
	%D%/statement.c %D%/statement.h \
	%D%/target.c %D%/target.h %D%/target_pq.h \
	%D%/target_hosts.c
nodist_src_libstore_a_SOURCES = src/sql/query.inc
