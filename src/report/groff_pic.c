/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "report/groff_pic.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "report/groff_text.h"

#define ELLIPSIS "\xE2\x80\xA6"

const double pic_shades[PIC_STYLES] = { 0.55, 0.2, 0.85, 0.05, 0.38 };
const double pic_parts[PIC_STYLES] = { 0.85, 0.55, 0.32, 0.14, 0 };
const double pic_faint[PIC_STYLES] = { 0, 0.08, 0.18, 0.3, 0.42 };

/* pic takes the picture to begin at its first line or box, and knows no width of texts. It would
 * make a picture wider than 8.5 inches smaller, but not its texts. */
void
pic_begin(struct buf *out, double width)
{
	buf_addf(out, ".ps %d\n.PS\nmaxpswid = 20\nline invis from (0,0) to (%.3f,0)\n", PIC_POINTS,
	    width);
}

void
pic_end(struct buf *out)
{
	buf_adds(out, ".PE\n.ps 10\n");
}

double
pic_width(const char *text)
{
	return groff_ems(text, false) * PIC_POINTS / 72;
}

double
pic_widest(char *const *texts, size_t n)
{
	double most = 0;

	for (size_t i = 0; i < n; i++)
		most = pic_width(texts[i]) > most ? pic_width(texts[i]) : most;
	return most;
}

void
pic_text(struct buf *out, const char *text)
{
	buf_addc(out, '"');
	groff_text(out, text);
	buf_addc(out, '"');
}

void
pic_cut(struct buf *out, const char *text, double width)
{
	char *clean = text_clean_dup(text, TEXT_LINE);
	int cells = text_width(clean, strlen(clean));
	struct buf cut = BUF_INIT;

	buf_adds(&cut, clean);
	while (cells-- > 1 && pic_width(buf_str(&cut)) > width) {
		buf_clear(&cut);
		buf_add(&cut, clean, text_fit(clean, strlen(clean), cells, NULL));
		buf_adds(&cut, ELLIPSIS);
	}
	pic_text(out, buf_str(&cut));
	buf_free(&cut);
	free(clean);
}

/* Bytes of the words that fit, one at least. */
static size_t
words_that_fit(const char *s, double width)
{
	size_t took = 0;

	for (size_t at = 0; s[at] != '\0';) {
		char *part;
		bool fits;

		at += strspn(s + at, " ");
		at += strcspn(s + at, " ");
		part = xstrndup(s, at);
		fits = pic_width(part) <= width;
		free(part);
		if (took > 0 && !fits)
			break;
		took = at;
	}
	return took;
}

int
pic_words(struct buf *out, const char *text, double width, int most)
{
	char *clean = text_clean_dup(text, TEXT_LINE);
	const char *s = clean;
	int lines = 0;

	do {
		size_t len = lines + 1 < most ? words_that_fit(s, width) : strlen(s);
		char *line = xstrndup(s, len);

		buf_addc(out, ' ');
		pic_cut(out, line, width);
		free(line);
		s += len;
		s += strspn(s, " ");
		lines++;
	} while (*s != '\0');
	free(clean);
	return lines;
}
