/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include "tests/unit/term/form_world.h"

#include "base/alloc.h"

#define GOLDEN "tests/unit/term/golden/form-"

static const struct form_field fields[] = {
	{ "name", "Name", "What the line is called on the street.", "Line", FORM_TEXT, true, 60,
	    false },
	{ "unit", "Neighbourhood unit", "The unit that answers for it.", "Line", FORM_CHOICE, true,
	    20, false },
	{ "groups", "Groups", "Those that are known to run it; none is an answer too.", "Line",
	    FORM_LIST, false, 0, false },
	{ "seen", "Still active", "Was it seen to deal within the last four weeks?", "Line",
	    FORM_FLAG, false, 0, false },
	{ "summary", "Summary",
	    "What somebody who has never heard of the line must know of it, in a few sentences. "
	    "Name no informant.",
	    "Assessment", FORM_BLOCK, true, 80, false },
	{ "harm", "Harm to children", "The highest of which there is word from more than one side.",
	    "Assessment", FORM_SCALE, true, 5, false },
	{ "harm_why", "Why this harm and no other value", "What it rests on.", "Assessment",
	    FORM_TEXT, false, 200, false },
	{ "reason", "Reason", "Why it is changed; it stands in the history.", "Change", FORM_TEXT,
	    true, 200, false },
};

static const char *const units[] = { "Acocks Green", "Aston", "Bartley Green", "Bordesley",
	"Erdington", "Handsworth", "Kings Heath", "Longbridge", "Moseley", "Stechford" };
static const char *const unit_helps[] = { "BE", "BW", "BE", "BW", "BE", "BW", "BE", "BE", "BW",
	NULL };
static const char *const groups[] = { "Amber Street", "Amber Hill", "Old Amber", "Cobalt" };
static const char *const wordings[] = { "No word of children.", "Children near, not used.",
	"One child used to carry, once.", "Children used to carry, time and again.",
	"Children held, or used to sell, away from home.",
	("Children hurt, or in danger of their lives: all that is known points to it, and it is "
	 "going on.") };

void
open_world(struct world *w, const struct screen_test_setup *setup)
{
	memset(w, 0, sizeof *w);
	screen_test_open(&w->t, setup);
	w->f = form_new("Assess a line: WM22-0001 Amber (SYNTHETIC)");
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		form_add(w->f, &fields[i], "");
	form_set_choices(w->f, UNIT, units, unit_helps, ARRAY_LEN(units));
	form_set_choices(w->f, GROUPS, groups, NULL, ARRAY_LEN(groups));
	for (size_t k = 0; k < ARRAY_LEN(wordings); k++)
		form_set_wording(w->f, HARM, k, wordings[k]);
	w->full = true;
}

void
open_size(struct world *w, int rows, int cols)
{
	open_world(w, &(struct screen_test_setup){ .rows = rows, .cols = cols });
}

void
close_world(struct world *w)
{
	form_free(w->f);
	screen_test_close(&w->t);
}

void
fill(struct world *w)
{
	form_set_value(w->f, NAME, "Amber");
	form_set_value(w->f, UNIT, "Aston");
	form_set_value(w->f, GROUPS, "Amber Street; Cobalt");
	form_set_value(w->f, SEEN, "yes");
	form_set_value(w->f, SUMMARY, "Deals from two addresses.\nMoved in June.");
	form_set_value(w->f, HARM, "3");
	form_set_note(w->f, HARM, "was 2 on 12 Nov");
	form_set_note(w->f, NAME, "was Amber Two until 3 Oct");
	form_set_error(w->f, REASON, "say why: it stands in the history");
	form_set_foot(w->f, "draft saved 10:12", STYLE_GOOD);
}

void
draw(struct world *w)
{
	form_draw(w->f, screen_region(w->t.screen), w->full);
	w->full = false;
	screen_flush(w->t.screen);
}

void
golden(struct world *w, const char *name)
{
	char *path = xasprintf(GOLDEN "%s", name);

	draw(w);
	screen_test_golden(&w->t, path);
	free(path);
}

static void
press(void *arg, const struct key *key)
{
	struct world *w = arg;

	w->result = form_key(w->f, key);
	draw(w);
}

enum form_result
code(struct world *w, uint32_t c)
{
	return form_key(w->f, &(struct key){ .code = c });
}

void
keys(struct world *w, const char *names, enum form_result result, size_t focus)
{
	draw(w);
	screen_test_keys(names, press, w);
	assert_int_equal(w->result, result);
	assert_int_equal(form_focus(w->f), focus);
}

void
value(struct world *w, size_t i, const char *expected)
{
	assert_string_equal(form_value(w->f, i), expected);
}

void
paste(struct world *w, const char *text)
{
	assert_int_equal(code(w, KEYC_PASTE), FORM_MOVED);
	for (; *text; text++)
		assert_int_equal(code(w, (unsigned char)*text), FORM_MOVED);
	w->result = code(w, KEYC_PASTE_END);
}

void
mouse(struct world *w, enum mouse_kind kind, int row, int col)
{
	struct key key = { .code = KEYC_MOUSE };

	key.mouse.kind = kind;
	key.mouse.row = row;
	key.mouse.col = col;
	draw(w);
	w->result = form_key(w->f, &key);
	draw(w);
}
