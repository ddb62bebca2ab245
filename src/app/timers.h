/* SPDX-License-Identifier: MIT
 *
 * What is to be called later: a handful of one-shot timers, one for each function and argument. No
 * clock of its own; the caller says what time it is.
 */
#ifndef GRIDLINE_APP_TIMERS_H
#define GRIDLINE_APP_TIMERS_H

#include <stddef.h>
#include <stdint.h>

#define TIMERS_MAX 32

typedef void timer_fn(void *arg);

struct timers {
	struct {
		timer_fn *fn;
		void *arg;
		int64_t due_us;
	} items[TIMERS_MAX];
	size_t n;
};

/* due_us < 0 takes the timer back. */
void timers_set(struct timers *t, int64_t due_us, timer_fn *fn, void *arg);
void timers_run(struct timers *t, int64_t now_us);	    /* call what is due */
int timers_next_ms(const struct timers *t, int64_t now_us); /* -1: nothing is set */

#endif
