# Source checks: quick, no server, no build beyond the libraries.
check_checks = \
	%D%/banned.t \
	%D%/data.t \
	%D%/format.t \
	%D%/layers.t \
	%D%/lists.t \
	%D%/man.t \
	%D%/shell.t \
	%D%/size.t \
	%D%/sqlfile.t \
	%D%/words.t
dist_check_SCRIPTS += $(check_checks)
TESTS += $(check_checks)
EXTRA_DIST += %D%/size.awk %D%/sqlfile.awk
