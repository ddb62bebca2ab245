/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/csv_guard.h"

#include <stddef.h>
#include <string.h>

#include "base/alloc.h"

static bool
begins_formula(const char *s)
{
	static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r",
		"\xEF\xBC\x9D" /* wide = */, "\xEF\xBC\x8B" /* wide + */,
		"\xEF\xBC\x8D" /* wide - */, "\xEF\xBC\xA0" /* wide @ */ };

	for (size_t i = 0; i < ARRAY_LEN(starts); i++)
		if (strncmp(s, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

static bool
is_number(const char *s)
{
	static const char digits[] = "0123456789";
	size_t n;

	s += *s == '+' || *s == '-';
	n = strspn(s, digits);
	if (n == 0)
		return false;
	s += n;
	if (*s == '.' && (n = strspn(s + 1, digits)) > 0)
		s += 1 + n;
	return *s == '\0';
}

bool
csv_guard_needed(const char *cell)
{
	const char *s = cell + strspn(cell, "'");

	return begins_formula(s) && !(s == cell && is_number(s));
}

const char *
csv_guard_strip(const char *cell)
{
	return *cell == CSV_GUARD && csv_guard_needed(cell) ? cell + 1 : cell;
}
