/* SPDX-License-Identifier: MIT
 *
 * A screen on a real terminal device: a pseudo-terminal with a small program on it, which does what
 * single letters tell it. However it ends, the terminal must be as it was.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <utmp.h>

#include "base/buf.h"
#include "term/screen.h"

#define DEADLINE_MS 20000 /* of a machine that is very busy */
#define STATUS_STOPPED 42 /* of the shell: the job was stopped and had given the terminal back */

struct session {
	int master;
	pid_t pid;
	struct termios before;
	struct buf seen; /* what came from the terminal after the last marker */
};

/* Quit on q, end at once on e, suspend on z, ask for the size on r; anything else is shown. */
static int
obey(struct screen *s, const struct key *key)
{
	struct region r = screen_region(s);
	char text[64];

	switch (key->code) {
	case 'q':
		screen_close(s);
		return 0;
	case 'e':
		screen_restore_emergency(s);
		_exit(3);
	case 'z':
		screen_suspend(s);
		break;
	case 'r':
		screen_resized(s);
		break;
	default:
		break;
	}
	r = screen_region(s);
	snprintf(text, sizeof text, "[%u at %dx%d]", (unsigned)key->code, r.rows, r.cols);
	region_cell(region_span(r, 0, 0, r.cols), STYLE_NORMAL, false, text);
	screen_flush(s);
	return -1;
}

static int
program(void)
{
	struct error err = ERROR_INIT;
	struct screen *s;
	struct key key;
	int wait, status = -1;

	setlocale(LC_ALL, "C.UTF-8");
	if (!screen_open(&s, &(struct screen_options){ .colours = 0 }, NULL, &err))
		return 9;
	region_text(screen_region(s), 1, 0, STYLE_TITLE, "ready");
	screen_flush(s);
	while (status < 0) {
		if (screen_key(s, &key, &wait)) {
			status = obey(s, &key);
		} else if (screen_at_end(s)) {
			screen_close(s);
			status = 7;
		} else {
			struct pollfd p = { .fd = screen_fd(s), .events = POLLIN };
			poll(&p, 1, wait);
		}
	}
	return status;
}

/* A shell as far as job control goes: runs the program as a job, and again when it was stopped. */
static int
shell(const struct termios *before)
{
	struct termios now;
	int status, stopped = 0;
	pid_t job = fork();

	if (job == 0) {
		setpgid(0, 0);
		signal(SIGTTOU, SIG_IGN);
		tcsetpgrp(STDIN_FILENO, getpid());
		signal(SIGTTOU, SIG_DFL);
		_exit(program());
	}
	setpgid(job, job);
	while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
		tcgetattr(STDIN_FILENO, &now);
		stopped = memcmp(&now.c_lflag, &before->c_lflag, sizeof now.c_lflag) == 0;
		kill(-job, SIGCONT);
	}
	return stopped ? STATUS_STOPPED : WIFEXITED(status) ? WEXITSTATUS(status) : 8;
}

static void
start(struct session *s, bool job)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	int slave;

	memset(s, 0, sizeof *s);
	assert_int_equal(openpty(&s->master, &slave, NULL, NULL, &size), 0);
	/* Before the fork: the program may be quicker to change it than this side to look. */
	assert_int_equal(tcgetattr(slave, &s->before), 0);
	s->pid = fork();
	assert_true(s->pid >= 0);
	if (s->pid == 0) {
		close(s->master);
		login_tty(slave);
		setenv("TERM", "xterm-256color", 1);
		signal(SIGHUP, SIG_IGN);
		_exit(job ? shell(&s->before) : program());
	}
	close(slave);
}

static void
wait_for(struct session *s, const char *marker)
{
	char block[4096];
	const char *rest;

	while (!strstr(buf_str(&s->seen), marker)) {
		struct pollfd p = { .fd = s->master, .events = POLLIN };
		ssize_t n =
		    poll(&p, 1, DEADLINE_MS) == 1 ? read(s->master, block, sizeof block) : 0;
		if (n <= 0)
			fail_msg("\"%s\" did not come; seen: %s", marker, buf_str(&s->seen));
		buf_add(&s->seen, block, (size_t)n);
	}
	rest = strstr(buf_str(&s->seen), marker) + strlen(marker);
	memmove(s->seen.data, rest, strlen(rest) + 1);
	s->seen.len = strlen(s->seen.data);
}

static void
type(struct session *s, const char *keys)
{
	assert_int_equal(write(s->master, keys, strlen(keys)), (ssize_t)strlen(keys));
}

static int
ended(struct session *s)
{
	char block[4096];
	ssize_t n;
	int status;

	while (s->master >= 0 && (n = read(s->master, block, sizeof block)) > 0)
		buf_add(&s->seen, block, (size_t)n);
	assert_int_equal(waitpid(s->pid, &status, 0), s->pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
finish(struct session *s)
{
	if (s->master >= 0)
		close(s->master);
	buf_free(&s->seen);
}

static void
check_given_back(struct session *s)
{
	struct termios now;

	assert_int_equal(tcgetattr(s->master, &now), 0);
	assert_int_equal(now.c_lflag, s->before.c_lflag);
	assert_int_equal(now.c_iflag, s->before.c_iflag);
	assert_int_equal(now.c_oflag, s->before.c_oflag);
	assert_non_null(strstr(buf_str(&s->seen), "\033[?1049l"));
	assert_non_null(strstr(buf_str(&s->seen), "\033[?2004l"));
}

static void
it_ends_in_order(void **state)
{
	struct session s;

	(void)state;
	start(&s, false);
	wait_for(&s, "ready");
	type(&s, "\003"); /* C-c, C-z and C-s are keys */
	wait_for(&s, "[3 at 24x80]");
	type(&s, "\032");
	wait_for(&s, "[26");
	type(&s, "\023");
	wait_for(&s, "[19");
	type(&s, "q");
	assert_int_equal(ended(&s), 0);
	check_given_back(&s);
	finish(&s);
}

static void
it_ends_in_an_emergency(void **state)
{
	struct session s;

	(void)state;
	start(&s, false);
	wait_for(&s, "ready");
	type(&s, "e");
	assert_int_equal(ended(&s), 3);
	check_given_back(&s);
	finish(&s);
}

static void
the_line_is_cut(void **state)
{
	struct session s;

	(void)state;
	start(&s, false);
	wait_for(&s, "ready");
	close(s.master);
	s.master = -1;
	assert_int_equal(ended(&s), 7);
	finish(&s);
}

static void
it_follows_the_size(void **state)
{
	static const struct winsize sizes[] = { { .ws_row = 43, .ws_col = 132 },
		{ .ws_row = 5, .ws_col = 20 }, { .ws_row = 1, .ws_col = 30 } };
	struct session s;
	char marker[32];

	(void)state;
	start(&s, false);
	wait_for(&s, "ready");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		assert_int_equal(ioctl(s.master, TIOCSWINSZ, &sizes[i]), 0);
		type(&s, "r");
		snprintf(marker, sizeof marker, "at %dx%d]", sizes[i].ws_row, sizes[i].ws_col);
		wait_for(&s, marker);
	}
	type(&s, "q");
	assert_int_equal(ended(&s), 0);
	check_given_back(&s);
	finish(&s);
}

/* While it is stopped the shell has the terminal as it was; then all of the screen comes back. */
static void
it_stops_and_goes_on(void **state)
{
	struct session s;

	(void)state;
	start(&s, true);
	wait_for(&s, "ready");
	type(&s, "z");
	wait_for(&s, "\033[?1049l");
	wait_for(&s, "ready");
	type(&s, "x");
	wait_for(&s, "[120");
	type(&s, "q");
	assert_int_equal(ended(&s), STATUS_STOPPED);
	check_given_back(&s);
	finish(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_ends_in_order),
		cmocka_unit_test(it_ends_in_an_emergency),
		cmocka_unit_test(the_line_is_cut),
		cmocka_unit_test(it_follows_the_size),
		cmocka_unit_test(it_stops_and_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
