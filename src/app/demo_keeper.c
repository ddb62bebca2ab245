/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "app/demo_server.h"

#define KEEPER_LINE (STDERR_FILENO + 1) /* the keeper's end, in the keeper */
#define KEEPER_TICK_MS 10
#define KEEPER_START_MS 300000	  /* a kept cluster may have to recover first */
#define KEEPER_STOP_MS 8000	  /* of a server that is thrown away */
#define KEEPER_KEEP_STOP_MS 60000 /* of one that has to write its last checkpoint */

/* What the keeper tells, one packet each: a letter, then text. */
enum keeper_word {
	KEEPER_DOING = 'd',  /* text: what is being done */
	KEEPER_FAILED = 'f', /* text, newline, hint */
	KEEPER_READY = 'r',  /* "1" or "0" for fresh, then the folder of the socket */
};

struct packet {
	char text[1024];
};

static void tell(int line, enum keeper_word word, const char *fmt, ...) ATTR_PRINTF(3, 4);

static void
tell(int line, enum keeper_word word, const char *fmt, ...)
{
	struct packet packet;
	va_list ap;
	int n;

	packet.text[0] = (char)word;
	va_start(ap, fmt);
	n = vsnprintf(packet.text + 1, sizeof packet.text - 1, fmt, ap);
	va_end(ap);
	if (n > (int)sizeof packet.text - 2)
		n = (int)sizeof packet.text - 2;
	/* Nobody there any more: the next look at the line says so. */
	(void)!send(line, packet.text, (size_t)n + 1, MSG_NOSIGNAL);
}

/* Has the demo let go? Waits up to ms for it. */
static bool
line_is_cut(int line, int ms)
{
	struct pollfd fd = { .fd = line, .events = 0, .revents = 0 };

	return poll(&fd, 1, ms) > 0 && (fd.revents & (POLLHUP | POLLERR | POLLNVAL));
}

/* Wait for a step to end; false if it failed or the demo let go (it is stopped then). */
static bool
finish_step(int line, pid_t pid, bool *cut)
{
	int status;

	*cut = false;
	while (waitpid(pid, &status, WNOHANG) == 0) {
		if (!line_is_cut(line, KEEPER_TICK_MS))
			continue;
		*cut = true;
		kill(-pid, SIGKILL);
		waitpid(pid, &status, 0);
		return false;
	}
	return status == 0;
}

/* Wait until the server is ready. It may end instead: pid is then 0. */
static bool
await_ready(int line, const struct place *p, pid_t *pid, bool *cut)
{
	int waited;

	*cut = false;
	for (waited = 0; waited < KEEPER_START_MS; waited += KEEPER_TICK_MS) {
		if (waitpid(*pid, NULL, WNOHANG) == *pid) {
			*pid = 0;
			return false;
		}
		if (server_ready(p, *pid))
			return true;
		*cut = line_is_cut(line, KEEPER_TICK_MS);
		if (*cut)
			return false;
	}
	return false;
}

static void
stop_server(const struct place *p, pid_t pid)
{
	int waited, limit = p->keep ? KEEPER_KEEP_STOP_MS : KEEPER_STOP_MS;

	server_stop(p, pid);
	for (waited = 0; waitpid(pid, NULL, WNOHANG) == 0; waited += KEEPER_TICK_MS) {
		if (waited == limit)
			kill(pid, SIGQUIT);
		if (waited >= 2 * limit)
			kill(-pid, SIGKILL);
		usleep(KEEPER_TICK_MS * 1000);
	}
}

/* Make and start the server; 0 if that failed, which was told, or was given up. */
static pid_t
raise_server(int line, struct place *p, struct error *err)
{
	bool cut = false;
	pid_t pid;

	if (!place_make(p, err))
		return 0;
	if (p->fresh) {
		tell(line, KEEPER_DOING, "making a private PostgreSQL server");
		pid = server_initdb(p);
		if (pid < 0 || !finish_step(line, pid, &cut)) {
			server_error(p, "initdb", err);
			return 0;
		}
	}
	tell(line, KEEPER_DOING, "starting the server");
	pid = server_start(p);
	if (pid < 0)
		pid = 0;
	else if (await_ready(line, p, &pid, &cut))
		return pid;
	if (pid > 0)
		stop_server(p, pid);
	server_error(p, "The server", err);
	return 0;
}

/* Hold on to nothing of the caller's: no terminal, no signals, no pipes. Returns the line. */
static int
leave_caller(int line)
{
	int null = open("/dev/null", O_RDWR);

	setsid();
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	if (line != KEEPER_LINE)
		dup3(line, KEEPER_LINE, O_CLOEXEC);
	close_range(KEEPER_LINE + 1, ~0U, 0);
	return chdir("/") == 0 ? KEEPER_LINE : -1;
}

/* The keeper's whole life; returns its exit status. */
static int
keep(int line, struct place *p)
{
	struct error err = ERROR_INIT;
	pid_t server = raise_server(line, p, &err);
	bool gone;

	if (server > 0) {
		tell(line, KEEPER_READY, "%d%s", p->fresh, p->temporary);
		while (!line_is_cut(line, -1))
			continue;
		stop_server(p, server);
	}
	gone = place_remove(p);
	if (server == 0)
		tell(line, KEEPER_FAILED, "%s\n%s", err.text, err.hint);
	return gone ? 0 : 1;
}

/* One packet from the keeper; true when the server is ready, *over when no more will come. */
static bool
hear(struct keeper *k, struct packet *packet, bool *over, struct error *err)
{
	ssize_t n;
	char *hint;

	do
		n = recv(k->line, packet->text, sizeof packet->text - 1, 0);
	while (n < 0 && errno == EINTR);
	*over = true;
	if (n <= 0)
		return error_set(err, "The server's keeper ended without a word");
	packet->text[n] = '\0';
	switch ((enum keeper_word)packet->text[0]) {
	case KEEPER_DOING:
		*over = false;
		return false;
	case KEEPER_READY:
		k->fresh = packet->text[1] == '1';
		snprintf(k->socket, sizeof k->socket, "%.95s", packet->text + 2);
		return true;
	case KEEPER_FAILED:
		break;
	}
	hint = strchr(packet->text, '\n');
	if (hint)
		*hint++ = '\0';
	error_set(err, "%s", packet->text + 1);
	return hint && hint[0] ? error_hint(err, "%s", hint) : false;
}

bool
keeper_begin(struct keeper *k, const struct place *p, void (*told)(void *arg, const char *what),
    void *arg, struct error *err)
{
	struct packet packet;
	struct place place = *p;
	bool over = false, ready = false;
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
		return error_set(err, "No socket pair: %s", strerror(errno));
	k->pid = fork();
	if (k->pid == 0) {
		close(ends[0]);
		_exit(keep(leave_caller(ends[1]), &place));
	}
	close(ends[1]);
	k->line = ends[0];
	if (k->pid < 0) {
		close(k->line);
		return error_set(err, "No process for the server: %s", strerror(errno));
	}
	while (!over) {
		ready = hear(k, &packet, &over, err);
		if (!over)
			told(arg, packet.text + 1);
	}
	if (!ready)
		keeper_end(k);
	return ready;
}

bool
keeper_end(struct keeper *k)
{
	int status = 1;

	close(k->line);
	while (waitpid(k->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	return status == 0;
}
