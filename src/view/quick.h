/* SPDX-License-Identifier: MIT
 *
 * A step with one key. What needs nothing typed is done at once and said, with the key that takes
 * it back; anything else opens its form.
 */
#ifndef GRIDLINE_VIEW_QUICK_H
#define GRIDLINE_VIEW_QUICK_H

#include "view/services.h"

struct quick;

/* done(arg): it was taken. */
struct quick *quick_new(struct app_services *services, void (*done)(void *arg), void *arg);
void quick_free(struct quick *q); /* what is under way is let go; NULL allowed */
/* Of several steps, separated by blanks, the first that the record allows. One that is asked for
 * while another is under way is left. */
void quick_take(struct quick *q, const char *steps, const char *id);
bool quick_busy(const struct quick *q);

#endif
