/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a CSV file: each record ends, lines only go up, and what is called text is text.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>

#include "base/csv_file.h"
#include "base/csv_guard.h"
#include "base/text.h"

static void
check_record(const struct csv_record *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const char *cell = r->cell[i];
		uint32_t cp;

		assert(csv_guard_strip(cell) - cell <= 1);
		if (r->fault != NULL)
			continue;
		for (size_t at = 0, len = strlen(cell); at < len;) {
			size_t took = text_decode(cell + at, len - at, &cp);

			assert(cp != 0xFFFD || took == 3);
			at += took;
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FILE *stream;
	struct csv_file *csv;
	struct csv_record r;
	struct error err = ERROR_INIT;
	enum csv_file_result result;
	size_t line = 0;

	if (size == 0)
		return 0;
	stream = fmemopen((void *)(uintptr_t)data, size, "rb");
	csv = csv_file_new(stream);
	while ((result = csv_file_next(csv, &r, &err)) == CSV_FILE_RECORD) {
		assert(r.n > 0 && r.line > line);
		line = r.line;
		check_record(&r);
	}
	assert(result == CSV_FILE_END || (csv_file_line(csv) >= line && error_is_set(&err)));
	csv_file_free(csv);
	fclose(stream);
	return 0;
}
