/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/listing.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "app/export_out.h"

bool
listing_write(const char *path, const struct writer_options *options, const struct rows *rows,
    struct error *err)
{
	const char **cells = xcalloc(options->ncolumns, sizeof *cells);
	struct export_out out;
	struct writer *w = NULL;
	bool ok = export_out_open(&out, path, err);

	if (ok) {
		w = writer_new(options);
		writer_begin(w, &out.buf);
	}
	for (size_t r = 0; ok && r < rows_count(rows); r++) {
		for (size_t i = 0; i < options->ncolumns; i++)
			cells[i] =
			    rows_text(rows, r, (size_t)rows_find(rows, options->columns[i].name));
		writer_row(w, cells, &out.buf);
		ok = export_out_spill(&out, err);
	}
	if (ok) {
		writer_end(w, &out.buf);
		ok = export_out_done(&out, err);
	}
	writer_free(w);
	free(cells);
	export_out_free(&out);
	return ok;
}
