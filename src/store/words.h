/* SPDX-License-Identifier: MIT
 *
 * What the database answered to "which lines hold this word?". A rare word has candidates, which
 * are then looked up by id; a common or short one has none to speak of, and the list is walked.
 * Answers are remembered for a while, so that stepping from match to match asks once.
 */
#ifndef GRIDLINE_STORE_WORDS_H
#define GRIDLINE_STORE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "model/filter.h"
#include "store/params.h"
#include "store/rows.h"

struct words;

struct words *words_new(void) ATTR_NONNULL;
void words_free(struct words *w); /* NULL allowed */

/* The words of a filter (NULL: none) and one more (NULL: none) that are not known, or no longer, as
 * one text[] parameter. False if all are known. */
bool words_unknown(
    struct words *w, const struct filter *filter, const char *word, struct params *params);
/* Keep an answer: rows of word, ids (uuid[] as text, null: walk) and the word's normal form. */
void words_learn(struct words *w, const struct rows *rows);
void words_forget(struct words *w);

/* The candidates as the text of a uuid[]; NULL: walk. "{}" means that no line holds it. */
const char *words_find(const struct words *w, const char *word);
/* The form in which it stands in search_text; NULL if not known. */
const char *words_key(const struct words *w, const char *word);

#endif
