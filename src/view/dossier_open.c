/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/dossier_impl.h"

static void
failed(struct dossier_view *v, const struct error *err)
{
	struct app_services *s = v->view.services;

	s->message_error(s, err);
	if (!v->data)
		s->pop(s, &v->view);
}

static void
on_dossier(void *arg, struct dossier *d, const struct error *err)
{
	struct dossier_view *v = arg;

	v->ticket = 0;
	v->view.dirty = true;
	if (!d) {
		v->token[0] = '\0'; /* the next one is asked for with a reason */
		failed(v, err);
		return;
	}
	dossier_free(v->data);
	v->data = d;
	v->view.full = true;
	dossier_show(v, v->pane);
}

static void
read_it(struct dossier_view *v)
{
	struct source *source = v->view.services->source;

	v->ticket = source->ops->dossier(source, v->token, on_dossier, v);
}

static void ask_why(struct dossier_view *v);

static void
on_token(void *arg, const char *token, const struct error *err)
{
	struct dossier_view *v = arg;

	v->ticket = 0;
	/* A reason that will not do is asked for again, with what was typed. */
	if (err && strcmp(err->sqlstate, "GL004") == 0) {
		v->view.services->message_error(v->view.services, err);
		ask_why(v);
		return;
	}
	if (err) {
		failed(v, err);
		return;
	}
	snprintf(v->token, sizeof v->token, "%s", token);
	read_it(v);
}

static void
on_why(void *arg, const char *text)
{
	struct dossier_view *v = arg;
	struct app_services *s = v->view.services;

	if (!text) {
		if (!v->data)
			s->pop(s, &v->view);
		return;
	}
	free(v->why);
	v->why = xstrdup(text);
	v->ticket = s->source->ops->consult(s->source, v->id, v->why, on_token, v);
	v->view.dirty = true;
}

static void
complete_why(void *arg, const char *text, size_t at, struct filter_completion *out)
{
	struct dossier_view *v = arg;
	size_t i;

	*out = (struct filter_completion){ .from = 0 };
	for (i = 0; i < v->nwhys; i++) {
		if (strncasecmp(v->whys[i], text, at) != 0)
			continue;
		out->items = xreallocarray(out->items, out->n + 1, sizeof *out->items);
		out->help = xreallocarray(out->help, out->n + 1, sizeof *out->help);
		out->items[out->n] = xstrdup(v->whys[i]);
		out->help[out->n++] = "";
	}
}

static void
ask_why(struct dossier_view *v)
{
	struct ask ask = { .label = "reason for opening it: ",
		.initial = v->why,
		.complete = complete_why,
		.done = on_why,
		.arg = v };

	v->view.services->ask(v->view.services, &ask);
}

static void
on_whys(void *arg, const char *const *texts, size_t n, const struct error *err)
{
	struct dossier_view *v = arg;
	size_t i;

	(void)err; /* without them one types */
	v->ticket = 0;
	for (i = 0; i < n && i < DOSSIER_WHY_MOST; i++)
		v->whys[v->nwhys++] = xstrdup(texts[i]);
	ask_why(v);
}

void
dossier_ask(struct dossier_view *v)
{
	struct source *source = v->view.services->source;

	if (v->nwhys)
		ask_why(v);
	else
		v->ticket = source->ops->justifications(source, on_whys, v);
}

void
dossier_again(struct dossier_view *v)
{
	if (v->ticket)
		return;
	if (v->token[0])
		read_it(v);
	else
		dossier_ask(v);
}
