/* SPDX-License-Identifier: MIT
 *
 * Where an export goes: standard output, or a file that takes its name only when it is whole, so
 * that nobody reads half a listing for a whole one.
 */
#ifndef GRIDLINE_APP_EXPORT_OUT_H
#define GRIDLINE_APP_EXPORT_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

struct export_out {
	int fd;
	const char *path; /* NULL: standard output */
	char *temporary;  /* what is written until it is whole; NULL: the path itself */
	struct buf buf;	  /* what is to be written */
	bool closed;	  /* the reader of the pipe has gone: nothing more is wanted */
};

bool export_out_open(struct export_out *o, const char *path, struct error *err);
/* Write what gathered, if it is much. False with closed set and no error when the reader has gone.
 */
bool export_out_spill(struct export_out *o, struct error *err);
/* Write the rest and give the file its name. */
bool export_out_done(struct export_out *o, struct error *err);
/* Always the last call: removes what was not finished. */
void export_out_free(struct export_out *o);

#endif
