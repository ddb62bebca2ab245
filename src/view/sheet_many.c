/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/pager.h"
#include "view/sheet_impl.h"

#define FORMS_MOST 20 /* records tried for a form, where the first ones do not allow the step */

/* The try of that number: every step on the first record, then on the next one. */
static bool
ask_form(struct sheet *e, size_t try)
{
	struct sheet_many_state *m = e->many;
	size_t at = try / m->nsteps, k = try % m->nsteps;
	const char *step = m->steps;
	size_t len;

	if (at >= m->n || at >= FORMS_MOST)
		return false;
	for (; k > 0; k--)
		step += strcspn(step, " ") + 1;
	m->form_at = try;
	len = strcspn(step, " ");
	if (len >= sizeof e->step)
		len = sizeof e->step - 1;
	memcpy(e->step, step, len);
	e->step[len] = '\0';
	snprintf(e->id, sizeof e->id, "%s", m->ids[at]);
	sheet_ask(e);
	return true;
}

/* What one of them has need not fit the others: a field that may be empty begins so. */
static void
keep_common(struct step_form *form)
{
	for (size_t i = 0; i < form->n; i++) {
		struct step_field *f = &form->fields[i];

		if (f->shape == STEP_FLAG || f->required)
			continue;
		free(f->value);
		f->value = xstrdup("");
		free(f->note);
		f->note = xstrdup("");
	}
}

static void
begin_with(struct sheet *e, struct step_form *form)
{
	struct sheet_many_state *m = e->many;

	free(form->record);
	form->record = xasprintf("%zu %s", m->n, m->what);
	form->previewed = true;
	keep_common(form);
}

bool
sheet_many_form(struct sheet *e, struct step_form *form, const struct error *err)
{
	struct sheet_many_state *m = e->many;

	if (!form && !e->data && strncmp(err->sqlstate, "GL", 2) == 0 &&
	    ask_form(e, m->form_at + 1))
		return true;
	if (form)
		begin_with(e, form);
	return false;
}

/* What is said of every one of them; NULL: not one thing. */
static const char *
said_of_all(const struct step_results *r, enum step_fate fate)
{
	const char *reason = NULL;

	for (size_t i = 0; i < r->n; i++) {
		if (r->items[i].fate != fate)
			continue;
		if (reason && strcmp(reason, r->items[i].said) != 0)
			return NULL;
		reason = r->items[i].said;
	}
	return reason;
}

/* All of them by name; what is said of every one is said once. */
static void
add_alike(struct flow *flow, const struct step_results *r, enum step_fate fate, const char *said)
{
	struct buf refs = BUF_INIT;

	for (size_t i = 0; i < r->n; i++)
		if (r->items[i].fate == fate)
			buf_addf(&refs, "%s%s", refs.len ? ", " : "", r->items[i].ref);
	flow_text(flow, said);
	flow_text(flow, buf_str(&refs));
	buf_free(&refs);
}

static void
add_fate(struct flow *flow, const struct step_results *r, enum step_fate fate, const char *heading)
{
	size_t n = r->of[fate];
	const char *alike = said_of_all(r, fate);
	char *text;

	if (n == 0)
		return;
	text = xasprintf("%s: %zu of %zu", heading, n, r->n);
	flow_heading(flow, text);
	free(text);
	if (n > 1 && alike)
		add_alike(flow, r, fate, alike);
	else
		for (size_t i = 0; i < r->n; i++)
			if (r->items[i].fate == fate)
				flow_pair(flow, r->items[i].ref, r->items[i].said);
}

/* What went wrong comes first. */
static void
add_results(struct flow *flow, const struct step_results *r, bool done)
{
	add_fate(flow, r, STEP_REFUSED, done ? "Refused" : "Would be refused");
	add_fate(flow, r, STEP_OPEN, "Needs the fields above first");
	add_fate(flow, r, STEP_DONE, done ? "Done" : "Will be done");
}

static void
fill_told(struct sheet *e, struct flow *flow)
{
	flow_clear(flow);
	if (!e->many->told)
		return;
	add_results(flow, e->many->told, false);
}

static int
by_ref(const void *a, const void *b)
{
	const struct step_result *x = a, *y = b;

	return strcmp(x->ref, y->ref);
}

static void
on_told(void *arg, struct step_results *results, const struct error *err)
{
	struct sheet *e = arg;

	(void)err; /* what it would do is a help; the saving itself tells of trouble */
	e->telling = 0;
	if (!results)
		return;
	qsort(results->items, results->n, sizeof *results->items, by_ref);
	step_results_free(e->many->told);
	e->many->told = results;
	e->told_lines = results->n;
	fill_told(e, pane_flow(e->told));
	e->view.dirty = true;
}

static struct step_many_taking
taking(const struct sheet *e, const struct sheet_handed *h)
{
	const struct sheet_many_state *m = e->many;

	return (struct step_many_taking){ .step = e->step,
		.ids = m->ids,
		.versions = m->versions,
		.n = m->n,
		.cells = h->t.cells,
		.op = e->op };
}

void
sheet_many_tell(struct sheet *e)
{
	struct source *source = e->view.services->source;
	struct step_many_taking t;
	struct sheet_handed h;

	sheet_hand(e, &h, true);
	t = taking(e, &h);
	e->telling = source->ops->step_many_preview(source, &t, on_told, e);
	sheet_handed_free(&h);
}

/* Faults that every one of them has are of what is typed: it stays to be mended. */
static bool
mend_first(const struct step_results *results)
{
	return results->n > 1 && results->of[STEP_REFUSED] == results->n &&
	    said_of_all(results, STEP_REFUSED) != NULL;
}

static void
on_done(void *arg, struct step_results *results, const struct error *err)
{
	struct sheet *e = arg;
	struct app_services *s = e->view.services;

	e->taking = 0;
	e->view.dirty = true;
	if (!results) {
		sheet_refused(e, err);
		return;
	}
	qsort(results->items, results->n, sizeof *results->items, by_ref);
	if (mend_first(results)) {
		e->op[0] = '\0';
		s->message(s, MESSAGE_ERROR, "none was done: %s", results->items[0].said);
		step_results_free(results);
		return;
	}
	e->typed = false;
	e->many->results = results;
	s->pop(s, &e->view);
}

void
sheet_many_take(struct sheet *e)
{
	struct source *source = e->view.services->source;
	struct step_many_taking t;
	struct sheet_handed h;

	sheet_hand(e, &h, true);
	t = taking(e, &h);
	e->taking = source->ops->step_many(source, &t, on_done, e);
	sheet_handed_free(&h);
}

static void
show(struct sheet *e, const struct step_results *r, bool done)
{
	struct app_services *s = e->view.services;
	char *title = xasprintf("%s: %s", e->data->label, e->data->record);
	struct pager *p = pager_new(s, title);

	add_results(pager_flow(p), r, done);
	s->push(s, pager_view(p));
	free(title);
}

void
sheet_many_show(struct sheet *e)
{
	if (e->many->told)
		show(e, e->many->told, false);
}

/* The form is off the stack by now: what comes next lies on the screen below it. */
static void
tell_results(struct sheet *e)
{
	struct sheet_many_state *m = e->many;
	struct app_services *s = e->view.services;

	if (m->done)
		m->done(m->arg, m->results);
	show(e, m->results, true);
	s->message(s, m->results->of[STEP_REFUSED] ? MESSAGE_WARNING : MESSAGE_INFO,
	    "%s: %zu done, %zu refused", e->data->label, m->results->of[STEP_DONE],
	    m->results->of[STEP_REFUSED]);
}

void
sheet_many_close(struct sheet *e)
{
	struct sheet_many_state *m = e->many;

	if (!m)
		return;
	if (m->results)
		tell_results(e);
	step_results_free(m->told);
	step_results_free(m->results);
	for (size_t i = 0; i < m->n; i++)
		free((char *)(uintptr_t)m->ids[i]);
	free(m->ids);
	free(m->versions);
	free(m->what);
	free(m->steps);
	free(m);
}

struct view *
sheet_many_new(struct app_services *services, const struct sheet_many *of)
{
	struct sheet_many_state *m = xcalloc(1, sizeof *m);
	struct sheet *e;

	m->what = xstrdup(of->what);
	m->steps = xstrdup(of->step);
	for (const char *c = of->step; c; c = strchr(c + 1, ' '))
		m->nsteps++;
	m->n = of->n;
	m->ids = xcalloc(of->n, sizeof *m->ids);
	for (size_t i = 0; i < of->n; i++)
		m->ids[i] = xstrdup(of->ids[i]);
	if (of->versions) {
		m->versions = xcalloc(of->n, sizeof *m->versions);
		memcpy(m->versions, of->versions, of->n * sizeof *m->versions);
	}
	m->done = of->done;
	m->arg = of->arg;
	e = sheet_make(services);
	e->many = m;
	ask_form(e, 0);
	return &e->view;
}
