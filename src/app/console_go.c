/* SPDX-License-Identifier: MIT
 *
 * Going to a screen: what its request pushes.
 */
#include "config.h"

#include "app/console_impl.h"
#include "base/alloc.h"
#include "view/corridors.h"
#include "view/dashboard.h"
#include "view/figures.h"
#include "view/grid.h"
#include "view/groups.h"
#include "view/map.h"
#include "view/past.h"
#include "view/review.h"
#include "view/sheet.h"
#include "view/tasks.h"
#include "view/tasks_board.h"
#include "view/tasks_calendar.h"
#include "view/tasks_load.h"
#include "view/waiting.h"

/* Back to the first screen, which then is of this name. */
static void
go_root(struct console *c, const char *name)
{
	struct view *old;

	while (c->depth > 1)
		console_pop(c);
	if (strcmp(c->stack[0]->ops->name, name) == 0)
		return;
	old = c->stack[0];
	c->stack[0] =
	    strcmp(name, "groups") == 0 ? groups_new(&c->services) : grid_new(&c->services, NULL);
	old->ops->close(old);
	console_full(c);
}

static void
go_groups(struct console *c)
{
	while (c->depth > 1 && strcmp(console_top(c)->ops->name, "groups") != 0)
		console_pop(c);
	if (strcmp(console_top(c)->ops->name, "groups") != 0)
		console_push(c, groups_new(&c->services));
}

/* The tasking screens stand on the grid, which is one key away. */
static void
go_tasks(struct console *c, enum request r)
{
	go_root(c, "grid");
	console_push(c,
	    r == REQ_BOARD	    ? tasks_board_new(&c->services)
		: r == REQ_CALENDAR ? tasks_calendar_new(&c->services)
		: r == REQ_WORKLOAD ? tasks_load_new(&c->services)
				    : tasks_new(&c->services));
}

static void
go_past(struct console *c, enum request r, const char *week)
{
	struct view *past = past_new(&c->services, week, r == REQ_REGION ? PAST_REGION : PAST_GRID);

	if (past)
		console_push(c, past);
}

/* Screens of figures stand over whatever was there, once each. */
static bool
go_figures(struct console *c, enum request r)
{
	static const struct {
		enum request request;
		const char *name;
		struct view *(*make)(struct app_services *s);
	} screens[] = { { REQ_DASHBOARD, "dashboard", dashboard_new },
		{ REQ_CORRIDORS, "corridors", corridors_new }, { REQ_MAP, "map", map_new } };
	size_t i = 0, at;

	while (i < ARRAY_LEN(screens) && screens[i].request != r)
		i++;
	if (i == ARRAY_LEN(screens))
		return false;
	for (at = c->depth; at > 0 && strcmp(c->stack[at - 1]->ops->name, screens[i].name) != 0;)
		at--;
	while (at && c->depth > at)
		console_pop(c);
	if (!at)
		console_push(c, screens[i].make(&c->services));
	return true;
}

bool
console_go(struct console *c, enum request r, const char *arg)
{
	if (r == REQ_GRID)
		go_root(c, "grid");
	else if (r == REQ_GROUPS)
		go_groups(c);
	else if (r == REQ_TOP || r == REQ_OVERDUE || r == REQ_CHANGED) {
		go_root(c, "grid");
		console_top(c)->ops->request(console_top(c), r, arg);
	} else if (r == REQ_WAITING) {
		go_root(c, "grid");
		console_push(c, waiting_new(&c->services));
	} else if (r == REQ_FIGURES) {
		go_root(c, "grid");
		console_push(c, figures_new(&c->services));
	} else if (r == REQ_REVIEW) {
		go_root(c, "grid");
		console_push(c, review_new(&c->services));
	} else if (r == REQ_HANDOVER)
		console_push(c, sheet_new(&c->services, "task_handover", NULL));
	else if (r == REQ_TASKS || r == REQ_BOARD || r == REQ_CALENDAR || r == REQ_WORKLOAD)
		go_tasks(c, r);
	else if (r == REQ_WEEK_BACK || r == REQ_WEEK || r == REQ_REGION)
		go_past(c, r, arg);
	else if (r == REQ_WEEK_ON)
		console_message(c, MESSAGE_INFO, "this is the grid as it stands now; [ goes back");
	else
		return go_figures(c, r);
	return true;
}
