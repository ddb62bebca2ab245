/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/export_out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/text.h"

#define EXPORT_OUT_SPILL 65536

static bool
fail(const char *path, struct error *err)
{
	const char *reason = strerror(errno);
	char *name = text_clean_dup(path != NULL ? path : "standard output", TEXT_LINE);

	error_set(err, "%s: %s", name, reason);
	free(name);
	return false;
}

bool
export_out_open(struct export_out *o, const char *path, struct error *err)
{
	struct stat st;
	const char *name = path;

	*o = (struct export_out){ .fd = STDOUT_FILENO, .path = path };
	signal(SIGPIPE, SIG_IGN); /* what was handed out is logged, even if the reader has gone */
	if (path == NULL)
		return true;
	if (stat(path, &st) != 0 || S_ISREG(st.st_mode))
		name = o->temporary = xasprintf("%s.part", path);
	o->fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (o->fd >= 0)
		return true;
	fail(name, err);
	free(o->temporary); /* not ours to remove */
	o->temporary = NULL;
	return false;
}

static bool
write_all(struct export_out *o, struct error *err)
{
	size_t at = 0;

	while (at < o->buf.len) {
		ssize_t n = write(o->fd, o->buf.data + at, o->buf.len - at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EPIPE) {
			o->closed = true;
			return false;
		}
		if (n < 0)
			return fail(o->path, err);
		at += (size_t)n;
	}
	buf_clear(&o->buf);
	return true;
}

bool
export_out_spill(struct export_out *o, struct error *err)
{
	return o->buf.len < EXPORT_OUT_SPILL || write_all(o, err);
}

bool
export_out_done(struct export_out *o, struct error *err)
{
	if (!write_all(o, err))
		return false;
	if (o->path == NULL)
		return true;
	if (o->temporary != NULL && fsync(o->fd) != 0)
		return fail(o->path, err);
	if (close(o->fd) != 0) {
		o->fd = -1;
		return fail(o->path, err);
	}
	o->fd = -1;
	if (o->temporary != NULL && rename(o->temporary, o->path) != 0)
		return fail(o->path, err);
	free(o->temporary);
	o->temporary = NULL;
	return true;
}

void
export_out_free(struct export_out *o)
{
	if (o->path != NULL && o->fd >= 0)
		close(o->fd);
	if (o->temporary != NULL)
		unlink(o->temporary);
	free(o->temporary);
	buf_free(&o->buf);
}
