/* SPDX-License-Identifier: MIT
 *
 * Measuring, cutting and degrading clean text, in terminal cells.
 */
#include "config.h"

#include "base/text.h"

#define SHOWN_CELLS 40

static int
class_cells(uint32_t cp)
{
	switch (text_class(cp)) {
	case TEXT_WIDE:
		return 2;
	case TEXT_MARK:
	case TEXT_SHOWN:
		return 0;
	case TEXT_PLAIN:
		break;
	}
	return 1;
}

size_t
text_fit(const char *s, size_t len, int cells, int *used)
{
	size_t at = 0;
	int sum = 0;

	while (at < len) {
		uint32_t cp;
		size_t took = text_decode(s + at, len - at, &cp);
		int width = class_cells(cp);

		if (width > cells - sum)
			break;
		sum += width;
		at += took;
	}
	if (used)
		*used = sum;
	return at;
}

int
text_width(const char *s, size_t len)
{
	int sum = 0;

	for (size_t at = 0; at < len;) {
		uint32_t cp;

		at += text_decode(s + at, len - at, &cp);
		sum += class_cells(cp);
	}
	return sum;
}

void
text_cell(struct buf *out, const char *s, int cells, bool right, const char *ellipsis)
{
	size_t len = strlen(s), take;
	int used, blanks;

	if (cells <= 0)
		return;
	take = text_fit(s, len, cells, &used);
	if (take < len && *ellipsis) {
		take = text_fit(s, len, cells - 1, &used);
		used++;
	} else {
		ellipsis = "";
	}
	blanks = cells - used;
	if (right)
		buf_pad(out, ' ', (size_t)blanks);
	buf_add(out, s, take);
	buf_adds(out, ellipsis);
	if (!right)
		buf_pad(out, ' ', (size_t)blanks);
}

const char *
text_shown(const char *s, char out[TEXT_SHOWN_SIZE])
{
	char *clean = text_clean_dup(s, TEXT_LINE);
	size_t len = strlen(clean), take;
	int cells = SHOWN_CELLS;

	do {
		take = text_fit(clean, len, cells--, NULL);
	} while (take > TEXT_SHOWN_SIZE - sizeof "'...'");
	out[0] = '\'';
	memcpy(out + 1, clean, take);
	memcpy(out + 1 + take, "...'", sizeof "...'");
	if (take == len)
		memcpy(out + 1 + take, "'", sizeof "'");
	free(clean);
	return out;
}

/* What the console draws by itself, and what stands for it where only ASCII can be shown. */
static const struct twin {
	uint32_t first, last;
	char ascii;
} twins[] = {
	{ 0x00A0, 0x00A0, ' ' },
	{ 0x00B7, 0x00B7, '.' },  /* middle dot */
	{ 0x00D7, 0x00D7, 'x' },  /* multiplication sign */
	{ 0x2010, 0x2015, '-' },  /* dashes */
	{ 0x2018, 0x2019, '\'' }, /* quotation marks */
	{ 0x201C, 0x201D, '"' },
	{ 0x2022, 0x2022, '*' }, /* bullet */
	{ 0x2026, 0x2026, '~' }, /* ellipsis */
	{ 0x2190, 0x2190, '<' }, /* arrows */
	{ 0x2191, 0x2191, '^' },
	{ 0x2192, 0x2192, '>' },
	{ 0x2193, 0x2193, 'v' },
	{ 0x2212, 0x2212, '-' }, /* minus */
	{ 0x2500, 0x2501, '-' }, /* box lines, then their corners and crossings */
	{ 0x2502, 0x2503, '|' },
	{ 0x2504, 0x2505, '-' },
	{ 0x2506, 0x2507, '|' },
	{ 0x2508, 0x2509, '-' },
	{ 0x250A, 0x250B, '|' },
	{ 0x250C, 0x254B, '+' },
	{ 0x2550, 0x2550, '=' },
	{ 0x2551, 0x2551, '|' },
	{ 0x2552, 0x2570, '+' },
	{ 0x2580, 0x2590, '#' }, /* blocks */
	{ 0x2591, 0x2591, '.' }, /* shades */
	{ 0x2592, 0x2593, '#' },
	{ 0x25B2, 0x25B5, '^' }, /* triangles */
	{ 0x25B6, 0x25BB, '>' },
	{ 0x25BC, 0x25BF, 'v' },
	{ 0x25C0, 0x25C5, '<' },
	{ 0x25CB, 0x25CB, 'o' }, /* circles */
	{ 0x25CF, 0x25CF, '*' },
	{ 0x2713, 0x2714, '*' }, /* ticks */
	{ 0xFFFD, 0xFFFD, '?' },
};

static char
ascii_twin(uint32_t cp)
{
	for (size_t i = 0; i < ARRAY_LEN(twins); i++)
		if (cp >= twins[i].first && cp <= twins[i].last)
			return twins[i].ascii;
	return '?';
}

void
text_ascii(struct buf *out, const char *s, size_t len)
{
	for (size_t at = 0; at < len;) {
		uint32_t cp;

		at += text_decode(s + at, len - at, &cp);
		if (cp < 0x80)
			buf_addc(out, (char)cp);
		else
			buf_pad(out, ascii_twin(cp), (size_t)class_cells(cp));
	}
}
