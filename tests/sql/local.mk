# The database, held by pgTAP (.sql, as the superuser of the test cluster) and through raw psql as the
# logins themselves (.t).
TEST_EXTENSIONS += .sql
SQL_LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SQL_LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/sql/run.sh

dist_sql_tests = \
	%D%/structure.sql %D%/task.sql %D%/clash.sql %D%/task_rules.sql \
	%D%/live.sql \
	%D%/visibility.sql \
	%D%/week.sql %D%/summer_time.sql %D%/past.sql \
	%D%/rank.sql \
	%D%/turn.sql \
	%D%/history.sql \
	%D%/score.sql \
	%D%/keep.sql \
	%D%/search.sql \
	%D%/card.sql \
	%D%/audit.sql \
	%D%/step.sql \
	%D%/fields.sql \
	%D%/doors.sql \
	%D%/identify.sql \
	%D%/deconflict.sql \
	%D%/close.sql \
	%D%/assess.sql \
	%D%/outcomes.sql \
	%D%/events.sql \
	%D%/figures.sql %D%/tally.sql \
	%D%/frozen.sql \
	%D%/hidden.sql \
	%D%/dashboard.sql \
	%D%/dossier.sql \
	%D%/review.sql \
	%D%/seen.sql \
	%D%/rights.t \
	%D%/attack.t \
	%D%/notify.t \
	%D%/freeze.t \
	%D%/race.t \
	%D%/twice.t \
	%D%/cluster.t \
	%D%/upgrade.t
TESTS += $(dist_sql_tests)
EXTRA_DIST += $(dist_sql_tests) %D%/run.sh %D%/world.sh %D%/world.sql %D%/version1.sql %D%/rights2.sql %D%/rights3.sql %D%/every.sql
