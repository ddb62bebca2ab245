/* SPDX-License-Identifier: MIT
 *
 * What a case file says about the source behind its screens.
 *   link STATE TEXT    up, slow, lost, refused, connecting
 *   role ROLE          who is connected
 *   fail N TEXT        the next N answers are failures
 *   remove REF, insert REF SCORE         lines go and come
 *   fresh N            others did something to so many taskings of one's own
 *   news KIND          the database tells of a change: tasking, review, line
 *   change FIELD TEXT  somebody else changes the record that steps are taken on
 *   hidden             the review is at an item that the user does not see, or is no more
 *   closed             the review is closed by another, and the next is prepared, its agenda empty
 *   lose               the next step is taken, and its answer lost
 */
#ifndef GRIDLINE_TESTS_FAKE_WORDS_H
#define GRIDLINE_TESTS_FAKE_WORDS_H

#include "fake_source.h"

/* False: it is none of these words. */
bool fake_word(struct fake *f, const char *word, const char *args);

/* "record FIELD TEXT", "draft FIELD TEXT": what stands there is that text, or nothing. *got is then
 * what does ("" for nothing), else NULL: it is none of these words. */
bool fake_stands(const struct fake *f, const char *word, const char *args, const char **got);

#endif
