/* SPDX-License-Identifier: MIT
 *
 * From item to item. A move of the chair is drawn at once and then sent; while one is on its way
 * the next are only remembered, so that a held key sends the last of them. Everybody else moves by
 * what the database says, until a key lets go.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "view/review_impl.h"

static void
on_card(void *arg, struct card *card, const struct error *err)
{
	struct review_view *v = arg;
	bool again;

	v->card_ticket = 0;
	v->view.dirty = true;
	if (!card) {
		v->view.services->message_error(v->view.services, err);
		return;
	}
	again = strcmp(card->id, v->id) != 0 || v->card_old;
	if (!v->card || strcmp(v->card->id, card->id) != 0)
		pane_top(v->pane);
	card_free(v->card);
	v->card = card;
	review_fill(v);
	if (again)
		review_card_ask(v);
}

void
review_card_ask(struct review_view *v)
{
	struct source *source = v->view.services->source;

	v->card_old = v->card_ticket != 0;
	if (!v->card_ticket && v->id[0])
		v->card_ticket = source->ops->review_item(source, v->id, on_card, v);
}

void
review_show(struct review_view *v, size_t at)
{
	if (!v->data || at >= v->data->n)
		return;
	if (strcmp(v->id, v->data->items[at].id) != 0)
		v->ticks = 0;
	snprintf(v->id, sizeof v->id, "%s", v->data->items[at].id);
	list_set_cursor(v->list, at);
	v->view.dirty = v->view.full = true;
	if (v->meeting)
		review_card_ask(v);
}

static void
on_go(void *arg, struct step_done *done, const struct error *err)
{
	struct review_view *v = arg;

	v->go_ticket = 0;
	if (!done)
		v->view.services->message_error(v->view.services, err);
	step_done_free(done);
	if (v->go_again && !err)
		review_go(v);
	else
		review_ask(v);
	v->go_again = false;
}

void
review_go(struct review_view *v)
{
	static const char *const names[] = { "item" };
	struct app_services *s = v->view.services;
	const struct review_item *item = review_current(v);
	struct error err = ERROR_INIT;
	char place[24];
	const char *values[] = { place };
	struct step_taking t = { .step = "review_go",
		.id = v->data->id,
		.version = v->data->version,
		.cells = { names, values, 1 },
		.op = v->go_op };

	if (!item || !v->data->open || !v->data->leads)
		return;
	if (v->go_ticket) {
		v->go_again = true;
		return;
	}
	snprintf(place, sizeof place, "%ld", item->position);
	if (uuid_make(v->go_op, &err))
		v->go_ticket = s->source->ops->step_take(s->source, &t, on_go, v);
	else
		s->message_error(s, &err);
}

void
review_step_to(struct review_view *v, long by)
{
	size_t at;

	if (!review_is_held(v) || !v->data->n)
		return;
	at = review_find(v->data, v->id);
	if (at == v->data->n)
		at = 0;
	else if (by < 0 ? at < (size_t)-by : at + (size_t)by >= v->data->n)
		return;
	else
		at = by < 0 ? at - (size_t)-by : at + (size_t)by;
	v->follow = v->data->leads;
	review_show(v, at);
	review_go(v);
	review_tell(v);
}

void
review_follow(struct review_view *v)
{
	if (!v->meeting)
		review_enter_meeting(v);
	v->follow = true;
	v->mute = false;
	v->view.dirty = true;
	review_caught_up(v);
	review_tell(v);
}

static bool
follows(const struct review_view *v)
{
	return v->meeting && v->follow && review_is_held(v) && v->data->open && !v->data->leads;
}

void
review_caught_up(struct review_view *v)
{
	size_t at;

	if (!review_is_held(v))
		return;
	at = review_find(v->data, v->data->at);
	if (v->meeting && v->follow && v->data->open && !v->go_ticket && at < v->data->n &&
	    strcmp(v->id, v->data->at) != 0) {
		review_show(v, at);
		return;
	}
	if (follows(v) && at == v->data->n) { /* at one that the user does not see */
		v->id[0] = '\0';
		v->view.dirty = v->view.full = true;
		return;
	}
	at = review_find(v->data, v->id);
	if (at == v->data->n) /* it is gone from the agenda, or none was chosen yet */
		at = review_find(v->data, v->data->at);
	review_show(v, at < v->data->n ? at : 0);
}

/* Is the user among who follows, as the database has it? A lock that went with the link is not. */
static bool
is_listed(const struct review_view *v)
{
	const struct source *source = v->view.services->source;
	const char *login = source->ops->session(source)->login;
	const size_t len = strlen(login);

	for (const char *s = v->data->followers; (s = strstr(s, login)) != NULL; s += len)
		if ((s == v->data->followers || s[-1] == ' ') && (s[len] == '\0' || s[len] == ','))
			return true;
	return false;
}

static void
on_told(void *arg, long holds, const struct error *err)
{
	struct review_view *v = arg;

	(void)err; /* a courtesy to the others: one follows all the same */
	v->told_ticket = 0;
	v->told = holds == 1;
	v->mute = !v->told && follows(v);
	if (v->told != follows(v))
		review_tell(v);
}

void
review_tell(struct review_view *v)
{
	struct source *source = v->view.services->source;
	const bool want = follows(v);

	if (v->told_ticket || v->mute || !review_is_held(v) ||
	    (want ? v->told && is_listed(v) : !v->told))
		return;
	v->told_ticket = source->ops->review_follow(source, v->data->id, want, on_told, v);
}

static void
on_untold(void *arg, long holds, const struct error *err)
{
	(void)arg;
	(void)holds;
	(void)err;
}

void
review_move_end(struct review_view *v)
{
	struct source *source = v->view.services->source;

	if (v->card_ticket)
		source->ops->cancel(source, v->card_ticket);
	/* A move that was sent is not taken back: its answer has nobody to go to. */
	if (v->go_ticket)
		source->ops->cancel(source, v->go_ticket);
	/* Who closes the screen follows no more; who leaves Gridline says so by that. */
	if (v->told_ticket)
		source->ops->cancel(source, v->told_ticket);
	if (v->told && review_is_held(v))
		source->ops->review_follow(source, v->data->id, false, on_untold, NULL);
	v->card_ticket = v->go_ticket = v->told_ticket = 0;
}
