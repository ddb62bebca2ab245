/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "window_world.h"

#include "tests/unit/cm.h"

static void
no_cell(void *arg, size_t row, int column, struct list_cell *cell)
{
	(void)arg;
	(void)row;
	(void)column;
	*cell = (struct list_cell){ .text = "x", .style = STYLE_NORMAL };
}

static bool
no_mark(void *arg, size_t row)
{
	(void)arg;
	(void)row;
	return false;
}

static void
on_changed(void *arg)
{
	struct window_world *w = arg;

	if (w->screen)
		list_draw(w->list, screen_region(w->screen), false);
}

static void
on_loaded(void *arg)
{
	((struct window_world *)arg)->loaded++;
}

static void
on_missed(void *arg, enum seek_kind kind)
{
	(void)kind;
	((struct window_world *)arg)->missed++;
}

static void
on_failed(void *arg, const struct error *err)
{
	assert_true(error_is_set(err));
	((struct window_world *)arg)->failed++;
}

void
window_world_open(struct window_world *w, size_t lines, const struct window_query *q)
{
	static const struct list_ops list_ops = { .cell = no_cell, .marked = no_mark };
	static const struct window_events events = { on_changed, on_loaded, on_missed, on_failed };
	static const struct list_column column = { .id = 1, .title = "x", .width = 4 };
	struct theme theme;
	struct screen_options options = {
		.theme = &theme, .term = "vt100", .rows = ROWS, .cols = 20
	};

	*w = (struct window_world){ .in = fopen("/dev/null", "re"),
		.out = fopen("/dev/null", "we") };
	theme_defaults(&theme);
	options.in = w->in;
	options.out = w->out;
	assert_true(screen_open(&w->screen, &options, NULL, NULL));
	w->fake = fake_new(lines, 0);
	w->list = list_new(&list_ops, w);
	list_set_columns(w->list, &column, 1);
	w->window = window_new(fake_source(w->fake), LISTING_GRID, w->list, &events, w);
	list_draw(w->list, screen_region(w->screen), true);
	window_open(w->window, q, ROWS - 1, NULL);
}

void
window_world_close(struct window_world *w)
{
	window_free(w->window);
	list_free(w->list);
	screen_close(w->screen);
	assert_int_equal(fake_source(w->fake)->ops->pending(fake_source(w->fake)), 0);
	fake_free(w->fake);
	fclose(w->in);
	fclose(w->out);
}

const struct window_query window_everything = { .sort = -1 };

/* Lines of the fake source stand in ranked order: its number is a line's place, from 0. */
long
window_world_place(const struct window_world *w)
{
	const struct row *row = window_current(w->window);

	return row ? strtol(row->id + 24, NULL, 10) : -1;
}

/* A step of a walk; returns where the cursor then is in a listing held whole. */
long
window_world_step(struct window_world *w, unsigned kind, long at)
{
	switch (kind % 6) {
	case 0:
		window_move(w->window, LIST_DOWN, 1);
		return at + 1 < LINES ? at + 1 : at;
	case 1:
		window_move(w->window, LIST_UP, 1);
		return at > 0 ? at - 1 : at;
	case 2:
		window_move(w->window, LIST_DOWN, 7);
		return at + 7 < LINES ? at + 7 : LINES - 1;
	case 3:
		window_move(w->window, LIST_UP, 7);
		return at > 7 ? at - 7 : 0;
	case 4:
		window_first(w->window);
		return 0;
	default:
		window_last(w->window);
		return LINES - 1;
	}
}
