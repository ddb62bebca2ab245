/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/csv_file.h"

#include <csv.h>
#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/text.h"

#ifndef CSV_FILE_BLOCK
#define CSV_FILE_BLOCK 65536
#endif

struct csv_file {
	FILE *stream;
	struct csv_parser parser;
	char block[CSV_FILE_BLOCK];
	size_t at, left; /* what is left of the block */
	size_t bytes;
	bool ended;

	size_t line;	  /* of the byte at `at` */
	size_t cell_line; /* where the cell under way began */
	size_t fault_line;
	const char *broken;

	struct csv_record record; /* under way, or complete */
	bool started;		  /* some of it was read */
	bool complete;
	bool after_cr;	 /* it ended in a carriage return at the end of a block */
	struct buf text; /* its cells, each with its NUL */
	size_t *offset;	 /* where each starts */
	const char **cell;
	size_t cap;
};

/* Blanks belong to the cell; libcsv would strip them. */
static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

struct csv_file *
csv_file_new(FILE *stream)
{
	struct csv_file *csv = xcalloc(1, sizeof *csv);

	csv->stream = stream;
	csv->line = csv->cell_line = 1;
	csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_space_func(&csv->parser, no_space);
	return csv;
}

static void
break_at(struct csv_file *csv, size_t line, const char *reason)
{
	if (csv->broken != NULL)
		return;
	csv->broken = reason;
	csv->fault_line = line;
}

static void
break_at_cr(struct csv_file *csv)
{
	break_at(csv, csv->line, "a carriage return without a line feed stands outside quotes");
}

static const char *
text_fault(const char *s, size_t len)
{
	static const char replacement[] = "\xEF\xBF\xBD";
	uint32_t cp;

	if (memchr(s, '\0', len) != NULL)
		return "holds a zero byte";
	while (len > 0) {
		size_t took = text_decode(s, len, &cp);

		if (cp == 0xFFFD && (took != 3 || memcmp(s, replacement, 3) != 0))
			return "is not UTF-8";
		s += took;
		len -= took;
	}
	return NULL;
}

static void
on_cell(void *text, size_t len, void *arg)
{
	struct csv_file *csv = arg;
	struct csv_record *r = &csv->record;

	if (csv->complete) {
		break_at_cr(csv);
		return;
	}
	if (csv->text.len + len > CSV_FILE_RECORD_MAX) {
		break_at(csv, csv->cell_line, "the record is longer than a megabyte");
		return;
	}
	if (r->n == csv->cap) {
		csv->cap = csv->cap > 0 ? csv->cap * 2 : 32;
		csv->offset = xreallocarray(csv->offset, csv->cap, sizeof *csv->offset);
		csv->cell = xreallocarray(csv->cell, csv->cap, sizeof *csv->cell);
	}
	if (r->fault == NULL && len > 0) {
		r->fault = text_fault(text, len);
		r->fault_cell = r->n;
	}
	csv->offset[r->n++] = csv->text.len;
	buf_add(&csv->text, len > 0 ? text : "", len);
	buf_addc(&csv->text, '\0');
	csv->cell_line = csv->line;
}

static void
on_record(int terminator, void *arg)
{
	struct csv_file *csv = arg;

	csv->complete = true;
	csv->after_cr = terminator == '\r';
}

/* libcsv takes a lone carriage return for the end of a record, too. What follows it in the piece
 * shows as a cell of a second record; at the piece's end it must be the next byte that tells. */
static void
check_cr(struct csv_file *csv, const char *piece, size_t len)
{
	if (!csv->complete || !csv->after_cr)
		return;
	if (piece[len - 1] == '\n')
		csv->after_cr = false;
	else if (piece[len - 1] != '\r')
		break_at_cr(csv);
}

static bool
is_blank(const char *piece, size_t len)
{
	while (len > 0 && (piece[len - 1] == '\r' || piece[len - 1] == '\n'))
		len--;
	return len == 0;
}

/* Hand libcsv one line, or what the block holds of it. */
static void
feed_line(struct csv_file *csv)
{
	const char *piece = csv->block + csv->at;
	const char *end = memchr(piece, '\n', csv->left);
	size_t len = end != NULL ? (size_t)(end - piece) + 1 : csv->left;

	if (csv->after_cr && *piece != '\n')
		break_at_cr(csv);
	csv->after_cr = false;
	if (!csv->started && !is_blank(piece, len)) {
		csv->started = true;
		csv->record.line = csv->cell_line = csv->line;
	}
	if (csv_parse(&csv->parser, piece, len, on_cell, on_record, csv) < len)
		break_at(csv, csv->line,
		    "wrong quoting: a cell that holds a quote stands in quotes, with each quote in "
		    "it doubled");
	check_cr(csv, piece, len);
	if (csv_get_buffer_size(&csv->parser) > 2 * CSV_FILE_RECORD_MAX)
		break_at(csv, csv->cell_line,
		    "a cell is longer than a megabyte; is its closing quote missing?");
	csv->at += len;
	csv->left -= len;
	csv->line += end != NULL;
}

/* At the end of the file: the last record may lack its line feed, but not its quote. */
static void
finish(struct csv_file *csv)
{
	csv->ended = true;
	if (csv_fini(&csv->parser, on_cell, on_record, csv) != 0)
		break_at(csv, csv->cell_line, "the closing quote is missing");
}

static void
skip_mark(struct csv_file *csv)
{
	if (csv->left >= 3 && memcmp(csv->block, "\xEF\xBB\xBF", 3) == 0) {
		csv->at += 3;
		csv->left -= 3;
	} else if (csv->left >= 2 &&
	    (memcmp(csv->block, "\xFF\xFE", 2) == 0 || memcmp(csv->block, "\xFE\xFF", 2) == 0)) {
		break_at(csv, 1, "the file is UTF-16; save it as CSV UTF-8");
	}
}

static void
fill(struct csv_file *csv)
{
	csv->at = 0;
	csv->left = fread(csv->block, 1, sizeof csv->block, csv->stream);
	if (csv->left == 0) {
		if (ferror(csv->stream))
			break_at(csv, csv->line, strerror(errno));
		else
			finish(csv);
		return;
	}
	if (csv->bytes == 0)
		skip_mark(csv);
	csv->bytes += csv->left;
}

static void
begin_record(struct csv_file *csv)
{
	buf_clear(&csv->text);
	csv->record = (struct csv_record){ .line = csv->line };
	csv->started = csv->complete = false;
}

enum csv_file_result
csv_file_next(struct csv_file *csv, struct csv_record *record, struct error *err)
{
	begin_record(csv);
	while (csv->broken == NULL && !csv->complete && !csv->ended) {
		if (csv->left == 0)
			fill(csv);
		else
			feed_line(csv);
	}
	if (csv->broken != NULL) {
		error_set(err, "%s", csv->broken);
		return CSV_FILE_BROKEN;
	}
	if (!csv->complete)
		return CSV_FILE_END;
	for (size_t i = 0; i < csv->record.n; i++)
		csv->cell[i] = csv->text.data + csv->offset[i];
	csv->record.cell = csv->cell;
	*record = csv->record;
	return CSV_FILE_RECORD;
}

size_t
csv_file_line(const struct csv_file *csv)
{
	return csv->fault_line;
}

size_t
csv_file_bytes(const struct csv_file *csv)
{
	return csv->bytes;
}

void
csv_file_free(struct csv_file *csv)
{
	if (csv == NULL)
		return;
	csv_free(&csv->parser);
	buf_free(&csv->text);
	free(csv->offset);
	free(csv->cell);
	free(csv);
}
