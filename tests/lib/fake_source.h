/* SPDX-License-Identifier: MIT
 *
 * model/source.h answered from invented rows in memory, for tests without a database: the same rows
 * every time, answers only when the test says so. SYNTHETIC: no line, group or person in it exists.
 */
#ifndef GRIDLINE_TESTS_FAKE_SOURCE_H
#define GRIDLINE_TESTS_FAKE_SOURCE_H

#include "model/source.h"

struct fake;

struct fake *fake_new(size_t lines, size_t groups);
void fake_free(struct fake *f);
struct source *fake_source(struct fake *f);

/* Run the replies of what was asked before this call, in order; true if there were any. */
bool fake_answer(struct fake *f);
/* The same until nothing is asked any more. */
void fake_answer_all(struct fake *f);
/* The next n answers are failures with this text. */
void fake_fail(struct fake *f, unsigned n, const char *text);
size_t fake_asked(const struct fake *f); /* requests since the start, cancelled ones too */

/* To be changed by the test; bump generation after a change. */
struct session *fake_session(struct fake *f);

/* So many taskings of the user's others did something to. */
void fake_fresh(struct fake *f, long n);
/* Tell of a change, as a payload would; at once. */
void fake_tell(struct fake *f, const char *payload);

/* Change the rows under the reader: take a line away, put one in above a rank. */
void fake_remove(struct fake *f, const char *line_ref);
void fake_insert(struct fake *f, const char *line_ref, int score);

/* Every step is taken on one record, whichever line was asked for: see fake_step.c for its fields.
 * Somebody else changes a field of it; the next step is taken, but its answer is lost. */
void fake_change(struct fake *f, const char *field, const char *value);
void fake_hide_item(struct fake *f);
void fake_close_review(struct fake *f);
void fake_lose(struct fake *f);
/* What stands in it, and in a draft of any step; NULL: in none. */
const char *fake_value(const struct fake *f, const char *field);
const char *fake_draft(const struct fake *f, const char *field);

#endif
