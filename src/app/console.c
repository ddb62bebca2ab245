/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/console.h"

#include "app/console_impl.h"
#include "base/alloc.h"
#include "base/text.h"
#include "view/grid.h"
#include "view/groups.h"
#include "view/keys_help.h"
#include "view/sheet.h"
#include "view/tasks.h"

#define WORKING_MS 300 /* what takes longer is said to run */

struct view *
console_top(const struct console *c)
{
	return c->stack[c->depth - 1];
}

void
console_full(struct console *c)
{
	size_t i;

	c->full = c->dirty = true;
	for (i = 0; i < c->depth; i++)
		c->stack[i]->full = c->stack[i]->dirty = true;
}

void
console_push(struct console *c, struct view *v)
{
	if (c->depth == CONSOLE_DEPTH) {
		v->ops->close(v);
		console_message(c, MESSAGE_WARNING, "too many screens are open; go back first");
		return;
	}
	c->leaves[c->depth] = false;
	c->stack[c->depth++] = v;
	console_full(c);
}

/* What it asks at the foot goes with it. */
static void
take_off(struct console *c, size_t at)
{
	struct view *v = c->stack[at];

	if (c->prompt && c->ask.arg == v)
		console_ask_close(c);
	c->depth--;
	memmove(c->stack + at, c->stack + at + 1, (c->depth - at) * sizeof c->stack[0]);
	memmove(c->leaves + at, c->leaves + at + 1, (c->depth - at) * sizeof c->leaves[0]);
	console_full(c);
	v->ops->close(v);
}

void
console_pop(struct console *c)
{
	if (c->depth > 1)
		take_off(c, c->depth - 1);
}

/* Closing one may push another, or let another go: begin anew. The first one stays. */
static void
let_go(struct console *c)
{
	size_t i = c->depth;

	while (i > 1) {
		if (c->leaves[--i]) {
			take_off(c, i);
			i = c->depth;
		}
	}
}

/* The start view of the settings: a screen's name, or a saved view's. */
static void
open_start(struct console *c)
{
	const char *start = c->settings.start ? c->settings.start : "auto";

	c->stack[c->depth++] =
	    text_same(start, "groups") ? groups_new(&c->services) : grid_new(&c->services, NULL);
	c->start_by_role = text_same(start, "auto");
	if (text_same(start, "tasks"))
		console_push(c, tasks_new(&c->services));
	else if (!text_same(start, "groups") && !text_same(start, "grid") && !c->start_by_role)
		console_request(c, REQ_VIEWS, start);
}

/* Who it is is known after the first answer: an LRO begins with what waits for them, unless they
 * have begun with something else. */
static void
start_by_role(struct console *c, const struct session *s)
{
	if (!c->start_by_role || !s->role[0])
		return;
	c->start_by_role = false;
	if (strcmp(s->role, "lro") == 0 && c->depth == 1 && !c->prompt)
		console_push(c, tasks_new(&c->services));
}

struct console *
console_new(struct screen *screen, struct source *source, const struct console_settings *settings)
{
	struct console *c = xcalloc(1, sizeof *c);

	c->settings = *settings;
	c->screen = screen;
	c->source = source;
	c->full = c->dirty = true;
	console_services_init(c);
	open_start(c);
	return c;
}

void
console_free(struct console *c)
{
	if (!c)
		return;
	console_ask_close(c);
	while (c->depth) {
		c->depth--;
		c->stack[c->depth]->ops->close(c->stack[c->depth]);
	}
	console_forget(c);
	console_message_free(c);
	free(c->posted_arg);
	buf_free(&c->status);
	free(c);
}

static void
go_back(struct console *c)
{
	if (c->depth > 1)
		console_pop(c);
	else
		console_top(c)->ops->request(console_top(c), REQ_FILTER_CLEAR, NULL);
}

static void
leave(struct console *c)
{
	if (c->depth > 1)
		console_pop(c);
	else if (c->settings.confirm_quit)
		console_ask_leave(c);
	else
		c->done = true;
}

static void
suspend(struct console *c)
{
	if (c->settings.captive)
		console_message(c, MESSAGE_WARNING, "there is no stopping here; q leaves");
	else
		c->suspend = true;
}

static void
toggle_mouse(struct console *c)
{
	screen_set_mouse(c->screen, !screen_mouse(c->screen));
	console_message(c, MESSAGE_INFO,
	    screen_mouse(c->screen) ? "the mouse is on: press a row, a title; turn the wheel"
				    : "the mouse is off");
}

static void
retry(struct console *c)
{
	if (c->settings.retry)
		c->settings.retry(c->settings.retry_arg);
	console_message(c, MESSAGE_INFO, "trying to connect");
}

static void
refuse(struct console *c, enum request r)
{
	const struct request_info *info = request_info(r);

	console_message(
	    c, MESSAGE_INFO, "%.*s does nothing on this screen", info->name_len, info->name);
}

/* What no screen took. */
static void
own_request(struct console *c, enum request r, const char *arg)
{
	if (console_go(c, r, arg))
		return;
	if (r == REQ_NEW)
		console_push(c, sheet_new(&c->services, "line_add", NULL));
	else if (r == REQ_COMMAND)
		console_ask_command(c);
	else if (r == REQ_HELP)
		console_push(c, keys_help_new(&c->services, console_top(c)->ops));
	else if (r == REQ_MESSAGES)
		console_push(c, console_messages_view(c));
	else if (r == REQ_BACK)
		go_back(c);
	else if (r == REQ_CANCEL)
		console_message(c, MESSAGE_INFO, "nothing runs that could be cancelled; q leaves");
	else if (r == REQ_QUIT)
		leave(c);
	else if (r == REQ_REDRAW)
		screen_redraw(c->screen);
	else if (r == REQ_MOUSE)
		toggle_mouse(c);
	else if (r == REQ_SUSPEND)
		suspend(c);
	else if (r == REQ_REFRESH)
		retry(c);
	else
		refuse(c, r);
}

void
console_request(struct console *c, enum request r, const char *arg)
{
	struct view *top = console_top(c);

	c->dirty = true;
	r = top->ops->request(top, r, arg);
	if (r != REQ_NONE)
		own_request(c, r, arg);
	console_settle(c);
}

void
console_settle(struct console *c)
{
	enum request r;
	char *arg;

	let_go(c);
	if (c->posted == REQ_NONE)
		return;
	r = c->posted;
	arg = c->posted_arg;
	c->posted = REQ_NONE;
	c->posted_arg = NULL;
	console_request(c, r, arg);
	free(arg);
}

static bool
too_small(const struct console *c)
{
	return c->services.rows < CONSOLE_ROWS_MIN || c->services.cols < CONSOLE_COLS_MIN;
}

static void
resize(struct console *c)
{
	size_t i;

	c->services.rows = screen_rows(c->screen);
	c->services.cols = screen_cols(c->screen);
	for (i = 0; i < c->depth; i++)
		if (c->stack[i]->ops->changed)
			c->stack[i]->ops->changed(c->stack[i]);
	console_full(c);
}

/* Esc and a key soon after it arrive as one Alt key; unbound, it is taken for the two of them. */
void
console_split_alt(struct console *c, const struct key *key)
{
	struct key rest = *key;

	rest.code &= ~(uint32_t)KEYC_ALT;
	console_key(c, &(struct key){ .code = KEYC_ESC });
	console_key(c, &rest);
}

/* A key that no request is bound to: the screen may know it; else say so, for a key that does
 * nothing without a word looks like a fault. */
static void
free_key(struct console *c, const struct key *key)
{
	struct view *top = console_top(c);
	char name[24], help[24];

	if ((top->ops->key && top->ops->key(top, key)) || key->code == KEYC_MOUSE)
		return;
	if (key->code & KEYC_ALT) {
		console_split_alt(c, key);
		return;
	}
	key_format(key->code, name);
	keymap_key(c->settings.keys, REQ_HELP, help);
	if (!name[0])
		return;
	console_message(c, MESSAGE_INFO, "%s has no meaning here; %s shows the keys", name, help);
}

void
console_key(struct console *c, const struct key *key)
{
	struct view *top = console_top(c);
	enum request r = top->ops->meeting ? keymap_request_meeting(c->settings.keys, key->code)
					   : keymap_request(c->settings.keys, key->code);

	c->dirty = true;
	if (key->code == KEYC_RESIZE) {
		resize(c);
		return;
	}
	c->message_shown = c->unasked = c->start_by_role = false;
	/* On a screen that shows nothing, keys do nothing but leave. */
	if (too_small(c))
		c->done = c->done || r == REQ_QUIT;
	else if (c->prompt)
		console_ask_key(c, key);
	else if (top->ops->keys_first && top->ops->key(top, key))
		c->dirty = true;
	else if (r != REQ_NONE)
		console_request(c, r, NULL);
	else
		free_key(c, key);
	console_settle(c);
	if (!c->done)
		console_looked(c);
}

void
console_interrupt(struct console *c)
{
	if (c->prompt)
		console_ask_close(c);
	else
		console_request(c, REQ_CANCEL, NULL);
	c->dirty = true;
}

static void
say_working(void *arg)
{
	struct console *c = arg;

	c->working = c->source->ops->pending(c->source) > 0 &&
	    c->source->ops->session(c->source)->link == LINK_UP;
	c->dirty = true;
}

void
console_source(struct console *c)
{
	const struct session *s = c->source->ops->session(c->source);
	bool pending = c->source->ops->pending(c->source) > 0;
	size_t i;

	if (s->generation != c->generation) {
		c->generation = s->generation;
		c->dirty = true;
		if (s->stale_days > 0)
			c->services.stale_days = s->stale_days;
		start_by_role(c, s);
		for (i = 0; i < c->depth; i++)
			if (c->stack[i]->ops->changed)
				c->stack[i]->ops->changed(c->stack[i]);
	}
	if (c->working && (!pending || s->link != LINK_UP)) {
		c->working = false;
		c->dirty = true;
	}
	if (!pending) {
		timers_set(&c->timers, -1, say_working, c);
		c->unasked = false;
	}
	console_settle(c);
	console_news(c);
}

static void
tick(void *arg)
{
	struct console *c = arg;

	c->dirty = true; /* the clock in the banner */
}

int
console_timers(struct console *c)
{
	int64_t now = c->settings.now_us();
	size_t i;

	timers_run(&c->timers, now);
	/* A wait that began since: tell of it in a while. */
	if (c->source->ops->pending(c->source) > 0 && !c->working && !c->unasked) {
		for (i = 0; i < c->timers.n && c->timers.items[i].fn != say_working; i++)
			continue;
		if (i == c->timers.n)
			timers_set(&c->timers, now + WORKING_MS * 1000, say_working, c);
	}
	timers_set(&c->timers, console_clock_due(c, now), tick, c);
	console_settle(c);
	return timers_next_ms(&c->timers, now);
}

void
console_warn(struct console *c, const char *text)
{
	console_message(c, MESSAGE_WARNING, "%s", text);
}

bool
console_done(const struct console *c)
{
	return c->done;
}

bool
console_suspend(struct console *c)
{
	bool wanted = c->suspend;

	c->suspend = false;
	return wanted;
}

bool
console_settled(const struct console *c)
{
	return c->source->ops->pending(c->source) == 0;
}
