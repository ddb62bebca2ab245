/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "model/card.h"

#include "base/alloc.h"

void
card_add(struct card *card, const char *section, const char *label, const char *text)
{
	card->items = xreallocarray(card->items, card->n + 1, sizeof *card->items);
	card->items[card->n++] = (struct card_item){
		.section = xstrdup(section),
		.label = xstrdup(label),
		.text = xstrdup(text),
	};
}

void
card_add_change(
    struct card *card, const char *section, const char *label, const char *was, const char *now)
{
	card_add(card, section, label, now);
	card->items[card->n - 1].was = xstrdup(was);
}

void
card_free(struct card *card)
{
	if (!card)
		return;
	for (size_t i = 0; i < card->n; i++) {
		free(card->items[i].section);
		free(card->items[i].label);
		free(card->items[i].text);
		free(card->items[i].was);
	}
	free(card->items);
	free(card);
}
