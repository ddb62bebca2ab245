/* SPDX-License-Identifier: MIT
 *
 * A form of each kind of field on a screen without a terminal, for the tests of form.h.
 */
#ifndef GRIDLINE_TESTS_UNIT_TERM_FORM_WORLD_H
#define GRIDLINE_TESTS_UNIT_TERM_FORM_WORLD_H

#include "tests/lib/screen_test.h"

#include "term/form.h"

/* Its fields, in their order. */
enum { NAME, UNIT, GROUPS, SEEN, SUMMARY, HARM, HARM_WHY, REASON, FIELDS };

struct world {
	struct screen_test t;
	struct form *f;
	enum form_result result; /* of the last key */
	bool full;
};

void open_world(struct world *w, const struct screen_test_setup *setup);
void open_size(struct world *w, int rows, int cols);
void close_world(struct world *w);
/* With what a form looks like in the middle of its work. */
void fill(struct world *w);
void draw(struct world *w);
/* Draw, and compare with golden/form-<name>. */
void golden(struct world *w, const char *name);

enum form_result code(struct world *w, uint32_t c); /* one key, nothing drawn */
/* Draw after each key; then what the last one did and where the focus is must be as said. */
void keys(struct world *w, const char *names, enum form_result result, size_t focus);
void value(struct world *w, size_t i, const char *expected); /* must be this */
void paste(struct world *w, const char *text);
void mouse(struct world *w, enum mouse_kind kind, int row, int col);

#endif
