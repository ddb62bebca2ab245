/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command_verb.h"

#include <getopt.h>

#include "base/buf.h"
#include "base/near.h"
#include "base/text.h"

static const struct command_verb *
verb_at(const struct command_verbs *verbs, size_t i)
{
	const void *entry = (const char *)verbs->entries + i * verbs->size;

	return entry;
}

/* "list, show or raise": all there are. */
static void
names(const struct command_verbs *verbs, struct buf *out)
{
	for (size_t i = 0; i < verbs->n; i++)
		buf_addf(out, "%s%s",
		    i == 0		    ? ""
			: i + 1 == verbs->n ? " or "
					    : ", ",
		    verb_at(verbs, i)->name);
}

static void
say_unknown(const struct command_context *ctx, const struct command_verbs *verbs, const char *name)
{
	struct near near = NEAR_INIT(name);
	struct buf known = BUF_INIT;
	char shown[TEXT_SHOWN_SIZE];

	for (size_t i = 0; i < verbs->n; i++)
		near_offer(&near, verb_at(verbs, i)->name);
	names(verbs, &known);
	text_shown(name, shown);
	if (near.best != NULL)
		command_usage(ctx, "there is no '%s %s'; did you mean '%s'?", ctx->command->name,
		    shown, near.best);
	else
		command_usage(ctx, "there is no '%s %s'; write %s", ctx->command->name, shown,
		    buf_str(&known));
	buf_free(&known);
}

const void *
command_verb(
    const struct command_context *ctx, const struct command_verbs *verbs, int argc, char **argv)
{
	const char *name = optind < argc ? argv[optind] : NULL;
	const int operands = argc - optind - 1;
	const struct command_verb *v = NULL;
	struct buf known = BUF_INIT;

	for (size_t i = 0; name != NULL && v == NULL && i < verbs->n; i++)
		if (text_same(verb_at(verbs, i)->name, name))
			v = verb_at(verbs, i);
	if (v != NULL && operands >= v->least && operands <= v->most)
		return v;
	if (v != NULL) {
		command_usage(ctx, "write: %s %s%s%s", ctx->command->name, v->name,
		    v->operands[0] != '\0' ? " " : "", v->operands);
	} else if (name != NULL) {
		say_unknown(ctx, verbs, name);
	} else {
		names(verbs, &known);
		command_usage(ctx, "%s?", buf_str(&known));
		buf_free(&known);
	}
	return NULL;
}
