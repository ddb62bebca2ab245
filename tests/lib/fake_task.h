/* SPDX-License-Identifier: MIT
 *
 * The taskings of the fake source: one in each section of a list, and some more. SYNTHETIC.
 *
 * Steps on one or many of them are taken as a database would: the state says what can be done, a
 * note without a reason is refused.
 */
#ifndef GRIDLINE_TESTS_FAKE_TASK_H
#define GRIDLINE_TESTS_FAKE_TASK_H

#include "model/source.h"

struct fake_taking;

#define FAKE_TASKINGS 14

struct fake_tasking {
	const char *section, *state;
	long version;
};
struct fake_tasks {
	struct fake_tasking items[FAKE_TASKINGS];
	size_t n;
	long made; /* raised since */
};

void fake_tasks_init(struct fake_tasks *t);
struct tasking_list *fake_tasking_list(
    const struct fake_tasks *t, enum tasking_scope scope, const char *what);
struct task_board *fake_task_board(const struct fake_tasks *t, bool by_unit);
struct task_days *fake_task_days(const struct fake_tasks *t, date_days from, date_days to);
struct task_loads *fake_task_loads(void);
struct card *fake_task_card(const struct fake_tasks *t, const char *id);

/* Is it a step on a tasking, or one that raises them? */
bool fake_task_step(const char *step);
struct step_offers *fake_task_offers(const struct fake_tasks *t, const char *id);
/* NULL with the reason. */
struct step_form *fake_task_form(
    const struct fake_tasks *t, const char *step, const char *id, struct error *err);
/* What becomes of it; true if it was done, or would be. */
bool fake_task_take(struct fake_tasks *t, const struct fake_taking *taking, const char *id,
    bool really, struct step_results *out);
/* The same as one step; NULL with the reason. */
struct step_done *fake_task_done(
    struct fake_tasks *t, const struct fake_taking *taking, struct error *err);

#endif
