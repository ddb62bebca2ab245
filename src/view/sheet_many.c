/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/sheet_impl.h"

#define PART 50	      /* records that are asked about at a time */
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

static int
by_ref(const void *a, const void *b)
{
	const struct step_result *x = a, *y = b;

	return strcmp(x->ref, y->ref);
}

/* What came of some of them to what came of those before. */
static void
gather(struct step_results **all, struct step_results *some)
{
	if (!*all)
		*all = xcalloc(1, sizeof **all);
	for (size_t i = 0; i < some->n; i++) {
		const struct step_result *r = &some->items[i];

		step_results_add(*all, r->id, r->ref, r->said, r->fate);
	}
	step_results_free(some);
	qsort((*all)->items, (*all)->n, sizeof *(*all)->items, by_ref);
}

/* The next few from a place on: so many that an answer is soon there. */
static struct step_many_taking
part(const struct sheet *e, const struct sheet_handed *h, size_t from)
{
	const struct sheet_many_state *m = e->many;
	size_t left = m->n - from;

	return (struct step_many_taking){ .step = e->step,
		.ids = m->ids + from,
		.versions = m->versions ? m->versions + from : NULL,
		.n = left < PART ? left : PART,
		.cells = h->t.cells,
		.op = e->op };
}

static void tell_part(struct sheet *e);

static void
on_told(void *arg, struct step_results *results, const struct error *err)
{
	struct sheet *e = arg;
	struct sheet_many_state *m = e->many;

	(void)err; /* what it would do is a help; the saving itself tells of trouble */
	e->telling = 0;
	if (!results)
		return;
	if (m->asked == 0) {
		step_results_free(m->told);
		m->told = NULL;
	}
	m->asked += results->n;
	gather(&m->told, results);
	flow_clear(pane_flow(e->told));
	sheet_many_fill(e, pane_flow(e->told), m->told, false);
	e->told_lines = m->told->n;
	e->view.dirty = true;
	if (m->asked > 0 && m->asked < m->n)
		tell_part(e);
}

static void
tell_part(struct sheet *e)
{
	struct source *source = e->view.services->source;
	struct step_many_taking t;
	struct sheet_handed h;

	sheet_hand(e, &h, true);
	t = part(e, &h, e->many->asked);
	e->telling = source->ops->step_many_preview(source, &t, on_told, e);
	sheet_handed_free(&h);
}

void
sheet_many_tell(struct sheet *e)
{
	e->many->asked = 0;
	tell_part(e);
}

/* Faults that every one of them has are of what is typed: it stays to be mended. */
static bool
mend_first(struct sheet *e)
{
	struct sheet_many_state *m = e->many;
	struct step_results *r = m->results;

	if (r->n < 2 || r->of[STEP_REFUSED] < r->n)
		return false;
	for (size_t i = 1; i < r->n; i++)
		if (strcmp(r->items[i].said, r->items[0].said) != 0)
			return false;
	e->op[0] = '\0';
	e->view.services->message(
	    e->view.services, MESSAGE_ERROR, "none was done: %s", r->items[0].said);
	step_results_free(r);
	m->results = NULL;
	m->taken = 0;
	return true;
}

/* They are called what they were called before; a new tasking is told of in what is said. */
static void
name_again(struct step_results *done, const struct step_results *told)
{
	for (size_t i = 0; i < done->n; i++)
		for (size_t k = 0; told && k < told->n; k++)
			if (strcmp(told->items[k].id, done->items[i].id) == 0) {
				free(done->items[i].ref);
				done->items[i].ref = xstrdup(told->items[k].ref);
				break;
			}
}

/* Those that were not come to. */
static void
add_rest(struct sheet_many_state *m)
{
	for (; m->taken < m->n; m->taken++)
		step_results_add(
		    m->results, m->ids[m->taken], "the others", "not come to", STEP_REFUSED);
	name_again(m->results, m->told);
	qsort(m->results->items, m->results->n, sizeof *m->results->items, by_ref);
}

static void
on_done(void *arg, struct step_results *results, const struct error *err)
{
	struct sheet *e = arg;
	struct sheet_many_state *m = e->many;

	e->taking = 0;
	e->view.dirty = true;
	if (!results) {
		/* Those that were done are; saved again it goes on with the others. */
		sheet_refused(e, err);
		return;
	}
	m->taken += results->n;
	name_again(results, m->told);
	gather(&m->results, results);
	if (m->taken < m->n && !m->stop) {
		sheet_many_take(e);
		return;
	}
	add_rest(m);
	if (mend_first(e))
		return;
	e->typed = false;
	e->view.services->pop(e->view.services, &e->view);
}

void
sheet_many_take(struct sheet *e)
{
	struct source *source = e->view.services->source;
	struct step_many_taking t;
	struct sheet_handed h;

	sheet_hand(e, &h, true);
	t = part(e, &h, e->many->taken);
	e->taking = source->ops->step_many(source, &t, on_done, e);
	sheet_handed_free(&h);
}

void
sheet_many_stop(struct sheet *e)
{
	struct app_services *s = e->view.services;

	e->many->stop = true;
	s->message(s, MESSAGE_INFO, "stopping: what is on its way is still done");
}

void
sheet_many_close(struct sheet *e)
{
	struct sheet_many_state *m = e->many;

	if (!m)
		return;
	if (m->results) {
		add_rest(m);
		sheet_many_results(e);
	}
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
