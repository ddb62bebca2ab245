# Commands of the real binary, from outside: exit status, messages, what they leave behind.
cli_checks = \
	%D%/bootstrap.t \
	%D%/crash.t \
	%D%/demo_console.t \
	%D%/demo_end.t \
	%D%/demo_exec.t \
	%D%/demo_keep.t \
	%D%/demo_rows.t \
	%D%/demo_stage.t \
	%D%/demo_tasks.t \
	%D%/demo_user.t \
	%D%/demo_world.t \
	%D%/figures.t \
	%D%/figures_report.t \
	%D%/init.t \
	%D%/upgrade.t
dist_check_SCRIPTS += $(cli_checks)
TESTS += $(cli_checks)
EXTRA_DIST += %D%/demo.sh %D%/figures_touch.sql %D%/paper-figures.csv
