# What only gridline demo runs, by name (see src/app/demo_world.c), in the form of install.inc.
src/sql/demo.inc: sql-always
	$(AM_V_at)$(MKDIR_P) src/sql && out=`pwd`/$@.tmp && cd $(abs_srcdir)/sql && \
	  ls demo/*.sql | LC_ALL=C sort | xargs $(AWK) -f $(abs_srcdir)/sql/install2c.awk > $$out
	$(AM_V_at)$(sql_newer)

BUILT_SOURCES += src/sql/demo.inc
CLEANFILES += src/sql/demo.inc
EXTRA_DIST += \
	%D%/analyze.sql \
	%D%/chapter.sql \
	%D%/clock.sql \
	%D%/ends.sql \
	%D%/events.sql \
	%D%/intel.sql \
	%D%/links.sql \
	%D%/login.sql \
	%D%/outcomes.sql \
	%D%/people.sql \
	%D%/plan.sql \
	%D%/returns.sql \
	%D%/review_due.sql \
	%D%/reviews.sql \
	%D%/rows_begin.sql \
	%D%/rows_end.sql \
	%D%/socex.sql \
	%D%/story.sql \
	%D%/tasks.sql \
	%D%/told.sql \
	%D%/turn.sql \
	%D%/words.sql
