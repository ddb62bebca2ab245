/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_step.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

struct fixture {
	const char *name, *section, *label, *help;
	enum step_shape shape;
	bool required;
	long max;
	const char *value, *note, *choices;
};

static const struct fixture fields[FAKE_FIELDS] = {
	{ "name", "What it is", "Name", "The brand it sells under, as in its messages.", STEP_TEXT,
	    true, 40, "Double Kettle", "", "" },
	{ "aliases", "What it is", "Also known as", "Other names, separated by ;", STEP_TEXTS,
	    false, 2000, "Kettle; The Kettle Line", "", "" },
	{ "status", "What it is", "Status", "Closing a line has steps of its own.", STEP_TERM, true,
	    40, "active", "active since 2022-11-02",
	    "reported\tNot looked at yet\ndeveloping\tBeing worked up\nactive\tSells now\n"
	    "tasked\tA unit acts on it\ndormant\tFallen silent" },
	{ "bulk_marketing", "What it is", "Bulk messages",
	    "Does it send bulk messages offering Class A?", STEP_FLAG, false, 3, "no", "",
	    "yes\t\nno\t" },
	{ "drugs", "What it is", "Sells", "Drugs, separated by ;", STEP_TERMS, false, 1000,
	    "heroin; crack cocaine", "",
	    "heroin\t\ncrack cocaine\t\npowder cocaine\t\ncannabis\t\nbenzodiazepines\t\n"
	    "synthetic cannabinoids\tSpice and the like" },
	{ "successor_of", "What it is", "Goes on from",
	    "Reference of the closed line that this one takes over from.", STEP_REFERENCE, false,
	    32, "", "", "" },
	{ "first_seen", "When and who", "First seen",
	    "Day of the first intelligence, like 2022-12-31.", STEP_DATE, true, 10, "2022-11-02",
	    "", "" },
	{ "review_on", "When and who", "To be reviewed", "The day it is looked at again.", STEP_DAY,
	    false, 10, "2023-01-14", "", "" },
	{ "runners", "When and who", "Runners", "How many are known to sell for it.", STEP_NUMBER,
	    false, 99, "4", "", "" },
	{ "groups", "When and who", "Groups behind it", "References of OCGs and USGs.", STEP_GROUPS,
	    false, 2000, "G-100", "", "G-100\tAmber Crew\nG-101\tHazel Crew\nG-102\tEmber Crew" },
	{ "children", "Harm", "Children", "How far children are made to sell or to carry.",
	    STEP_SCALE, true, 4, "3", "was 2 on 2022-11-16",
	    "0\tNo child is known to be involved\n1\tA child was seen with sellers once\n"
	    "2\tOne child sells or carries\n3\tSeveral children, or one who is missing from home\n"
	    "4\tChildren are moved to other forces and held there" },
	{ "numbers", "Harm", "Numbers", "Telephone numbers, separated by ;", STEP_PHONES, false,
	    4000, "07700 900123", "", "" },
	{ "picture", "Harm", "Picture", "What is known, for those who read it first.", STEP_BLOCK,
	    false, 2000,
	    "SYNTHETIC. Sells around the station from early afternoon on.\n\n"
	    "Two sellers at a time, one of them about fifteen years old.",
	    "", "" },
	{ "reason", "", "Reason", "Why it stays: what was looked at and what is still expected.",
	    STEP_BLOCK, true, 2000, "", "", "" },
	{ "decision", "", "Decision", "", STEP_TERM, true, 20, "", "",
	    "adopt\tAdopt\nmonitor\tMonitor\ndevelop\tDevelop" },
	{ "rationale", "", "Rationale", "Why, in short.", STEP_BLOCK, true, 4000, "", "", "" },
	{ "referred_to", "", "Referred to", "Force, unit or partner.", STEP_TEXT, false, 120, "",
	    "", "" },
	{ "task_title", "+ A tasking in the same breath", "What", "In a few words.", STEP_TEXT,
	    false, 120, "", "", "" },
	{ "task_unit", "+ A tasking in the same breath", "Unit", "Who is to do it.", STEP_TERM,
	    false, 20, "", "", "BE\tBirmingham East\nCV\tCoventry" },
	{ "information", "+ National Decision Model", "Information", "What is known, and how well.",
	    STEP_BLOCK, false, 4000, "", "", "" },
};

/* Where the fields of each kind of step begin. */
enum { LINE_FIELDS = 0, REASON_FIELD = 13, DECISION_FIELDS = 14 };

static const struct {
	const char *step, *label, *help;
	int from, to; /* fields */
	bool previewed;
} steps[FAKE_STEPS] = {
	{ "line_edit", "Edit the line", "Changes what is known of the line.", LINE_FIELDS,
	    REASON_FIELD, true },
	{ "line_keep", "Keep on the grid", "It was looked at and stays.", REASON_FIELD,
	    DECISION_FIELDS, false },
	{ "line_add", "Identify a new line", "Puts a line on the grid.", LINE_FIELDS, REASON_FIELD,
	    true },
	{ "review_decide", "Decide", "With the rationale.", DECISION_FIELDS, FAKE_FIELDS, false },
	{ "review_item_defer", "Defer", "To the next review.", REASON_FIELD, DECISION_FIELDS,
	    false },
};

static int
find_step(const char *name)
{
	for (int i = 0; i < FAKE_STEPS; i++)
		if (strcmp(steps[i].step, name) == 0)
			return i;
	return -1;
}

int
fake_field(const char *name)
{
	for (int i = 0; i < FAKE_FIELDS; i++)
		if (strcmp(fields[i].name, name) == 0)
			return i;
	return -1;
}

void
fake_record_init(struct fake_record *r)
{
	*r = (struct fake_record){ .version = 7 };
	for (int i = 0; i < FAKE_FIELDS; i++)
		r->value[i] = xstrdup(fields[i].value);
}

static void
drop_draft(struct fake_record *r, int step)
{
	for (int i = 0; i < FAKE_FIELDS; i++) {
		free(r->draft[step][i]);
		r->draft[step][i] = NULL;
	}
	r->drafted[step] = false;
}

void
fake_record_clear(struct fake_record *r)
{
	for (int i = 0; i < FAKE_FIELDS; i++)
		free(r->value[i]);
	for (int i = 0; i < FAKE_STEPS; i++)
		drop_draft(r, i);
}

void
fake_taking_copy(struct fake_taking *to, const struct step_taking *t)
{
	snprintf(to->step, sizeof to->step, "%s", t->step);
	snprintf(to->id, sizeof to->id, "%s", t->id ? t->id : "");
	snprintf(to->op, sizeof to->op, "%s", t->op ? t->op : "");
	to->version = t->version;
	to->n = t->cells.n;
	to->names = xcalloc(to->n + 1, sizeof *to->names);
	to->values = xcalloc(to->n + 1, sizeof *to->values);
	for (size_t i = 0; i < to->n; i++) {
		to->names[i] = xstrdup(t->cells.names[i]);
		to->values[i] = xstrdup(t->cells.values[i]);
	}
}

void
fake_taking_clear(struct fake_taking *t)
{
	for (size_t i = 0; i < t->n; i++) {
		free(t->names[i]);
		free(t->values[i]);
	}
	free(t->names);
	free(t->values);
	*t = (struct fake_taking){ .n = 0 };
}

/* Groups have none; of a line one cannot be taken. */
struct step_offers *
fake_offers(const char *object, const char *role)
{
	struct step_offers *offers = xcalloc(1, sizeof *offers);

	offers->items = xcalloc(FAKE_STEPS, sizeof *offers->items);
	if (strcmp(object, "review") == 0) {
		offers->items[offers->n++] = (struct step_offer){ .step = xstrdup("review_open"),
			.label = xstrdup("Open the review"),
			.help = xstrdup("The meeting begins."),
			.blocked = xstrdup("") };
		return offers;
	}
	if (strcmp(object, "line") != 0 || strcmp(role, "auditor") == 0)
		return offers;
	for (int i = 0; i < 2; i++)
		offers->items[offers->n++] = (struct step_offer){ .step = xstrdup(steps[i].step),
			.label = xstrdup(steps[i].label),
			.help = xstrdup(steps[i].help),
			.blocked = xstrdup("") };
	offers->items[offers->n++] = (struct step_offer){ .step = xstrdup("line_close"),
		.label = xstrdup("Close without an outcome"),
		.help = xstrdup("Takes the line off the grid."),
		.blocked = xstrdup("2 taskings of it are still open") };
	return offers;
}

struct step_form *
fake_form(
    const struct fake_record *r, const struct fake_taking *t, const char *record, struct error *err)
{
	struct step_form *form;
	int s = find_step(t->step);

	if (s < 0) {
		error_set(err, "There is no step called '%s'.", t->step);
		return NULL;
	}
	form = xcalloc(1, sizeof *form);
	form->label = xstrdup(steps[s].label);
	form->help = xstrdup(steps[s].help);
	form->record = xstrdup(t->id[0] ? record : "");
	form->version = t->id[0] ? r->version : 0;
	form->previewed = steps[s].previewed;
	form->draft_at = xstrdup(r->drafted[s] ? "2022-12-30 16:40" : "");
	form->draft_version = r->draft_version[s];
	for (int i = steps[s].from; i < steps[s].to; i++) {
		const struct fixture *fix = &fields[i];
		struct step_field f = { .name = (char *)(uintptr_t)fix->name,
			.section = (char *)(uintptr_t)fix->section,
			.label = (char *)(uintptr_t)fix->label,
			.help = (char *)(uintptr_t)fix->help,
			.shape = fix->shape,
			.required = fix->required,
			.max = fix->max,
			.value = t->id[0] ? r->value[i] : (char[]){ "" },
			.note = (char *)(uintptr_t)(t->id[0] ? fix->note : ""),
			.draft = r->draft[s][i] };

		step_form_add(form, &f, fix->choices);
	}
	return form;
}

struct card *
fake_told(const struct fake_record *r, const struct fake_taking *t)
{
	struct card *card = xcalloc(1, sizeof *card);
	const char *name = "";

	for (size_t i = 0; i < t->n; i++) {
		int k = fake_field(t->names[i]);
		const char *was;
		char *text;

		if (k < 0)
			continue;
		name = k == 0 ? t->values[i] : name;
		was = t->id[0] ? r->value[k] : "";
		if (strcmp(was, t->values[i]) == 0)
			continue;
		text = xasprintf(
		    "%s, was %s", t->values[i][0] ? t->values[i] : "empty", was[0] ? was : "empty");
		card_add(card, "Saving changes", fields[k].label, text);
		free(text);
	}
	if (card->n == 0)
		card_add(card, "Saving changes", "", "Nothing is changed so far.");
	if (strstr(name, "Lantern"))
		card_add(card, "May be the same line", "L-1037",
		    "Birch Lantern: a name much like it, sold in the same area");
	return card;
}

static bool
faults(const struct fake_taking *t, struct error *err)
{
	struct buf detail = BUF_INIT;
	int n = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (strcmp(t->names[i], "name") == 0 && strcmp(t->values[i], "Taken") == 0)
			buf_addf(&detail, "%sname: Taken is the name of L-1037", n++ ? "\n" : "");
		if (strcmp(t->names[i], "numbers") == 0 && t->values[i][0] &&
		    strncmp(t->values[i], "07700 900", 9) != 0)
			buf_addf(&detail,
			    "%snumbers: '%s' is not a telephone number; write it like 07700 900123",
			    n++ ? "\n" : "", t->values[i]);
	}
	if (n) {
		error_set(err, "%d %s mending.", n, n == 1 ? "field needs" : "fields need");
		error_hint(err, "Mend what is named and save again; nothing was saved.");
		error_detail(err, "%s", buf_str(&detail));
		snprintf(err->sqlstate, sizeof err->sqlstate, "GL004");
	}
	buf_free(&detail);
	return n > 0;
}

static struct step_done *
done(const struct fake_record *r, const struct fake_taking *t, const char *ref, bool repeated)
{
	struct step_done *d = xcalloc(1, sizeof *d);

	snprintf(d->id, sizeof d->id, "%s", t->id);
	d->ref = xstrdup(ref);
	d->said = xasprintf("%s is saved%s", ref, repeated ? ", as it was before" : "");
	d->version = r->version;
	d->repeated = repeated;
	return d;
}

static void
change(struct fake_record *r, const struct fake_taking *t)
{
	for (size_t i = 0; i < t->n; i++) {
		int k = fake_field(t->names[i]);

		if (k < 0)
			continue;
		free(r->value[k]);
		r->value[k] = xstrdup(t->values[i]);
	}
	r->version++;
	snprintf(r->ops[r->nops++ % FAKE_OPS], sizeof r->ops[0], "%s", t->op);
	drop_draft(r, find_step(t->step));
}

struct step_done *
fake_take(struct fake_record *r, const struct fake_taking *t, const char *ref, struct error *err)
{
	for (size_t i = 0; i < r->nops && i < FAKE_OPS; i++)
		if (strcmp(r->ops[i], t->op) == 0)
			return done(r, t, ref, true);
	if (faults(t, err))
		return NULL;
	if (t->id[0] && t->version != r->version) {
		error_set(err, "Line %s was changed by analyst2 while you wrote.", ref);
		snprintf(err->sqlstate, sizeof err->sqlstate, "GL003");
		return NULL;
	}
	change(r, t);
	if (!r->lose)
		return done(r, t, ref, false);
	r->lose = false;
	error_set(err, "the connection was lost before this was saved");
	error_hint(err, "everything typed is still here: save again");
	return NULL;
}

const char *
fake_keep(struct fake_record *r, const struct fake_taking *t)
{
	int s = find_step(t->step);

	if (s < 0) /* of another kind of record: kept nowhere */
		return "";
	drop_draft(r, s);
	if (t->n == 0)
		return "";
	for (size_t i = 0; i < t->n; i++) {
		int k = fake_field(t->names[i]);

		if (k >= 0)
			r->draft[s][k] = xstrdup(t->values[i]);
	}
	r->drafted[s] = true;
	r->draft_version[s] = t->version;
	return "09:41";
}
