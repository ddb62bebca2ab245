/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/place_filter.h"

#include <ctype.h>
#include <string.h>

static bool
is_capital(const char *s)
{
	size_t n = 0;

	while (isupper((unsigned char)s[n]))
		n++;
	return n >= 2 && n <= 4 && s[n] == '\0' && strcmp(s, "BTP") != 0;
}

void
place_filter(struct buf *out, const struct terms *terms, const char *place)
{
	const bool unit =
	    terms ? terms_find(terms, VOCABULARY_NPU, place) != NULL : is_capital(place);

	buf_addf(out, "%s:\"%s\"", unit ? "npu" : "force", place);
}
