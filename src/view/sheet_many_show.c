/* SPDX-License-Identifier: MIT
 *
 * What a step on many records would do, and did: those it is refused to first, then the others;
 * what is said of several is said once.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/pager.h"
#include "view/sheet_impl.h"

/* What is said, without the name of the step in front of it: that is in the title. */
static const char *
said_of(const struct sheet *e, const struct step_result *r)
{
	size_t len = strlen(e->data->label);

	if (strncmp(r->said, e->data->label, len) == 0 && strncmp(r->said + len, ": ", 2) == 0)
		return r->said + len + 2;
	return r->said;
}

/* Of the same fate, and for the same reason. */
static bool
alike(const struct step_result *a, const struct step_result *b)
{
	return a->fate == b->fate && strcmp(a->said, b->said) == 0;
}

/* Those alike from this one on: by name, after what is said of all of them. */
static void
add_alike(const struct sheet *e, struct flow *flow, const struct step_results *r, size_t first)
{
	struct buf refs = BUF_INIT;
	size_t n = 0;

	for (size_t i = first; i < r->n; i++) {
		if (!alike(&r->items[i], &r->items[first]))
			continue;
		buf_addf(&refs, "%s%s", n++ ? ", " : "", r->items[i].ref);
	}
	if (n > 1) {
		flow_text(flow, said_of(e, &r->items[first]));
		flow_text(flow, buf_str(&refs));
	} else {
		flow_pair(flow, r->items[first].ref, said_of(e, &r->items[first]));
	}
	buf_free(&refs);
}

static bool
is_first(const struct step_results *r, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (alike(&r->items[k], &r->items[i]))
			return false;
	return true;
}

static void
add_fate(const struct sheet *e, struct flow *flow, const struct step_results *r,
    enum step_fate fate, const char *heading)
{
	char *text;

	if (r->of[fate] == 0)
		return;
	text = xasprintf("%s: %zu of %zu", heading, r->of[fate], e->many->n);
	flow_heading(flow, text);
	free(text);
	for (size_t i = 0; i < r->n; i++)
		if (r->items[i].fate == fate && is_first(r, i))
			add_alike(e, flow, r, i);
}

void
sheet_many_fill(const struct sheet *e, struct flow *flow, const struct step_results *r, bool done)
{
	add_fate(e, flow, r, STEP_REFUSED, done ? "Not done" : "Would be refused");
	add_fate(e, flow, r, STEP_OPEN, "Needs the fields above first");
	add_fate(e, flow, r, STEP_DONE, done ? "Done" : "Will be done");
}

static void
show(struct sheet *e, const struct step_results *r, bool done)
{
	struct app_services *s = e->view.services;
	char *title = xasprintf("%s: %s", e->data->label, e->data->record);
	struct pager *p = pager_new(s, title);

	sheet_many_fill(e, pager_flow(p), r, done);
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
void
sheet_many_results(struct sheet *e)
{
	struct sheet_many_state *m = e->many;
	struct app_services *s = e->view.services;

	if (m->done)
		m->done(m->arg, m->results);
	show(e, m->results, true);
	s->message(s, m->results->of[STEP_REFUSED] ? MESSAGE_WARNING : MESSAGE_INFO,
	    "%s: %zu done, %zu not", e->data->label, m->results->of[STEP_DONE],
	    m->results->of[STEP_REFUSED]);
}
