# Files in and out: what import takes and refuses, what export writes.
data_checks = \
	%D%/import.t
dist_check_SCRIPTS += $(data_checks)
TESTS += $(data_checks)
EXTRA_DIST += %D%/data.sh
