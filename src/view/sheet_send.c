/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/sheet_impl.h"

#define DRAFT_MS 400 /* a pause after which what is typed is kept */
#define DRAFT_AGAIN_MS 1000
#define TELL_MS 150 /* and after which it is asked what saving would do */

void
sheet_hand(const struct sheet *e, struct sheet_handed *h, bool all)
{
	size_t i, k, n = e->data->n;

	h->names = xcalloc(n + 1, sizeof *h->names);
	h->values = xcalloc(n + 1, sizeof *h->values);
	for (i = k = 0; i < n; i++) {
		if (!all && !sheet_differs(e, i))
			continue;
		h->names[k] = form_name(e->form, i);
		h->values[k++] = form_value(e->form, i);
	}
	h->t = (struct step_taking){ .step = e->step,
		.id = e->id[0] ? e->id : NULL,
		.version = e->data->version,
		.cells = { .names = h->names, .values = h->values, .n = k },
		.op = e->op };
}

void
sheet_handed_free(struct sheet_handed *h)
{
	free(h->names);
	free(h->values);
}

static void draft_due(void *arg);

/* What the database did not refuse may have been struck by a cancel request meant for another. A
 * link that is down is heard of when it is back. */
static void
draft_again(struct sheet *e, const struct error *err)
{
	struct app_services *s = e->view.services;

	e->typed = true;
	if (strncmp(err->sqlstate, "GL", 2) != 0 &&
	    s->source->ops->session(s->source)->link == LINK_UP)
		s->timer(s, DRAFT_AGAIN_MS, draft_due, e);
}

static void
on_draft(void *arg, const char *at, const struct error *err)
{
	struct sheet_draft *d = arg;
	struct sheet *e = d->sheet;

	free(d);
	if (!e)
		return;
	e->drafting = NULL;
	if (err) {
		draft_again(e, err);
	} else {
		snprintf(e->kept_at, sizeof e->kept_at, "%s", at);
		e->kept = e->kept_at[0] != '\0';
	}
	e->view.dirty = true;
}

static void
draft(struct sheet *e, bool keep)
{
	struct source *source = e->view.services->source;
	struct sheet_draft *d = xcalloc(1, sizeof *d);
	struct sheet_handed h;

	/* Only what was typed: the rest follows the record, whoever changes it meanwhile. */
	sheet_hand(e, &h, false);
	if (!keep)
		h.t.cells.n = 0;
	if (e->drafting)
		e->drafting->sheet = NULL; /* this one supersedes it */
	d->sheet = e;
	e->drafting = d;
	e->typed = false;
	source->ops->draft(source, &h.t, on_draft, d);
	sheet_handed_free(&h);
}

void
sheet_draft_now(struct sheet *e)
{
	if (!e->data || !e->typed || e->taking)
		return;
	if (sheet_changed(e))
		draft(e, true);
	else
		sheet_draft_drop(e);
}

void
sheet_draft_drop(struct sheet *e)
{
	e->op[0] = '\0';
	if (e->kept || e->drafting) /* one on its way will be there, too */
		draft(e, false);
}

static void
draft_due(void *arg)
{
	sheet_draft_now(arg);
}

static void
on_told(void *arg, struct card *card, const struct error *err)
{
	struct sheet *e = arg;
	struct flow *flow = pane_flow(e->told);
	const char *section = "";
	size_t i;

	(void)err; /* what it would do is a help; the saving itself tells of trouble */
	e->telling = 0;
	if (!card)
		return;
	flow_clear(flow);
	for (i = 0; i < card->n; i++) {
		const struct card_item *item = &card->items[i];

		if (strcmp(item->section, section) != 0)
			flow_heading(flow, section = item->section);
		if (item->label[0])
			flow_pair(flow, item->label, item->text);
		else
			flow_text(flow, item->text);
	}
	e->told_lines = card->n;
	card_free(card);
	e->view.dirty = true;
}

void
sheet_tell(struct sheet *e)
{
	struct source *source = e->view.services->source;
	struct sheet_handed h;

	if (!e->data || !e->data->previewed)
		return;
	if (e->telling)
		source->ops->cancel(source, e->telling);
	if (e->many) {
		sheet_many_tell(e);
		return;
	}
	sheet_hand(e, &h, true);
	e->telling = source->ops->step_preview(source, &h.t, on_told, e);
	sheet_handed_free(&h);
}

static void
tell_due(void *arg)
{
	sheet_tell(arg);
}

/* Draft and preview, after a pause. */
static void
soon(struct sheet *e)
{
	struct app_services *s = e->view.services;

	e->typed = true;
	s->timer(s, DRAFT_MS, draft_due, e);
	if (e->data->previewed)
		s->timer(s, TELL_MS, tell_due, e);
	e->view.dirty = true;
}

void
sheet_typed(struct sheet *e)
{
	e->op[0] = '\0';
	soon(e);
}

static void
on_form(void *arg, struct step_form *form, const struct error *err)
{
	struct sheet *e = arg;
	struct app_services *s = e->view.services;
	size_t differ;

	e->asking = 0;
	e->view.dirty = true;
	if (e->many && sheet_many_form(e, form, err))
		return;
	if (!form) {
		s->message_error(s, err);
		if (!e->data)
			s->pop(s, &e->view);
		return;
	}
	if (!e->data) {
		e->data = form;
		differ = sheet_build(e);
		if (differ)
			s->message(s, MESSAGE_WARNING,
			    "changed since the draft was kept: %zu %s, shown beside; C-s saves yours",
			    differ, differ == 1 ? "field" : "fields");
		sheet_tell(e);
		e->view.full = true;
		sheet_catch_up(e);
		return;
	}
	e->moved = false;
	differ = sheet_merge(e, form);
	step_form_free(form);
	if (differ)
		s->message(s, MESSAGE_WARNING,
		    "%zu %s changed by somebody else, too: shown beside; C-s saves yours", differ,
		    differ == 1 ? "field was" : "fields were");
	else
		s->message(s, MESSAGE_WARNING,
		    "somebody changed this record meanwhile, in no field of yours; C-s saves");
	sheet_typed(e);
}

void
sheet_ask(struct sheet *e)
{
	struct source *source = e->view.services->source;

	e->asking = source->ops->step_form(source, e->step, e->id[0] ? e->id : NULL, on_form, e);
}

void
sheet_refused(struct sheet *e, const struct error *err)
{
	struct app_services *s = e->view.services;
	size_t n = strcmp(err->sqlstate, "GL004") == 0 ? sheet_faults(e, err->detail) : 0;

	if (strcmp(err->sqlstate, "GL003") == 0)
		sheet_ask(e);
	else if (n)
		s->message(s, MESSAGE_ERROR, "not saved: %zu %s mending", n,
		    n == 1 ? "field needs" : "fields need");
	else
		s->message_error(s, err);
	/* Unless the database said no, it may have been done: tried again it has the same key. */
	if (strncmp(err->sqlstate, "GL", 2) == 0)
		e->op[0] = '\0';
	soon(e);
}

static void
on_done(void *arg, struct step_done *done, const struct error *err)
{
	struct sheet *e = arg;
	struct app_services *s = e->view.services;

	e->taking = 0;
	e->view.dirty = true;
	if (!done) {
		sheet_refused(e, err);
		return;
	}
	s->message(s, MESSAGE_INFO, "%s", done->said);
	e->typed = false;
	step_done_free(done);
	s->pop(s, &e->view);
	/* A list reads anew by itself when the link comes back. */
	if (s->source->ops->session(s->source)->link == LINK_UP)
		s->post(s, REQ_REFRESH, NULL);
}

void
sheet_save(struct sheet *e)
{
	struct app_services *s = e->view.services;
	struct error err = ERROR_INIT;
	struct sheet_handed h;
	size_t n;

	if (!e->data || e->taking)
		return;
	n = sheet_check_all(e);
	e->view.dirty = true;
	if (n) {
		s->message(s, MESSAGE_ERROR, "not saved: %zu %s mending", n,
		    n == 1 ? "field needs" : "fields need");
		return;
	}
	if (!e->op[0] && !uuid_make(e->op, &err)) {
		s->message_error(s, &err);
		return;
	}
	if (e->many) {
		sheet_many_take(e);
		return;
	}
	sheet_hand(e, &h, true);
	e->taking = s->source->ops->step_take(s->source, &h.t, on_done, e);
	sheet_handed_free(&h);
}

void
sheet_stop(struct sheet *e)
{
	struct app_services *s = e->view.services;

	s->timer(s, -1, draft_due, e);
	s->timer(s, -1, tell_due, e);
	if (e->asking)
		s->source->ops->cancel(s->source, e->asking);
	if (e->telling)
		s->source->ops->cancel(s->source, e->telling);
	if (e->looking)
		s->source->ops->cancel(s->source, e->looking);
	if (e->taking)
		s->source->ops->cancel(s->source, e->taking);
	if (e->drafting)
		e->drafting->sheet = NULL;
}
