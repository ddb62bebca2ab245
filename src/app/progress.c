/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/progress.h"

#include <stdarg.h>

#include "base/buf.h"

#define PROGRESS_MAX 78 /* a line that wraps could not be written over */

void
progress_start(struct progress *p, const char *name)
{
	*p = (struct progress){ .name = name, .live = isatty(STDERR_FILENO), .width = 0 };
}

void
progress_say(struct progress *p, const char *fmt, ...)
{
	struct buf line = BUF_INIT;
	va_list ap;

	buf_addf(&line, "%s: ", p->name);
	va_start(ap, fmt);
	buf_vaddf(&line, fmt, ap);
	va_end(ap);
	if (!p->live) {
		fprintf(stderr, "%s\n", buf_str(&line));
	} else {
		if (line.len > PROGRESS_MAX)
			buf_truncate(&line, PROGRESS_MAX);
		progress_wipe(p);
		p->width = (int)line.len;
		fputs(buf_str(&line), stderr);
		fflush(stderr);
	}
	buf_free(&line);
}

void
progress_wipe(struct progress *p)
{
	if (!p->live || p->width == 0)
		return;
	fprintf(stderr, "\r%*s\r", p->width, "");
	fflush(stderr);
	p->width = 0;
}
