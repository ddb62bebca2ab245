/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/sheet.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "view/sheet_impl.h"

#define BESIDE_COLS 110 /* from this width on what saving would do stands beside the form */
#define BESIDE_SHARE 3	/* of which it takes a third */
#define BELOW_ROWS 14	/* with fewer rows it is left out */

static void
title(struct sheet *e, struct region r)
{
	char *text =
	    xasprintf("%s%s%s", e->data->label, e->data->record[0] ? "  " : "", e->data->record);

	region_clear(region_part(r, 0, 0, 1, r.cols));
	region_text(r, 0, 1, STYLE_TITLE, text);
	free(text);
}

static void
draw_told(struct sheet *e, struct region r, bool beside)
{
	e->told_region = r;
	region_clear(region_part(r, 0, 0, r.rows, beside ? 2 : 1));
	if (beside) {
		region_vline(r, 0, STYLE_DIM);
		r = region_part(r, 0, 2, r.rows, r.cols - 2);
	} else {
		region_hline(r, 0, STYLE_DIM);
		r = region_part(r, 1, 1, r.rows - 1, r.cols - 1);
	}
	pane_draw(e->told, r, e->telling != 0);
}

/* Rows for what saving would do, below a narrow form. */
static int
below(const struct sheet *e, struct region r)
{
	int most = r.rows / 3, want = (int)flow_lines(pane_flow(e->told), r.cols - 1) + 1;

	if (!e->data->previewed || r.rows < BELOW_ROWS)
		return 0;
	return want < most ? (want > 2 ? want : 2) : most;
}

static void
sheet_draw(struct view *v, struct region r)
{
	struct sheet *e = (struct sheet *)v;
	struct region form;
	int told;

	if (v->full)
		region_clear(r);
	if (!e->data) {
		region_text(r, 0, 1, STYLE_DIM, "asking for the form...");
		v->dirty = v->full = false;
		return;
	}
	title(e, r);
	form = region_part(r, 1, 0, r.rows - 1, r.cols);
	if (e->data->previewed && form.cols >= BESIDE_COLS) {
		told = form.cols / BESIDE_SHARE;
		draw_told(e, region_part(form, 0, form.cols - told, form.rows, told), true);
		form = region_part(form, 0, 0, form.rows, form.cols - told);
	} else if ((told = below(e, form)) > 0) {
		v->full = v->full || told != e->told_region.rows;
		draw_told(e, region_part(form, form.rows - told, 0, told, form.cols), false);
		form = region_part(form, 0, 0, form.rows - told, form.cols);
	}
	form_draw(e->form, form, v->full);
	v->dirty = v->full = false;
}

/* What was typed stays as a draft. */
static void
leave(struct sheet *e)
{
	struct app_services *s = e->view.services;

	if (e->data && sheet_changed(e)) {
		e->typed = true;
		sheet_draft_now(e);
		s->message(
		    s, MESSAGE_INFO, "kept as a draft: %s again goes on with it", e->data->label);
	} else if (e->data) {
		sheet_draft_drop(e);
	}
	s->pop(s, &e->view);
}

static void
start_again(void *arg, const char *text)
{
	struct sheet *e = arg;

	if (!text || (*text != 'y' && *text != 'Y'))
		return;
	sheet_reset(e);
	sheet_draft_drop(e);
	sheet_tell(e);
	e->view.dirty = true;
}

static void
ask_start_again(struct sheet *e)
{
	struct ask ask = {
		.label = "Throw away what is typed here? y or n: ", .done = start_again, .arg = e
	};

	e->view.services->ask(e->view.services, &ask);
}

/* Keys that are the form's own but none of the widget's. */
static bool
own_key(struct sheet *e, const struct key *key)
{
	if (key->code == KEYC_CTRL('r'))
		ask_start_again(e);
	else if (key->code == KEYC_CTRL('t')) {
		sheet_take_theirs(e);
		sheet_typed(e);
	} else if (key->code == KEYC_CTRL('s') && e->data->n == 0) {
		sheet_save(e); /* a form without fields has no widget to ask */
	} else if (key->code == KEYC_CTRL('v') && e->many) {
		sheet_many_show(e);
	} else
		return false;
	e->view.dirty = true;
	return true;
}

/* A key that comes before the form does is kept for it; Esc does not wait. */
static bool
wait_key(struct sheet *e, const struct key *key)
{
	struct app_services *s = e->view.services;

	if (e->taking && e->many && key->code == KEYC_ESC)
		sheet_many_stop(e);
	else if (e->taking)
		s->message(s, MESSAGE_INFO, "saving: the answer is still to come");
	else if (key->code == KEYC_ESC)
		s->pop(s, &e->view);
	else if (e->nearly < SHEET_EARLY_MOST)
		e->early[e->nearly++] = *key;
	return true;
}

static bool
sheet_key(struct view *v, const struct key *key)
{
	struct sheet *e = (struct sheet *)v;

	if (!e->data || e->taking)
		return wait_key(e, key);
	switch (form_key(e->form, key)) {
	case FORM_UNUSED:
		return own_key(e, key);
	case FORM_MOVED:
		break;
	case FORM_EDITED:
		sheet_check(e, form_edited(e->form), false);
		sheet_typed(e);
		break;
	case FORM_SUBMIT:
		sheet_save(e);
		break;
	case FORM_LEFT:
		leave(e);
		break;
	}
	v->dirty = true;
	return true;
}

void
sheet_catch_up(struct sheet *e)
{
	for (size_t i = 0; i < e->nearly; i++)
		sheet_key(&e->view, &e->early[i]);
	e->nearly = 0;
}

static enum request
sheet_request(struct view *v, enum request r, const char *arg)
{
	(void)v;
	(void)arg;
	return r == REQ_REFRESH ? REQ_NONE : r;
}

/* Back on the line: hand in what could not be kept, and ask for a form that never came. */
static void
sheet_session_changed(struct view *v)
{
	struct sheet *e = (struct sheet *)v;
	const struct session *s = v->services->source->ops->session(v->services->source);

	v->dirty = true;
	if (s->link == LINK_LOST || s->link == LINK_REFUSED) {
		e->was_down = true;
	} else if (s->link == LINK_UP && e->was_down) {
		e->was_down = false;
		if (e->data && e->typed)
			sheet_typed(e);
	}
}

static bool
sheet_folds(const struct sheet *e)
{
	for (size_t i = 0; i < e->data->n; i++)
		if (form_folded(e->form, i))
			return true;
	return false;
}

static const char *
sheet_status(struct view *v)
{
	struct sheet *e = (struct sheet *)v;

	if (e->taking && e->many) {
		snprintf(e->status, sizeof e->status, "saving, %zu of %zu done; Esc stops",
		    e->many->taken, e->many->n);
		return e->status;
	}
	if (e->taking)
		return "saving...";
	if (!e->data)
		return "Esc leaves";
	if (e->moved)
		return "changed meanwhile: C-s shows theirs  Esc leaves";
	snprintf(e->status, sizeof e->status, "C-s saves  Esc leaves  %s%s%s%s",
	    sheet_folds(e) ? "C-o opens more  " : "", e->many ? "C-v lists all" : "C-r start again",
	    e->kept ? "  draft kept " : "", e->kept ? e->kept_at : "");
	return e->status;
}

static void
sheet_close(struct view *v)
{
	struct sheet *e = (struct sheet *)v;

	sheet_draft_now(e);
	sheet_stop(e);
	sheet_many_close(e);
	form_free(e->form);
	pane_free(e->told);
	step_form_free(e->data);
	free(e);
}

static const struct view_ops sheet_ops = {
	.name = "form",
	.title = "form",
	.keys_first = true,
	.draw = sheet_draw,
	.request = sheet_request,
	.key = sheet_key,
	.changed = sheet_session_changed,
	.news = sheet_news,
	.status = sheet_status,
	.close = sheet_close,
};

struct sheet *
sheet_make(struct app_services *services)
{
	struct sheet *e = xcalloc(1, sizeof *e);

	e->view = (struct view){ .ops = &sheet_ops, .services = services, .full = true };
	e->told = pane_new();
	return e;
}

struct view *
sheet_new(struct app_services *services, const char *step, const char *id)
{
	return sheet_new_begin(services, step, id, &(struct sheet_begin){ .name = NULL });
}

struct view *
sheet_new_begin(struct app_services *services, const char *step, const char *id,
    const struct sheet_begin *begin)
{
	struct sheet *e = sheet_make(services);

	e->begin = *begin;
	snprintf(e->step, sizeof e->step, "%s", step);
	snprintf(e->id, sizeof e->id, "%s", id ? id : "");
	sheet_ask(e);
	return &e->view;
}
