/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/import_server.h"

#include "base/near.h"
#include "base/uuid.h"
#include "store/params.h"
#include "store/rows.h"

/* A batch goes when it holds so many rows or bytes: few trips, little memory. */
#define IMPORT_BATCH_ROWS 2000
#define IMPORT_BATCH_BYTES (512U * 1024)

static bool
unknown_kind(const struct rows *rows, const char *kind, struct error *err)
{
	struct near near = NEAR_INIT(kind);
	struct buf known = BUF_INIT;
	const char *last = "";

	for (size_t i = 0; i < rows_count(rows); i++) {
		const char *name = rows_text(rows, i, 0);

		if (strcmp(name, last) == 0)
			continue;
		buf_addf(&known, "%s%s", known.len > 0 ? ", " : "", name);
		near_offer(&near, name);
		last = name;
	}
	error_set(err, "there is no kind of import called '%s'", kind);
	if (near.best != NULL)
		error_hint(err, "did you mean '%s'? Known are: %s", near.best, buf_str(&known));
	else
		error_hint(err, "known are: %s", buf_str(&known));
	buf_free(&known);
	return false;
}

bool
import_columns_load(
    struct run *run, const char *kind, struct import_columns *out, struct error *err)
{
	struct rows *rows;
	bool ok = true;

	*out = (struct import_columns){ 0 };
	if (!run_query(run, "import_columns", NULL, &rows, err))
		return false;
	out->items = xcalloc(rows_count(rows) + 1, sizeof *out->items);
	for (size_t i = 0; i < rows_count(rows); i++) {
		if (strcmp(rows_text(rows, i, 0), kind) != 0)
			continue;
		out->items[out->n++] = (struct import_column){
			.name = xstrdup(rows_text(rows, i, 1)),
			.required = rows_flag(rows, i, 2),
		};
	}
	if (out->n == 0)
		ok = unknown_kind(rows, kind, err);
	rows_free(rows);
	return ok;
}

int
import_columns_find(const struct import_columns *c, const char *name)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->items[i].name, name) == 0)
			return (int)i;
	return -1;
}

void
import_columns_free(struct import_columns *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->items[i].name);
	free(c->items);
	*c = (struct import_columns){ 0 };
}

bool
import_server_begin(struct import_server *s, const char *kind, const char *file, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	bool ok;

	if (!uuid_make(s->key, err) || !run_begin(s->run, err))
		return false;
	params_text(&p, kind);
	params_text(&p, file);
	params_text(&p, s->key);
	ok = run_query(s->run, "import_begin", &p, &rows, err);
	params_free(&p);
	if (ok)
		snprintf(s->id, sizeof s->id, "%s", rows_text(rows, 0, 0));
	rows_free(rows);
	return ok;
}

static void
add_json(struct buf *out, const char *s)
{
	buf_addc(out, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_addc(out, '\\');
		if ((unsigned char)*s < 0x20)
			buf_addf(out, "\\u%04x", (unsigned)*s);
		else
			buf_addc(out, *s);
	}
	buf_addc(out, '"');
}

static bool
send_batch(struct import_server *s, struct error *err)
{
	struct params p = PARAMS_INIT;
	bool ok;

	if (s->rows == 0)
		return true;
	buf_addc(&s->batch, ']');
	params_text(&p, s->id);
	params_text(&p, buf_str(&s->batch));
	ok = run_query(s->run, "import_rows", &p, NULL, err);
	params_free(&p);
	buf_clear(&s->batch);
	s->rows = 0;
	return ok;
}

bool
import_server_row(struct import_server *s, const struct import_row *row, struct error *err)
{
	buf_addf(&s->batch, "%s{\"line\":%zu,\"cells\":", s->rows == 0 ? "[" : ",", row->line);
	if (row->cells == NULL)
		buf_adds(&s->batch, "null");
	for (size_t i = 0; row->cells != NULL && i < row->n; i++) {
		buf_addc(&s->batch, i == 0 ? '{' : ',');
		add_json(&s->batch, row->names[i]);
		buf_addc(&s->batch, ':');
		add_json(&s->batch, row->cells[i]);
	}
	buf_adds(&s->batch, row->cells != NULL ? "}}" : "}");
	s->rows++;
	if (s->rows < IMPORT_BATCH_ROWS && s->batch.len < IMPORT_BATCH_BYTES)
		return true;
	return send_batch(s, err);
}

static void
read_counts(const struct rows *rows, size_t column, struct import_counts *counts)
{
	counts->added = rows_number(rows, 0, column, 0);
	counts->changed = rows_number(rows, 0, column + 1, 0);
	counts->same = rows_number(rows, 0, column + 2, 0);
}

static bool
fetch_errors(struct import_server *s, struct import_errors *errors, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	bool ok;

	params_text(&p, s->id);
	params_number(&p, (long)errors->limit);
	ok = run_query(s->run, "import_errors", &p, &rows, err);
	params_free(&p);
	if (!ok)
		return false;
	for (size_t i = 0; i < rows_count(rows); i++) {
		size_t line = (size_t)rows_number(rows, i, 0, 0);

		if (rows_flag(rows, i, 3))
			import_errors_warn(
			    errors, line, rows_text(rows, i, 1), rows_text(rows, i, 2));
		else
			import_errors_add(
			    errors, line, rows_text(rows, i, 1), "%s", rows_text(rows, i, 2));
	}
	rows_free(rows);
	return true;
}

bool
import_server_finish(struct import_server *s, bool dry_run, struct import_counts *counts,
    struct import_errors *errors, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	size_t total, warnings;
	bool ok;

	if (!send_batch(s, err))
		return false;
	params_text(&p, s->id);
	params_flag(&p, dry_run);
	ok = run_query(s->run, "import_finish", &p, &rows, err);
	params_free(&p);
	if (!ok)
		return false;
	total = (size_t)rows_number(rows, 0, 0, 0);
	warnings = (size_t)rows_number(rows, 0, 1, 0);
	read_counts(rows, 2, counts);
	rows_free(rows);
	total += errors->total;
	warnings += errors->warnings;
	if (!fetch_errors(s, errors, err))
		return false;
	errors->total = total; /* more than were fetched, perhaps */
	errors->warnings = warnings;
	return true;
}

bool
import_server_outcome(
    struct run *run, const char *key, bool *done, struct import_counts *counts, struct error *err)
{
	struct params p = PARAMS_INIT;
	struct rows *rows = NULL;
	bool ok;

	params_text(&p, key);
	ok = run_query(run, "import_outcome", &p, &rows, err);
	params_free(&p);
	if (!ok)
		return false;
	*done = rows_count(rows) > 0;
	if (*done)
		read_counts(rows, 0, counts);
	rows_free(rows);
	return true;
}

void
import_server_free(struct import_server *s)
{
	buf_free(&s->batch);
}
