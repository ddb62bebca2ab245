/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/console_impl.h"
#include "view/banner.h"
#include "view/foot.h"

int64_t
console_clock_due(const struct console *c, int64_t now)
{
	int ms = banner_next_ms(c->source->ops->session(c->source), now);

	return ms < 0 ? -1 : now + (int64_t)ms * 1000;
}

static enum style
message_style(enum message_kind kind)
{
	switch (kind) {
	case MESSAGE_INFO:
		return STYLE_NORMAL;
	case MESSAGE_WARNING:
		return STYLE_WARNING;
	case MESSAGE_ERROR:
		return STYLE_ERROR;
	}
	return STYLE_NORMAL;
}

static void
draw_foot(struct console *c, struct region r)
{
	struct view *top = console_top(c);
	const struct console_message *m = &c->messages[c->newest];
	struct foot foot = { .status = "", .hints = top->ops->hints, .keys = c->settings.keys };

	buf_clear(&c->status);
	if (c->working)
		buf_adds(&c->status, "Working... ");
	if (top->ops->status)
		buf_adds(&c->status, top->ops->status(top));
	foot.status = buf_str(&c->status);
	if (c->message_shown) {
		foot.message = m->text;
		foot.message_style = message_style(m->kind);
	}
	foot_draw(r, &foot);
}

/* The screen on top, and below it those that its box leaves to be seen. */
static void
draw_views(struct console *c, struct region r)
{
	size_t i = c->depth - 1;
	bool drawn = false;
	struct view *v;

	while (i > 0 && c->stack[i]->ops->popup)
		i--;
	for (; i < c->depth; i++) {
		v = c->stack[i];
		v->full = v->full || drawn;
		if (!v->dirty && !v->full)
			continue;
		v->ops->draw(v, r);
		drawn = true;
	}
}

static bool
any_dirty(const struct console *c)
{
	size_t i;

	for (i = 0; i < c->depth; i++)
		if (c->stack[i]->dirty || c->stack[i]->full)
			return true;
	return c->dirty;
}

static void
draw_too_small(struct console *c, struct region r)
{
	region_clear(r);
	region_text(r, 0, 0, STYLE_MARKING, c->settings.marking);
	region_text(r, r.rows > 1 ? 1 : 0, 0, STYLE_WARNING, "too small: 20x5");
	screen_cursor(c->screen, 0, 0, false);
}

static void
draw_prompt(struct console *c, struct region r)
{
	int rows = c->prompt ? prompt_rows(c->prompt, r.rows) : 0;

	if (rows != c->prompt_rows)
		console_full(c);
	c->prompt_rows = rows;
	draw_views(c, r);
}

void
console_draw(struct console *c)
{
	struct region all = screen_region(c->screen), body;
	int rows = all.rows - 2;

	if (!any_dirty(c))
		return;
	if (all.rows < CONSOLE_ROWS_MIN || all.cols < CONSOLE_COLS_MIN) {
		draw_too_small(c, all);
	} else {
		if (c->full)
			region_clear(all);
		body = region_part(all, 1, 0, rows, all.cols);
		draw_prompt(c, body);
		banner_draw(region_part(all, 0, 0, 1, all.cols), c->settings.marking,
		    c->source->ops->session(c->source), c->fresh, c->settings.now_us());
		draw_foot(c, region_part(all, all.rows - 1, 0, 1, all.cols));
		if (c->prompt)
			prompt_draw(c->prompt,
			    region_part(
				all, all.rows - c->prompt_rows, 0, c->prompt_rows, all.cols));
	}
	c->dirty = c->full = false;
	screen_flush(c->screen);
}
