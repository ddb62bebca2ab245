/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/quick.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/uuid.h"
#include "view/sheet.h"

struct quick {
	struct app_services *services;
	void (*done)(void *arg);
	void *arg;
	char *steps; /* those still to be tried, the first is under way */
	char *why;   /* what was said against the first of them */
	char *hint;
	char id[ROW_ID_LEN + 1], op[UUID_TEXT], step[64];
	source_ticket ticket;
};

static void ask(struct quick *q);

struct quick *
quick_new(struct app_services *services, void (*done)(void *arg), void *arg)
{
	struct quick *q = xcalloc(1, sizeof *q);

	q->services = services;
	q->done = done;
	q->arg = arg;
	return q;
}

static void
forget(struct quick *q)
{
	free(q->steps);
	free(q->why);
	free(q->hint);
	q->steps = q->why = q->hint = NULL;
}

void
quick_free(struct quick *q)
{
	if (!q)
		return;
	if (q->ticket)
		q->services->source->ops->cancel(q->services->source, q->ticket);
	forget(q);
	free(q);
}

bool
quick_busy(const struct quick *q)
{
	return q->ticket != 0;
}

static void
on_done(void *arg, struct step_done *done, const struct error *err)
{
	struct quick *q = arg;
	struct app_services *s = q->services;
	struct buf text = BUF_INIT;

	q->ticket = 0;
	if (done) {
		buf_adds(&text, done->said);
		if (strcmp(q->step, "task_undo") != 0) {
			buf_adds(&text, "; ");
			keymap_hint(s->keys, REQ_UNDO, " takes it back", &text);
		}
		s->message(s, MESSAGE_INFO, "%s", buf_str(&text));
		buf_free(&text);
		step_done_free(done);
		q->done(q->arg);
	} else if (strcmp(err->sqlstate, "GL004") == 0) {
		s->push(s, sheet_new(s, q->step, q->id));
	} else {
		s->message_error(s, err);
	}
}

/* Does it want to be told something first? */
static bool
wants_typing(const struct step_form *form)
{
	for (size_t i = 0; i < form->n; i++)
		if (form->fields[i].draft ||
		    (form->fields[i].required && !form->fields[i].value[0]))
			return true;
	return false;
}

static void
take(struct quick *q, const struct step_form *form)
{
	struct source *source = q->services->source;
	const char **names = xcalloc(form->n + 1, sizeof *names);
	const char **values = xcalloc(form->n + 1, sizeof *values);
	struct step_taking t = { .step = q->step,
		.id = q->id,
		.version = form->version,
		.cells = { .names = names, .values = values, .n = form->n },
		.op = q->op };
	struct error err = ERROR_INIT;

	for (size_t i = 0; i < form->n; i++) {
		names[i] = form->fields[i].name;
		values[i] = form->fields[i].value;
	}
	if (uuid_make(q->op, &err))
		q->ticket = source->ops->step_take(source, &t, on_done, q);
	else
		q->services->message_error(q->services, &err);
	free(names);
	free(values);
}

/* It is not to be: the next one, or what was said against the first. */
static void
refused(struct quick *q, const struct error *err)
{
	const char *rest = q->steps + strcspn(q->steps, " ");

	rest += strspn(rest, " ");
	if (!q->why) {
		q->why = xstrdup(err->text);
		q->hint = xstrdup(err->hint);
	}
	if (*rest && strncmp(err->sqlstate, "GL", 2) == 0) {
		memmove(q->steps, rest, strlen(rest) + 1);
		ask(q);
	} else {
		struct error first = ERROR_INIT;

		error_set(&first, "%s", q->why);
		error_hint(&first, "%s", q->hint);
		q->services->message_error(q->services, &first);
		forget(q);
	}
}

static void
on_form(void *arg, struct step_form *form, const struct error *err)
{
	struct quick *q = arg;
	struct app_services *s = q->services;

	q->ticket = 0;
	if (!form) {
		refused(q, err);
		return;
	}
	if (wants_typing(form))
		s->push(s, sheet_new(s, q->step, q->id));
	else
		take(q, form);
	step_form_free(form);
	forget(q);
}

static void
ask(struct quick *q)
{
	struct source *source = q->services->source;
	size_t len = strcspn(q->steps, " ");

	if (len >= sizeof q->step)
		len = sizeof q->step - 1;
	memcpy(q->step, q->steps, len);
	q->step[len] = '\0';
	q->ticket = source->ops->step_form(source, q->step, q->id, on_form, q);
}

void
quick_take(struct quick *q, const char *steps, const char *id)
{
	if (q->ticket)
		return;
	forget(q);
	q->steps = xstrdup(steps);
	snprintf(q->id, sizeof q->id, "%s", id);
	ask(q);
}
