/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "report/json_quote.h"

void
json_quote(struct buf *out, const char *clean)
{
	buf_addc(out, '"');
	for (const char *s = clean; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_addc(out, '\\');
		if (*s == '\n' || *s == '\t')
			buf_adds(out, *s == '\n' ? "\\n" : "\\t");
		else
			buf_addc(out, *s);
	}
	buf_addc(out, '"');
}
