/* SPDX-License-Identifier: MIT
 *
 * The line of input at the foot: for screens, and for ':' which types requests.
 */
#include "config.h"

#include "app/console_impl.h"
#include "base/alloc.h"
#include "base/near.h"

static void
set_choices(struct console *c, const struct filter_completion *found)
{
	prompt_set_choices(
	    c->prompt, found->from, (const char *const *)found->items, found->help, found->n);
}

/* What is wrong with the line, and what could stand at the cursor. */
static void
review(struct console *c, bool complete)
{
	struct filter_error wrong = { 0 };
	struct filter_completion found = { 0 };
	const char *text = prompt_text(c->prompt);

	if (c->ask.check && !c->ask.check(c->ask.arg, text, &wrong))
		prompt_set_error(c->prompt, wrong.at, wrong.error.text, wrong.error.hint);
	else
		prompt_set_error(c->prompt, 0, NULL, NULL);
	if (!complete || !c->ask.complete)
		return;
	c->ask.complete(c->ask.arg, text, prompt_at(c->prompt), &found);
	set_choices(c, &found);
	filter_completion_free(&found);
}

void
console_ask(struct console *c, const struct ask *ask)
{
	console_ask_close(c);
	c->ask = *ask;
	c->prompt =
	    prompt_new(ask->label, ask->initial, memory_history(c->settings.memory, ask->history));
	c->ask.label = c->ask.initial = NULL;
	c->dirty = true;
	review(c, true);
}

void
console_ask_close(struct console *c)
{
	prompt_free(c->prompt);
	c->prompt = NULL;
	if (c->depth)
		console_full(c);
}

/* Enter: a line that is wrong stays to be mended. */
static void
accept(struct console *c)
{
	struct filter_error wrong = { 0 };
	char *text = xstrdup(prompt_text(c->prompt));

	if (c->ask.check && !c->ask.check(c->ask.arg, text, &wrong)) {
		prompt_set_error(c->prompt, wrong.at, wrong.error.text, wrong.error.hint);
	} else {
		memory_add_line(c->settings.memory, c->ask.history, text);
		console_ask_close(c);
		c->ask.done(c->ask.arg, text);
	}
	free(text);
}

void
console_ask_key(struct console *c, const struct key *key)
{
	switch (prompt_key(c->prompt, key)) {
	case PROMPT_UNUSED:
		if (key->code & KEYC_ALT)
			console_split_alt(c, key);
		break;
	case PROMPT_MOVED:
		break;
	case PROMPT_CHANGED:
		review(c, true);
		break;
	case PROMPT_CHOSEN:
		review(c, false);
		break;
	case PROMPT_DONE:
		accept(c);
		break;
	case PROMPT_LEFT:
		console_ask_close(c);
		c->ask.done(c->ask.arg, NULL);
		break;
	}
	c->dirty = true;
}

/* A number is a rank. */
static bool
rank_line(struct console *c, const char *line)
{
	if (!*line || line[strspn(line, "0123456789")])
		return false;
	console_request(c, REQ_RANK, line);
	return true;
}

/* The request of that name, or the only one that begins with it. */
static enum request
find_request(const char *name, size_t len)
{
	enum request r = request_find(name, len), found = REQ_NONE;
	int i;

	for (i = REQ_NONE + 1; r == REQ_NONE && i < REQ_COUNT; i++) {
		if (len == 0 || strncmp(request_info((enum request)i)->name, name, len) != 0)
			continue;
		if (found != REQ_NONE)
			return REQ_NONE;
		found = (enum request)i;
	}
	return r != REQ_NONE ? r : found;
}

static void
say_unknown(struct console *c, const char *name, size_t len)
{
	char *word = xstrndup(name, len);
	struct near near = NEAR_INIT(word);
	int i;

	for (i = REQ_NONE + 1; i < REQ_COUNT; i++)
		near_offer(&near, request_info((enum request)i)->name);
	if (near.best)
		console_message(c, MESSAGE_ERROR,
		    "there is no request named %s; did you mean %.*s?", word,
		    (int)strcspn(near.best, "="), near.best);
	else
		console_message(c, MESSAGE_ERROR, "there is no request named %s", word);
	free(word);
}

bool
console_command(struct console *c, const char *line)
{
	size_t len;
	enum request r;
	const char *arg;

	line += strspn(line, " ");
	len = strcspn(line, " ");
	if (len == 0 || rank_line(c, line))
		return true;
	r = find_request(line, len);
	arg = line + len + strspn(line + len, " ");
	if (r == REQ_NONE) {
		say_unknown(c, line, len);
		return false;
	}
	if (*arg && !request_info(r)->takes_argument) {
		console_message(c, MESSAGE_ERROR, "this request takes no argument");
		return false;
	}
	console_request(c, r, *arg ? arg : NULL);
	return true;
}

static void
command_done(void *arg, const char *text)
{
	if (text)
		console_command(arg, text);
}

static void
offer(struct filter_completion *out, const char *text, int len, const char *help)
{
	out->items = xreallocarray(out->items, out->n + 1, sizeof(char *));
	out->help = xreallocarray(out->help, out->n + 1, sizeof(char *));
	out->items[out->n] = xasprintf("%.*s", len, text);
	out->help[out->n++] = help;
}

static bool
begins(const char *text, const char *part, size_t len)
{
	return strncasecmp(text, part, len) == 0;
}

static void
complete_argument(
    struct console *c, enum request r, const char *part, size_t len, struct filter_completion *out)
{
	size_t n, i;
	const struct column *table;
	enum listing listing =
	    strcmp(console_top(c)->ops->name, "groups") == 0 ? LISTING_GROUPS : LISTING_GRID;

	if (r == REQ_SORT) {
		table = column_table(listing, &n);
		for (i = 0; i < n; i++)
			if (begins(table[i].name, part, len))
				offer(
				    out, table[i].name, (int)strlen(table[i].name), table[i].title);
	} else if (r == REQ_VIEWS || r == REQ_VIEW_DELETE) {
		for (i = 0; i < c->settings.memory->nviews; i++) {
			const struct saved_view *v = &c->settings.memory->views[i];

			if (v->listing == listing && begins(v->name, part, len) &&
			    (r == REQ_VIEWS || !v->built_in))
				offer(out, v->name, (int)strlen(v->name), v->filter);
		}
	} else if (r == REQ_FILTER) {
		filter_complete(listing, part, len, c->services.terms, out);
	}
}

/* Requests by name; after one, what it takes. */
static void
complete_command(void *arg, const char *text, size_t at, struct filter_completion *out)
{
	struct console *c = arg;
	size_t start = strspn(text, " "), len = strcspn(text + start, " "), from;
	const struct request_info *info;
	int i;

	*out = (struct filter_completion){ .from = start };
	if (at > start + len) {
		from = start + len + strspn(text + start + len, " ");
		if (from > at)
			from = at;
		complete_argument(c, find_request(text + start, len), text + from, at - from, out);
		out->from += from;
		return;
	}
	for (i = REQ_NONE + 1; i < REQ_COUNT; i++) {
		info = request_info((enum request)i);
		if (at >= start && strncmp(info->name, text + start, at - start) == 0)
			offer(out, info->name, info->name_len, info->help);
	}
}

void
console_ask_command(struct console *c)
{
	struct ask ask = { .label = ":",
		.history = "command",
		.complete = complete_command,
		.done = command_done,
		.arg = c };

	console_ask(c, &ask);
}

static void
leave_done(void *arg, const char *text)
{
	struct console *c = arg;

	c->done = text && (*text == 'y' || *text == 'Y');
}

void
console_ask_leave(struct console *c)
{
	struct ask ask = { .label = "Leave Gridline? y or n: ", .done = leave_done, .arg = c };

	console_ask(c, &ask);
}
