/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/tasks_head.h"

#include <string.h>

#include "base/text.h"

#define SHORT_COLS 60 /* on less than this the names are short */

static const struct {
	enum request request;
	const char *name, *brief;
} screens[TASKS_SCREENS] = {
	[TASKS_LIST] = { REQ_TASKS, "My taskings", "Mine" },
	[TASKS_BOARD] = { REQ_BOARD, "Board", "Board" },
	[TASKS_CALENDAR] = { REQ_CALENDAR, "Calendar", "Days" },
	[TASKS_WORKLOAD] = { REQ_WORKLOAD, "Workload", "Load" },
};

static void
tab(const struct app_services *s, const struct region *r, int screen, bool here, struct buf *out)
{
	char key[24];

	keymap_key(s->keys, screens[screen].request, key);
	buf_clear(out);
	buf_addf(out, "%s%s%s%s%s", here ? "[" : " ", key, key[0] ? " " : "",
	    r->cols < SHORT_COLS ? screens[screen].brief : screens[screen].name, here ? "]" : " ");
}

void
tasks_head_draw(const struct app_services *s, struct region r, enum tasks_screen at)
{
	struct buf text = BUF_INIT;
	int i, col = 0;

	region_clear(region_part(r, 0, 0, 1, r.cols));
	for (i = 0; i < TASKS_SCREENS; i++) {
		bool here = i == (int)at;

		tab(s, &r, i, here, &text);
		col += region_text(r, 0, col, here ? STYLE_TITLE : STYLE_DIM, buf_str(&text));
	}
	buf_free(&text);
}

enum request
tasks_head_request(struct app_services *s, enum tasks_screen at, enum request r)
{
	if (r == REQ_PANE_NEXT)
		s->post(s, screens[(at + 1) % TASKS_SCREENS].request, NULL);
	else if (r != screens[at].request)
		return r;
	return REQ_NONE;
}

bool
tasks_head_key(struct app_services *s, enum tasks_screen at, struct region r, const struct key *key)
{
	struct buf text = BUF_INIT;
	int i, col = r.col, found = -1;

	if (key->code == KEYC_BTAB)
		found = (int)(at + TASKS_SCREENS - 1) % TASKS_SCREENS;
	for (i = 0; i < TASKS_SCREENS && key->code == KEYC_MOUSE && key->mouse.row == r.row &&
	     (key->mouse.kind == MOUSE_PRESS || key->mouse.kind == MOUSE_DOUBLE);
	     i++) {
		tab(s, &r, i, i == (int)at, &text);
		if (key->mouse.col >= col)
			found = i;
		col += text_width(buf_str(&text), text.len);
	}
	if (key->code == KEYC_MOUSE && key->mouse.col >= col)
		found = -1;
	buf_free(&text);
	if (found < 0 || found == (int)at)
		return found >= 0;
	s->post(s, screens[found].request, NULL);
	return true;
}

const char *
tasks_steps(enum request r)
{
	if (r == REQ_ACCEPT)
		return "task_accept task_authorise";
	if (r == REQ_UPDATE)
		return "task_update";
	if (r == REQ_COMPLETE)
		return "task_result task_review task_complete";
	if (r == REQ_UNDO)
		return "task_undo";
	return r == REQ_EDIT ? "task_edit" : NULL;
}
