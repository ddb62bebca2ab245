/* SPDX-License-Identifier: MIT
 *
 * A document made of any texts and numbers, in each format: what is for groff is plain ASCII in
 * which nothing asks for a file or a program, what is for people is clean text, CSV has a line a
 * row at least. Each piece of the input is a byte that says what becomes of it, then a text up to a
 * 0.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>
#include <string.h>

#include "base/alloc.h"
#include "base/text.h"
#include "report/doc_writer.h"

#define PIECES 60

struct making {
	struct doc *doc;
	struct doc_table *table;
	struct doc_chart *chart;
	struct doc_matrix *matrix;
	struct doc_tiles *tiles;
};

/* A number of a text: of no matter which. */
static long
number_of(const char *s)
{
	unsigned long n = 0;

	for (; *s != '\0'; s++)
		n = n * 259 + (unsigned char)*s;
	return (long)n;
}

static void
begin_table(struct making *m, const char *s)
{
	m->table = doc_table(m->doc, "table", s);
	doc_column(m->table, "ref", "Reference", COLUMN_TEXT);
	doc_column(m->table, "what", s, COLUMN_TEXT);
	doc_column(m->table, "n", "Number", COLUMN_NUMBER);
	doc_column(m->table, "quiet", NULL, COLUMN_TEXT);
}

static void
begin_chart(struct making *m, unsigned kind, const char *s)
{
	m->chart = doc_chart(m->doc, (enum doc_chart_kind)(kind % 4), "chart", s);
	doc_series(m->chart, s);
	doc_series(m->chart, "other");
}

static void
add_label(struct making *m, const char *s)
{
	if (m->chart == NULL)
		return;
	doc_label(m->chart, s);
	doc_value(m->chart, 0, (double)number_of(s), *s == 'h' ? s : NULL);
	if (*s == '<')
		doc_hidden(m->chart, 1, "<5");
	else
		doc_value(m->chart, 1, (double)strlen(s), NULL);
}

static void
add_place(struct making *m, const char *s)
{
	const struct doc_tile tile = { .row = (int)(strlen(s) % 4),
		.col = (int)(m->tiles ? m->tiles->ntiles % 7 : 0),
		.value = number_of(s) };

	if (m->tiles == NULL)
		m->tiles = doc_tiles(m->doc, "tiles", s);
	doc_tile(m->tiles, &tile, s, s);
}

static void
add_matrix_row(struct making *m, const char *s)
{
	const long values[] = { number_of(s), (long)strlen(s), 0 };

	if (m->matrix == NULL) {
		m->matrix = doc_matrix(m->doc, "matrix", s, s);
		m->matrix->across = *s & 1;
		m->matrix->down = *s & 2;
		for (size_t i = 0; i < ARRAY_LEN(values); i++)
			doc_matrix_column(m->matrix, s);
	}
	doc_matrix_row(m->matrix, s, values);
}

static void
add_piece(struct making *m, unsigned what, const char *s)
{
	const char *const cells[] = { s, s, "12", s };

	switch (what % 10) {
	case 0:
		doc_section(m->doc, s);
		break;
	case 1:
		doc_text(m->doc, "%s", s);
		break;
	case 2:
		doc_note(m->doc, "%s", s);
		break;
	case 3:
		begin_table(m, s);
		break;
	case 4:
		if (m->table != NULL)
			doc_row(m->table, cells);
		break;
	case 5:
		begin_chart(m, what / 10, s);
		break;
	case 6:
		add_label(m, s);
		break;
	case 7:
		add_matrix_row(m, s);
		break;
	case 8:
		add_place(m, s);
		break;
	default:
		doc_card(m->doc, s, s);
		break;
	}
}

/* Requests that read or write files or start programs, and escapes that speak to the device. */
static void
check_groff(const char *out)
{
	static const char *const unsafe[] = { "\n.sy", "\n.so", "\n.pi", "\n.open", "\n.mso",
		"\n.cf", "\n.trf", "\n.nx", "\n.write", "\n.psbb", "\\X", "\\V", "\\!", "\\O" };

	for (const char *c = out; *c != '\0'; c++)
		assert(*c == '\n' || *c == '\t' || (*c >= 0x20 && *c < 0x7F));
	/* Of those that break no line, the page has these two. */
	for (const char *c = strstr(out, "\n'"); c != NULL; c = strstr(c + 1, "\n'"))
		assert(strncmp(c + 2, "sp ", 3) == 0 || strncmp(c + 2, "bp\n", 3) == 0);
	for (size_t i = 0; i < ARRAY_LEN(unsafe); i++)
		assert(strstr(out, unsafe[i]) == NULL);
}

static void
check(const struct doc *d)
{
	for (int f = 0; f < DOC_FORMAT_COUNT; f++) {
		struct buf out = BUF_INIT;

		doc_write(d, (enum doc_format)f, &out);
		assert(strlen(buf_str(&out)) == out.len);
		if (f == DOC_FORMAT_GROFF)
			check_groff(buf_str(&out));
		else
			assert(text_is_valid(buf_str(&out), out.len));
		if (f == DOC_FORMAT_TEXT)
			assert(text_is_clean(buf_str(&out), out.len, TEXT_BLOCK));
		buf_free(&out);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct making m = { .doc = doc_new("fuzz") };
	int pieces = 0;

	while (size > 1 && pieces++ < PIECES) {
		const unsigned what = data[0];
		const uint8_t *end = memchr(data + 1, 0, size - 1);
		const size_t len = end ? (size_t)(end - data) - 1 : size - 1;
		char *text = xstrndup((const char *)data + 1, len);

		if (pieces == 1) {
			doc_set(&m.doc->title, text);
			doc_set(&m.doc->marking, text);
			doc_set(&m.doc->handling, text);
			m.doc->wide = what & 1;
		}
		add_piece(&m, what, text);
		free(text);
		data += len + 1;
		size -= len + 1;
		if (size > 0) {
			data++;
			size--;
		}
	}
	check(m.doc);
	doc_free(m.doc);
	return 0;
}
