/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/params.h"

#include <inttypes.h>

static size_t
add(struct params *p, const char *s, size_t len)
{
	if (p->n == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 8;
		p->at = xreallocarray(p->at, p->cap, sizeof *p->at);
	}
	p->at[p->n++] = p->text.len;
	buf_add(&p->text, s, len + 1);
	return p->n;
}

size_t
params_null(struct params *p)
{
	add(p, "", 0);
	p->at[p->n - 1] = PARAMS_NULL;
	return p->n;
}

size_t
params_text(struct params *p, const char *s)
{
	return s ? add(p, s, strlen(s)) : params_null(p);
}

size_t
params_number(struct params *p, long n)
{
	char s[24];

	snprintf(s, sizeof s, "%ld", n);
	return params_text(p, s);
}

size_t
params_flag(struct params *p, bool b)
{
	return params_text(p, b ? "true" : "false");
}

size_t
params_date(struct params *p, date_days d)
{
	char s[DATE_TEXT];

	if (d == DATE_NONE)
		return params_null(p);
	date_format(d, s);
	return params_text(p, s);
}

static void
add_quoted(struct buf *b, const char *s)
{
	buf_addc(b, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_addc(b, '\\');
		buf_addc(b, *s);
	}
	buf_addc(b, '"');
}

size_t
params_array(struct params *p, const char *const *items, size_t n)
{
	struct buf b = BUF_INIT;
	size_t number;

	buf_addc(&b, '{');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(&b, ',');
		if (items[i])
			add_quoted(&b, items[i]);
		else
			buf_adds(&b, "NULL");
	}
	buf_addc(&b, '}');
	number = add(p, b.data, b.len);
	buf_free(&b);
	return number;
}

const char *
params_get(const struct params *p, size_t i)
{
	return p->at[i] == PARAMS_NULL ? NULL : p->text.data + p->at[i];
}

void
params_free(struct params *p)
{
	buf_free(&p->text);
	free(p->at);
	*p = (struct params)PARAMS_INIT;
}
