/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>

#include "base/text.h"

enum { FD_TERMINAL, FD_SIGNALS, FD_LINK, FD_COUNT };

int
loop_signals(struct error *err)
{
	static const int taken[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT };
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigset_t set;
	size_t i;
	int fd;

	sigemptyset(&set);
	for (i = 0; i < ARRAY_LEN(taken); i++)
		sigaddset(&set, taken[i]);
	sigaction(SIGPIPE, &ignore, NULL);
	sigprocmask(SIG_BLOCK, &set, NULL);
	fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	if (fd < 0)
		error_set(err, "signals: %s", strerror(errno));
	return fd;
}

/* What a signal asks for; true if it ends the loop. */
static bool
on_signal(struct loop *l, unsigned number, enum loop_end *end)
{
	if (number == SIGTERM || number == SIGQUIT) {
		*end = LOOP_ENDED;
		return true;
	}
	if (number == SIGHUP) {
		*end = LOOP_GONE;
		return true;
	}
	if (number == SIGWINCH)
		screen_resized(l->screen);
	else if (number == SIGINT)
		console_interrupt(l->console);
	else if (number == SIGTSTP && !l->captive)
		screen_suspend(l->screen);
	else if (number == SIGCONT)
		screen_redraw(l->screen);
	return false;
}

/* A burst of resizes is read here as a whole and drawn once. */
static bool
read_signals(struct loop *l, enum loop_end *end)
{
	struct signalfd_siginfo info;

	while (read(l->signals, &info, sizeof info) == (ssize_t)sizeof info)
		if (on_signal(l, info.ssi_signo, end))
			return true;
	return false;
}

/* All keys that have come; ms until the rest of an Esc sequence must have come, -1: none begun. */
static int
read_keys(struct loop *l)
{
	struct key key;
	int wait_ms = -1;

	while (!console_done(l->console) && screen_key(l->screen, &key, &wait_ms)) {
		console_key(l->console, &key);
		if (console_suspend(l->console))
			screen_suspend(l->screen);
	}
	return wait_ms;
}

static int
sooner(int a, int b)
{
	return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

static void
step_link(struct loop *l, short revents)
{
	link_step(l->link, revents);
	console_source(l->console);
}

enum loop_end
loop_run(struct loop *l)
{
	struct pollfd fds[FD_COUNT] = { [FD_TERMINAL] = { .fd = screen_fd(l->screen),
					    .events = POLLIN },
		[FD_SIGNALS] = { .fd = l->signals, .events = POLLIN } };
	enum loop_end end = LOOP_LEFT;
	int timeout, link_ms, n;

	step_link(l, 0);
	for (;;) {
		timeout = read_keys(l);
		if (console_done(l->console))
			return LOOP_LEFT;
		if (screen_at_end(l->screen))
			return LOOP_GONE;
		if (l->script && console_settled(l->console) &&
		    script_step(l->script, l->console, l->screen))
			timeout = 0;
		timeout = sooner(timeout, console_timers(l->console));
		console_draw(l->console);
		link_ms = link_timeout_ms(l->link);
		fds[FD_LINK].fd = link_fd(l->link);
		fds[FD_LINK].events = link_events(l->link);
		n = poll(fds, FD_COUNT, sooner(timeout, link_ms));
		if (n < 0 && errno != EINTR)
			return LOOP_GONE;
		if (n <= 0)
			fds[FD_TERMINAL].revents = fds[FD_SIGNALS].revents = fds[FD_LINK].revents =
			    0;
		if (fds[FD_SIGNALS].revents && read_signals(l, &end))
			return end;
		if (fds[FD_TERMINAL].revents & (POLLHUP | POLLERR | POLLNVAL) &&
		    !(fds[FD_TERMINAL].revents & POLLIN))
			return LOOP_GONE;
		step_link(l, fds[FD_LINK].revents);
	}
}
