/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/console_impl.h"
#include "base/alloc.h"
#include "base/text.h"
#include "view/pager.h"

#define SUMMARY_US INT64_C(5000000) /* the summary is not asked for more often than this */
#define SUMMARY_SHARE 300 /* nor, unasked, for more than one part in so many of the time */

static struct console *
console_of(struct app_services *s)
{
	return (struct console *)s;
}

static void add_message(struct console *c, enum message_kind kind, const char *fmt, va_list ap)
    ATTR_PRINTF(3, 0);

static void
add_message(struct console *c, enum message_kind kind, const char *fmt, va_list ap)
{
	struct console_message *m;
	struct buf text = BUF_INIT;

	buf_vaddf(&text, fmt, ap);
	if (c->nmessages < CONSOLE_MESSAGES)
		c->nmessages++;
	c->newest = (c->newest + 1) % CONSOLE_MESSAGES;
	m = &c->messages[c->newest];
	free(m->text);
	m->kind = kind;
	m->text = text_clean_dup(buf_str(&text), TEXT_LINE);
	c->message_shown = c->dirty = true;
	buf_free(&text);
}

void
console_message(struct console *c, enum message_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_message(c, kind, fmt, ap);
	va_end(ap);
}

void
console_message_free(struct console *c)
{
	size_t i;

	for (i = 0; i < CONSOLE_MESSAGES; i++)
		free(c->messages[i].text);
}

static void service_message(struct app_services *s, enum message_kind kind, const char *fmt, ...)
    ATTR_PRINTF(3, 4);

static void
service_message(struct app_services *s, enum message_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_message(console_of(s), kind, fmt, ap);
	va_end(ap);
}

static void
service_message_error(struct app_services *s, const struct error *err)
{
	if (!err || !error_is_set(err))
		return;
	if (err->hint[0])
		service_message(
		    s, MESSAGE_ERROR, "%.*s; %s", error_stem(err), err->text, err->hint);
	else
		service_message(s, MESSAGE_ERROR, "%s", err->text);
}

struct view *
console_messages_view(struct console *c)
{
	static const char *const labels[] = {
		[MESSAGE_INFO] = "", [MESSAGE_WARNING] = "warning", [MESSAGE_ERROR] = "error"
	};
	struct pager *p = pager_new(&c->services, "Messages");
	const struct console_message *m;
	size_t i;

	for (i = 0; i < c->nmessages; i++) {
		m = &c->messages[(c->newest + CONSOLE_MESSAGES - i) % CONSOLE_MESSAGES];
		flow_pair(pager_flow(p), labels[m->kind], m->text);
	}
	if (c->nmessages == 0)
		flow_text(pager_flow(p), "There are no messages yet.");
	return pager_view(p);
}

static void
service_ask(struct app_services *s, const struct ask *ask)
{
	console_ask(console_of(s), ask);
}

static void
service_push(struct app_services *s, struct view *v)
{
	console_push(console_of(s), v);
}

static void
service_pop(struct app_services *s, struct view *v)
{
	struct console *c = console_of(s);
	size_t i;

	for (i = 0; i < c->depth; i++)
		if (c->stack[i] == v)
			c->leaves[i] = true;
}

static void
service_post(struct app_services *s, enum request r, const char *arg)
{
	struct console *c = console_of(s);

	free(c->posted_arg);
	c->posted = r;
	c->posted_arg = arg ? xstrdup(arg) : NULL;
}

static void
service_timer(struct app_services *s, int ms, void (*fn)(void *arg), void *arg)
{
	struct console *c = console_of(s);

	timers_set(&c->timers, ms < 0 ? -1 : c->settings.now_us() + (int64_t)ms * 1000, fn, arg);
}

static void
all_dirty(struct console *c)
{
	size_t i;

	for (i = 0; i < c->depth; i++)
		c->stack[i]->dirty = c->stack[i]->full = true;
}

static void
on_terms(void *arg, struct terms *terms, const struct error *err)
{
	struct console *c = arg;

	c->terms_ticket = 0;
	if (!terms) {
		service_message_error(&c->services, err);
		return;
	}
	terms_free(&c->terms);
	c->terms = *terms;
	free(terms);
	c->services.terms = &c->terms;
}

static void
on_summary(void *arg, const struct summary *summary, const struct error *err)
{
	struct console *c = arg;

	c->summary_ticket = 0;
	c->summary_took_us = c->settings.now_us() - c->summary_us;
	if (!summary) {
		service_message_error(&c->services, err);
		return;
	}
	c->summary = *summary;
	c->services.summary = &c->summary;
	all_dirty(c);
}

static void
ask_summary(struct console *c)
{
	if (c->summary_ticket)
		return;
	c->summary_us = c->settings.now_us();
	c->summary_old = false;
	c->summary_ticket = c->source->ops->summary(c->source, on_summary, c);
}

static void
summary_due(void *arg)
{
	ask_summary(arg);
}

/* The first page stands: now what costs more. */
static void
service_rows_stand(struct app_services *s)
{
	struct console *c = console_of(s);
	const struct source_ops *ops = c->source->ops;
	const int64_t rest = c->summary_old && c->summary_took_us * SUMMARY_SHARE > SUMMARY_US
	    ? c->summary_took_us * SUMMARY_SHARE
	    : SUMMARY_US;

	if (!s->summary || c->settings.now_us() - c->summary_us >= rest)
		ask_summary(c);
	else if (c->summary_old)
		timers_set(&c->timers, c->summary_us + rest, summary_due, c);
	if (!c->counted)
		console_fresh(c);
	c->counted = true;
	if (!c->terms_ticket && !s->terms)
		c->terms_ticket = ops->terms(c->source, on_terms, c);
}

void
console_forget(struct console *c)
{
	if (c->summary_ticket)
		c->source->ops->cancel(c->source, c->summary_ticket);
	if (c->terms_ticket)
		c->source->ops->cancel(c->source, c->terms_ticket);
	if (c->fresh_ticket)
		c->source->ops->cancel(c->source, c->fresh_ticket);
	if (c->seen_ticket)
		c->source->ops->cancel(c->source, c->seen_ticket);
	terms_free(&c->terms);
}

static const struct layout *
service_layout(struct app_services *s, enum listing listing)
{
	return &console_of(s)->settings.memory->layout[listing];
}

static void
service_save_layout(struct app_services *s, const struct layout *layout)
{
	struct error err = ERROR_INIT;

	if (!memory_save_layout(console_of(s)->settings.memory, layout, &err))
		service_message_error(s, &err);
}

static const struct saved_view *
service_views(struct app_services *s, size_t *n)
{
	struct memory *m = console_of(s)->settings.memory;

	*n = m->nviews;
	return m->views;
}

static bool
service_save_view(struct app_services *s, const struct saved_view *view, struct error *err)
{
	return memory_save_view(console_of(s)->settings.memory, view, err);
}

static bool
service_delete_view(struct app_services *s, const char *name, struct error *err)
{
	return memory_delete_view(console_of(s)->settings.memory, name, err);
}

void
console_services_init(struct console *c)
{
	c->services = (struct app_services){ .source = c->source,
		.keys = c->settings.keys,
		.stale_days = c->settings.stale_days,
		.preview_min_cols = c->settings.preview_min_cols,
		.lro = c->settings.lro,
		.rows = screen_rows(c->screen),
		.cols = screen_cols(c->screen),
		.message = service_message,
		.message_error = service_message_error,
		.ask = service_ask,
		.push = service_push,
		.pop = service_pop,
		.post = service_post,
		.timer = service_timer,
		.rows_stand = service_rows_stand,
		.layout = service_layout,
		.save_layout = service_save_layout,
		.views = service_views,
		.save_view = service_save_view,
		.delete_view = service_delete_view };
}
