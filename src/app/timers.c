/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/timers.h"

static void
take_out(struct timers *t, size_t i)
{
	t->items[i] = t->items[--t->n];
}

void
timers_set(struct timers *t, int64_t due_us, timer_fn *fn, void *arg)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->items[i].fn == fn && t->items[i].arg == arg)
			take_out(t, i--);
	if (due_us < 0 || t->n == TIMERS_MAX)
		return;
	t->items[t->n].fn = fn;
	t->items[t->n].arg = arg;
	t->items[t->n++].due_us = due_us;
}

void
timers_run(struct timers *t, int64_t now_us)
{
	timer_fn *fn;
	void *arg;
	size_t i;

	/* From the start after each call: it may have set and taken back others. */
	for (i = 0; i < t->n; i++) {
		if (t->items[i].due_us > now_us)
			continue;
		fn = t->items[i].fn;
		arg = t->items[i].arg;
		take_out(t, i);
		fn(arg);
		i = (size_t)-1;
	}
}

int
timers_next_ms(const struct timers *t, int64_t now_us)
{
	int64_t next = -1, ms;
	size_t i;

	for (i = 0; i < t->n; i++) {
		ms = t->items[i].due_us <= now_us ? 0 : (t->items[i].due_us - now_us + 999) / 1000;
		if (next < 0 || ms < next)
			next = ms;
	}
	return next > INT32_MAX ? INT32_MAX : (int)next;
}
