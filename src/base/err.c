/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/err.h"

#include <stdarg.h>

/* Cut what snprintf cut in the middle of a character, and say that something is missing. */
static void
mark_cut(char *s, size_t size, int wanted)
{
	static const char dots[] = "...";
	size_t end;

	if (wanted < 0 || (size_t)wanted < size)
		return;
	end = size - sizeof dots;
	while (end > 0 && ((unsigned char)s[end] & 0xC0) == 0x80)
		end--;
	memcpy(s + end, dots, sizeof dots);
}

static void fill(char *s, size_t size, const char *fmt, va_list ap) ATTR_PRINTF(3, 0);

static void
fill(char *s, size_t size, const char *fmt, va_list ap)
{
	mark_cut(s, size, vsnprintf(s, size, fmt, ap));
}

bool
error_set(struct error *err, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	error_clear(err);
	va_start(ap, fmt);
	fill(err->text, sizeof err->text, fmt, ap);
	va_end(ap);
	return false;
}

bool
error_hint(struct error *err, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	va_start(ap, fmt);
	fill(err->hint, sizeof err->hint, fmt, ap);
	va_end(ap);
	return false;
}

bool
error_detail(struct error *err, const char *fmt, ...)
{
	va_list ap;

	if (!err)
		return false;
	va_start(ap, fmt);
	fill(err->detail, sizeof err->detail, fmt, ap);
	va_end(ap);
	return false;
}

void
error_prefix(struct error *err, const char *fmt, ...)
{
	char front[sizeof err->text];
	char old[sizeof err->text];
	va_list ap;

	if (!err)
		return;
	va_start(ap, fmt);
	fill(front, sizeof front, fmt, ap);
	va_end(ap);
	memcpy(old, err->text, sizeof old);
	mark_cut(err->text, sizeof err->text,
	    snprintf(err->text, sizeof err->text, "%.255s%.255s", front, old));
}

void
error_clear(struct error *err)
{
	if (err)
		*err = (struct error)ERROR_INIT;
}

bool
error_is_set(const struct error *err)
{
	return err && err->text[0] != '\0';
}

int
error_stem(const struct error *err)
{
	size_t len = strlen(err->text);

	return (int)(len - (len > 0 && err->text[len - 1] == '.'));
}
