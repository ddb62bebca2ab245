/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static void
set_link(struct fake *f, const char *args)
{
	static const struct {
		const char *name;
		enum link_state link;
	} states[] = { { "up", LINK_UP }, { "slow", LINK_SLOW }, { "lost", LINK_LOST },
		{ "refused", LINK_REFUSED }, { "connecting", LINK_CONNECTING } };
	struct session *session = fake_session(f);
	size_t len = strcspn(args, " "), i;

	for (i = 0; i < ARRAY_LEN(states); i++)
		if (strlen(states[i].name) == len && strncmp(states[i].name, args, len) == 0)
			session->link = states[i].link;
	snprintf(session->text, sizeof session->text, "%s", args + len + strspn(args + len, " "));
	session->generation++;
}

static void
set_role(struct fake *f, const char *role)
{
	struct session *session = fake_session(f);

	snprintf(session->role, sizeof session->role, "%s", role);
	session->generation++;
}

bool
fake_word(struct fake *f, const char *word, const char *args)
{
	char *first = xstrndup(args, strcspn(args, " "));
	const char *rest = args + strlen(first);
	bool known = true;

	rest += strspn(rest, " ");
	if (strcmp(word, "link") == 0)
		set_link(f, args);
	else if (strcmp(word, "role") == 0)
		set_role(f, args);
	else if (strcmp(word, "fail") == 0)
		fake_fail(f, (unsigned)strtoul(first, NULL, 10), rest);
	else if (strcmp(word, "remove") == 0)
		fake_remove(f, args);
	else if (strcmp(word, "insert") == 0)
		fake_insert(f, first, (int)strtol(rest, NULL, 10));
	else if (strcmp(word, "change") == 0)
		fake_change(f, first, rest);
	else if (strcmp(word, "fresh") == 0)
		fake_fresh(f, strtol(args, NULL, 10));
	else if (strcmp(word, "news") == 0)
		fake_tell(f, args);
	else if (strcmp(word, "hidden") == 0)
		fake_hide_item(f);
	else if (strcmp(word, "closed") == 0)
		fake_close_review(f);
	else if (strcmp(word, "lose") == 0)
		fake_lose(f);
	else
		known = false;
	free(first);
	return known;
}

bool
fake_stands(const struct fake *f, const char *word, const char *args, const char **got)
{
	char *field = xstrndup(args, strcspn(args, " "));
	const char *want = args + strlen(field);

	want += strspn(want, " ");
	*got = strcmp(word, "record") == 0 ? fake_value(f, field)
	    : strcmp(word, "draft") == 0   ? fake_draft(f, field)
					   : NULL;
	if (!*got && strcmp(word, "draft") == 0)
		*got = "";
	free(field);
	return *got && strcmp(*got, want) == 0;
}
