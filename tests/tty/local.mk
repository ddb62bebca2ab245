# The real binary in a real terminal (tmux), on the demo's world.
tty_checks = \
	%D%/ends.t \
	%D%/line.t \
	%D%/live.t \
	%D%/meeting.t \
	%D%/meeting_wide.t \
	%D%/remember.t \
	%D%/sizes.t \
	%D%/task.t \
	%D%/trouble.t
dist_check_SCRIPTS += $(tty_checks)
TESTS += $(tty_checks)
EXTRA_DIST += %D%/tty.sh
