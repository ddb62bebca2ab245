/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "term/help.h"

#include "term/pane.h"
#include "term/prompt.h"

#define HELP_WIDE 100 /* cells from which on two columns stand side by side */

struct help {
	char *title;
	struct pane *pane;
	struct prompt *search; /* while a word is being typed */
	char *word;	       /* searched last, NULL for none */
	bool missed;	       /* it was not found */
};

struct help *
help_new(const char *title)
{
	struct help *h = xcalloc(1, sizeof *h);

	h->title = xstrdup(title);
	h->pane = pane_new();
	pane_set_wide(h->pane, HELP_WIDE);
	return h;
}

void
help_free(struct help *h)
{
	if (!h)
		return;
	pane_free(h->pane);
	prompt_free(h->search);
	free(h->word);
	free(h->title);
	free(h);
}

struct flow *
help_flow(struct help *h)
{
	return pane_flow(h->pane);
}

/* From the present line on; round from the other end once. */
static enum help_result
search(struct help *h, bool down)
{
	size_t kept = pane_line(h->pane);

	h->missed = false;
	if (!h->word || pane_search(h->pane, h->word, down))
		return HELP_MOVED;
	h->missed = flow_find(pane_flow(h->pane), 0, true, h->word) < 0;
	if (h->missed || !down) {
		pane_goto(h->pane, kept);
	} else {
		pane_top(h->pane);
		pane_goto(h->pane, (size_t)flow_find(pane_flow(h->pane), 0, true, h->word));
	}
	return HELP_MOVED;
}

static enum help_result
search_typed(struct help *h)
{
	free(h->word);
	h->word = *prompt_text(h->search) ? xstrdup(prompt_text(h->search)) : NULL;
	prompt_free(h->search);
	h->search = NULL;
	pane_set_match(h->pane, h->word);
	return search(h, true);
}

static enum help_result
key_search(struct help *h, const struct key *key)
{
	switch (prompt_key(h->search, key)) {
	case PROMPT_DONE:
		return search_typed(h);
	case PROMPT_LEFT:
		prompt_free(h->search);
		h->search = NULL;
		return HELP_MOVED;
	case PROMPT_UNUSED:
	case PROMPT_MOVED:
	case PROMPT_CHANGED:
	case PROMPT_CHOSEN:
		break;
	}
	return HELP_MOVED;
}

static enum help_result
scroll(struct help *h, long by)
{
	pane_scroll(h->pane, by);
	return HELP_MOVED;
}

static enum help_result
key_other(struct help *h, const struct key *key)
{
	switch (key->code) {
	case '/':
		h->missed = false;
		h->search = prompt_new("/", "", NULL);
		return HELP_MOVED;
	case 'n':
		return search(h, true);
	case 'N':
		return search(h, false);
	case 'q':
	case KEYC_ESC:
	case KEYC_CTRL('c'):
		return HELP_LEFT;
	case KEYC_MOUSE:
		if (key->mouse.kind == MOUSE_WHEEL_UP)
			return scroll(h, -3);
		return scroll(h, key->mouse.kind == MOUSE_WHEEL_DOWN ? 3 : 0);
	default: /* a number, not an enum */
		return HELP_UNUSED;
	}
}

enum help_result
help_key(struct help *h, const struct key *key)
{
	long page = pane_page(h->pane);

	if (h->search)
		return key_search(h, key);
	switch (key->code) {
	case 'j':
	case KEYC_DOWN:
	case KEYC_CTRL('n'):
		return scroll(h, 1);
	case 'k':
	case KEYC_UP:
	case KEYC_CTRL('p'):
		return scroll(h, -1);
	case ' ':
	case KEYC_PGDN:
	case KEYC_CTRL('f'):
		return scroll(h, page);
	case KEYC_PGUP:
	case KEYC_CTRL('b'):
		return scroll(h, -page);
	case KEYC_CTRL('d'):
		return scroll(h, (page + 1) / 2);
	case KEYC_CTRL('u'):
		return scroll(h, -(page + 1) / 2);
	case 'g':
	case KEYC_HOME:
		pane_top(h->pane);
		return HELP_MOVED;
	case 'G':
	case KEYC_END:
		return scroll(h, 1000000);
	default: /* a number, not an enum */
		return key_other(h, key);
	}
}

void
help_draw(struct help *h, struct region r)
{
	int head = r.rows > 3 ? 1 : 0, foot = r.rows > 2 ? 1 : 0;
	struct region last = region_part(r, r.rows - 1, 0, foot, r.cols);

	region_clear(r);
	if (head)
		region_text(r, 0, 0, STYLE_TITLE, h->title);
	pane_draw(h->pane, region_part(r, head, 0, r.rows - head - foot, r.cols), false);
	screen_cursor(r.screen, r.row + head, r.col, false);
	if (h->search)
		prompt_draw(h->search, foot ? last : r);
	else if (h->missed)
		region_text(last, 0, 0, STYLE_WARNING, "not found");
	else
		region_text(last, 0, 0, STYLE_DIM, "/ search  n next  q back");
}
