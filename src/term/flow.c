/* SPDX-License-Identifier: MIT
 *
 * Blocks of text to lines. A line is a part of a block with an indent; nothing is copied.
 */
#include "config.h"

#include "term/flow.h"

#include "base/text.h"

#include "term/match.h"

#define LABEL_GAP 2
#define NARROW_INDENT 2

enum block_kind { BLOCK_HEADING, BLOCK_TEXT, BLOCK_PAIR };

struct block {
	enum block_kind kind;
	enum style label_style;
	char *label, *text; /* label only for a pair */
};

struct line {
	size_t block; /* its index, or FLOW_BLANK */
	bool label;   /* the label stands on this line */
	size_t from, len;
	int indent;
};
#define FLOW_BLANK ((size_t)-1)

struct flow {
	struct block *blocks;
	size_t n;
	enum style label_style;
	struct line *lines;
	size_t nlines;
	int cols; /* laid out for, 0: not yet */
	bool brief;
};

struct flow *
flow_new(void)
{
	struct flow *f = xcalloc(1, sizeof *f);

	f->label_style = STYLE_LABEL;
	return f;
}

void
flow_clear(struct flow *f)
{
	for (size_t i = 0; i < f->n; i++) {
		free(f->blocks[i].label);
		free(f->blocks[i].text);
	}
	f->n = f->nlines = 0;
	f->cols = 0;
}

void
flow_free(struct flow *f)
{
	if (!f)
		return;
	flow_clear(f);
	free(f->blocks);
	free(f->lines);
	free(f);
}

static void
add_block(struct flow *f, enum block_kind kind, const char *label, const char *text)
{
	f->blocks = xreallocarray(f->blocks, f->n + 1, sizeof *f->blocks);
	f->blocks[f->n++] = (struct block){ .kind = kind,
		.label_style = f->label_style,
		.label = label ? xstrdup(label) : NULL,
		.text = xstrdup(text) };
	f->cols = 0;
}

void
flow_heading(struct flow *f, const char *text)
{
	add_block(f, BLOCK_HEADING, NULL, text);
}

void
flow_text(struct flow *f, const char *text)
{
	add_block(f, BLOCK_TEXT, NULL, text);
}

void
flow_pair(struct flow *f, const char *label, const char *text)
{
	add_block(f, BLOCK_PAIR, label, text);
}

void
flow_label_style(struct flow *f, enum style style)
{
	f->label_style = style;
}

void
flow_set_brief(struct flow *f, bool brief)
{
	if (f->brief != brief)
		f->cols = 0;
	f->brief = brief;
}

static struct line *
add_line(struct flow *f, size_t block, int indent)
{
	if (f->nlines % 64 == 0)
		f->lines = xreallocarray(f->lines, f->nlines + 64, sizeof *f->lines);
	f->lines[f->nlines] = (struct line){ .block = block, .indent = indent };
	return &f->lines[f->nlines++];
}

/* Bytes of s that make one line of `cells`: up to the last blank that fits, or as much as fits. */
static size_t
break_line(const char *s, size_t len, int cells)
{
	const char *newline = memchr(s, '\n', len);
	size_t line = newline ? (size_t)(newline - s) : len;
	size_t fit = text_fit(s, line, cells, NULL), at = fit;

	if (fit == line)
		return line;
	if (fit == 0) /* a wide character in one cell: it goes on a line of its own */
		return text_fit(s, line, 2, NULL);
	while (at > 0 && s[at] != ' ')
		at--;
	return at > 0 ? at : fit;
}

/* Lines of a block's text from *line on, which stands there already. */
static void
wrap(struct flow *f, struct line *line, int cols)
{
	size_t block = line->block, at = 0;
	const char *text = f->blocks[block].text;
	size_t len = strlen(text);
	int indent = line->indent, cells = cols > indent ? cols - indent : 1;

	if (f->brief) { /* drawing cuts it */
		line->len = strcspn(text, "\n");
		return;
	}
	for (;;) {
		size_t used = break_line(text + at, len - at, cells);
		line->from = at;
		line->len = used;
		at += used;
		if (at < len && (text[at] == ' ' || text[at] == '\n'))
			at++;
		if (at >= len)
			return;
		line = add_line(f, block, indent);
	}
}

/* Width of the labels of the pairs around block i. */
static int
label_width(const struct flow *f, size_t i, int cols)
{
	size_t from = i;
	int widest = 0;

	while (from > 0 && f->blocks[from - 1].kind == BLOCK_PAIR)
		from--;
	for (; from < f->n && f->blocks[from].kind == BLOCK_PAIR; from++) {
		int width = text_width(f->blocks[from].label, strlen(f->blocks[from].label));
		widest = width > widest ? width : widest;
	}
	return widest > cols / 3 ? cols / 3 : widest;
}

static void
lay_pair(struct flow *f, size_t i, int cols)
{
	struct line *line;

	if (cols < FLOW_NARROW && !f->brief) {
		add_line(f, i, 0)->label = true;
		if (*f->blocks[i].text)
			wrap(f, add_line(f, i, NARROW_INDENT), cols);
		return;
	}
	line = add_line(f, i, label_width(f, i, cols) + LABEL_GAP);
	line->label = true;
	wrap(f, line, cols);
}

size_t
flow_lines(struct flow *f, int cols)
{
	if (f->cols == cols && cols > 0)
		return f->nlines;
	f->nlines = 0;
	f->cols = cols;
	for (size_t i = 0; i < f->n; i++) {
		switch (f->blocks[i].kind) {
		case BLOCK_HEADING:
			if (f->nlines > 0)
				add_line(f, FLOW_BLANK, 0);
			wrap(f, add_line(f, i, 0), cols);
			break;
		case BLOCK_TEXT:
			wrap(f, add_line(f, i, 0), cols);
			break;
		case BLOCK_PAIR:
			lay_pair(f, i, cols);
			break;
		}
	}
	return f->nlines;
}

void
flow_draw(const struct flow *f, size_t i, struct region r, const char *word)
{
	const struct line *line = &f->lines[i];
	const struct block *block;
	struct region label;
	struct buf text = BUF_INIT;

	region_clear(region_span(r, 0, 0, r.cols));
	if (line->block == FLOW_BLANK)
		return;
	block = &f->blocks[line->block];
	if (line->label) {
		label = region_span(r, 0, 0, line->indent ? line->indent - LABEL_GAP : r.cols);
		region_cell(label, block->label_style, false, block->label);
		if (word)
			match_show(label, block->label, word);
	}
	if (line->len == 0)
		return;
	buf_add(&text, block->text + line->from, line->len);
	r = region_span(r, 0, line->indent, r.cols);
	region_cell(
	    r, block->kind == BLOCK_HEADING ? STYLE_TITLE : STYLE_NORMAL, false, buf_str(&text));
	if (word)
		match_show(r, buf_str(&text), word);
	buf_free(&text);
}

bool
flow_is_gap(const struct flow *f, size_t i)
{
	return f->lines[i].block == FLOW_BLANK;
}

void
flow_line(const struct flow *f, size_t i, struct buf *out)
{
	const struct line *line = &f->lines[i];
	const struct block *block;

	if (line->block == FLOW_BLANK)
		return;
	block = &f->blocks[line->block];
	if (line->label && line->indent)
		text_cell(out, block->label, line->indent - LABEL_GAP, false, "…");
	else if (line->label)
		buf_adds(out, block->label);
	buf_pad(out, ' ', (size_t)(line->label && line->indent ? LABEL_GAP : line->indent));
	buf_add(out, block->text + line->from, line->len);
}

long
flow_find(const struct flow *f, size_t from, bool down, const char *word)
{
	long found = -1;

	for (long i = (long)from; i >= 0 && i < (long)f->nlines && found < 0; i += down ? 1 : -1) {
		struct buf text = BUF_INIT;
		flow_line(f, (size_t)i, &text);
		if (match_find(buf_str(&text), word) >= 0)
			found = i;
		buf_free(&text);
	}
	return found;
}
