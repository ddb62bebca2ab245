/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/store/proxy.h"

#include "tests/unit/cm.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "base/alloc.h"
#include "store/now.h"

#define PROXY_LINES 16
#define PROXY_BLOCK 65536

/* Bytes on their way, with the time they are due. */
struct parcel {
	struct parcel *next;
	int64_t due;
	size_t len;
	char data[];
};

struct line {
	int fd[2];		   /* client, server */
	struct parcel *transit[2]; /* towards server, towards client */
	bool mute;
};

static void
address(struct sockaddr_un *to, const char *dir)
{
	*to = (struct sockaddr_un){ .sun_family = AF_UNIX };
	snprintf(to->sun_path, sizeof to->sun_path, "%s/.s.PGSQL.5432", dir);
}

static void
hang_up(struct line *line)
{
	for (int side = 0; side < 2; side++) {
		close(line->fd[side]);
		while (line->transit[side]) {
			struct parcel *p = line->transit[side];

			line->transit[side] = p->next;
			free(p);
		}
	}
	line->fd[0] = -1;
}

static void
accept_line(int listener, struct line *lines)
{
	struct sockaddr_un to;

	for (int i = 0; i < PROXY_LINES; i++) {
		struct line *line = &lines[i];

		if (line->fd[0] >= 0)
			continue;
		*line = (struct line){ .fd = { accept(listener, NULL, NULL),
					   socket(AF_UNIX, SOCK_STREAM, 0) } };
		address(&to, getenv("PGHOST"));
		if (connect(line->fd[1], (struct sockaddr *)&to, sizeof to) != 0)
			hang_up(line);
		return;
	}
}

static void
post(struct line *line, int side, const char *data, size_t len, int ms)
{
	struct parcel *p = xmalloc(sizeof *p + len), **at = &line->transit[side];

	p->next = NULL;
	p->due = now_us() + (int64_t)ms * NOW_MS;
	p->len = len;
	memcpy(p->data, data, len);
	while (*at)
		at = &(*at)->next;
	*at = p;
}

/* Read from one side; false when it hung up. */
static bool
take(struct line *line, int side, int ms, const char *word)
{
	static char block[PROXY_BLOCK];
	const ssize_t n = read(line->fd[side], block, sizeof block);

	if (n <= 0)
		return false;
	if (side == 1 && line->mute)
		return false;
	post(line, side, block, (size_t)n, ms);
	if (side == 0 && word && memmem(block, (size_t)n, word, strlen(word)))
		line->mute = true;
	return true;
}

static void
deliver(struct line *line)
{
	for (int side = 0; side < 2; side++) {
		while (line->transit[side] && line->transit[side]->due <= now_us()) {
			struct parcel *p = line->transit[side];

			line->transit[side] = p->next;
			if (write(line->fd[!side], p->data, p->len) < 0)
				line->mute = true;
			free(p);
		}
	}
}

static void
serve(int listener, enum proxy_kind kind, int ms, const char *word)
{
	struct line lines[PROXY_LINES];
	struct pollfd fds[1 + 2 * PROXY_LINES];

	for (int i = 0; i < PROXY_LINES; i++)
		lines[i] = (struct line){ .fd = { -1, -1 } };
	for (;;) {
		fds[0] = (struct pollfd){ .fd = listener, .events = POLLIN };
		for (int i = 0; i < 2 * PROXY_LINES; i++)
			fds[1 + i] =
			    (struct pollfd){ .fd = lines[i / 2].fd[0] < 0 ? -1
									  : lines[i / 2].fd[i % 2],
				    .events = POLLIN };
		if (poll(fds, ARRAY_LEN(fds), kind == PROXY_SLOW ? 5 : -1) < 0 && errno != EINTR)
			return;
		for (int i = 0; i < 2 * PROXY_LINES; i++)
			if (lines[i / 2].fd[0] >= 0 && fds[1 + i].revents &&
			    !take(&lines[i / 2], i % 2, ms, word))
				hang_up(&lines[i / 2]);
		for (int i = 0; i < PROXY_LINES; i++)
			if (lines[i].fd[0] >= 0)
				deliver(&lines[i]);
		if (fds[0].revents)
			accept_line(listener, lines);
	}
}

void
proxy_start(struct proxy *p, enum proxy_kind kind, int ms, const char *word)
{
	struct sockaddr_un to;
	const int listener = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(p->dir, sizeof p->dir, "/tmp/gridline-test.XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	address(&to, p->dir);
	assert_int_equal(bind(listener, (struct sockaddr *)&to, sizeof to), 0);
	assert_int_equal(listen(listener, PROXY_LINES), 0);
	p->pid = fork();
	assert_true(p->pid >= 0);
	if (p->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		signal(SIGPIPE, SIG_IGN);
		serve(listener, kind, ms, word);
		_exit(0);
	}
	close(listener);
}

void
proxy_stop(struct proxy *p)
{
	struct sockaddr_un to;

	kill(p->pid, SIGKILL);
	waitpid(p->pid, NULL, 0);
	address(&to, p->dir);
	unlink(to.sun_path);
	rmdir(p->dir);
}
