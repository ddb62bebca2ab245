# Files in and out: what import takes and refuses, what export writes.
data_checks = \
	%D%/audit.t \
	%D%/export.t \
	%D%/import.t \
	%D%/import_events.t \
	%D%/import_outcomes.t \
	%D%/import_refuse.t \
	%D%/import_returns.t \
	%D%/import_rights.t \
	%D%/import_taskings.t \
	%D%/report.t \
	%D%/report_panel.t \
	%D%/report_pdf.t \
	%D%/review.t \
	%D%/task.t
dist_check_SCRIPTS += $(data_checks)
TESTS += $(data_checks)
EXTRA_DIST += %D%/data.sh
