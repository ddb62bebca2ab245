/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_task.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "fake_step.h"

static const struct {
	const char *section, *label, *title, *unit, *officer, *state, *priority, *due, *answer_due;
	const char *who;
	bool late, fresh;
} fixtures[FAKE_TASKINGS] = {
	{ "late", "Late", "SYNTHETIC Stop the cuckooing at the flat", "BW", "lro_bw", "accepted",
	    "urgent", "2022-12-21", "2022-12-09", "you", true, false },
	{ "late", "Late", "SYNTHETIC Visit the address with housing", "BW", "", "in-progress",
	    "normal", "2022-12-28", "2022-12-14", "BW", true, true },
	{ "answer", "Awaiting my answer", "SYNTHETIC Plain clothes at the station, three evenings",
	    "BW", "", "offered", "high", "2023-01-13", "2023-01-03", "BW", false, true },
	{ "answer", "Awaiting my answer", "SYNTHETIC Speak to the school", "BW", "", "offered",
	    "normal", "2023-01-20", "2023-01-04", "BW", false, false },
	{ "due", "Due before the next review", "SYNTHETIC Download the recovered handset", "BW",
	    "lro_bw", "in-progress", "normal", "2023-01-03", "2022-12-20", "you", false, false },
	{ "due", "Due before the next review", "SYNTHETIC Check the lock-ups", "BW", "lro_bw",
	    "accepted", "low", "2023-01-04", "2022-12-20", "you", false, false },
	{ "open", "Open", "SYNTHETIC Safeguarding visit with children's services", "BW", "lro_bw",
	    "in-progress", "high", "2023-01-17", "2022-12-20", "you", false, false },
	{ "open", "Open", "SYNTHETIC Leaflets in the two hostels", "BW", "lro_bw", "accepted",
	    "low", "2023-02-01", "2022-12-20", "you", false, false },
	{ "decide", "Waiting for my decision", "SYNTHETIC Number plate reader on the ring road",
	    "CMPG", "", "submitted", "normal", "2023-01-11", "", "you", false, false },
	{ "decide", "Waiting for my decision", "SYNTHETIC Result of the visits", "BW", "lro_bw",
	    "result", "normal", "2023-01-06", "2022-12-16", "you", false, true },
	{ "others", "Waiting on others", "SYNTHETIC Examine four handsets", "DF", "", "offered",
	    "normal", "2023-01-09", "2023-01-02", "DF", false, false },
	{ "others", "Waiting on others", "SYNTHETIC Profile of the sellers", "INT", "",
	    "in-progress", "normal", "2023-01-18", "2022-12-19", "INT", false, false },
	{ "others", "Waiting on others", "SYNTHETIC Was the flat visited?", "BE", "", "returned",
	    "normal", "2023-01-10", "2022-12-23", "analyst1", false, false },
	{ "others", "Waiting on others", "SYNTHETIC Reviewed: warrants at two addresses", "FPVT",
	    "", "reviewed", "high", "2022-12-30", "2022-12-12", "supervisor1", false, false },
};

static const struct {
	const char *step, *label, *from, *to, *said;
	const char *field, *text, *help; /* what it wants to be told, NULL for nothing */
} moves[] = {
	{ "task_accept", "Accept", "offered", "accepted", "is accepted for the unit", NULL, NULL,
	    NULL },
	{ "task_authorise", "Authorise", "submitted", "authorised", "is authorised", NULL, NULL,
	    NULL },
	{ "task_update", "Note progress", "accepted in-progress", "in-progress",
	    "is in progress: a note was added", "reason", "Note", "What was done so far." },
	{ "task_result", "Record the result", "accepted in-progress", "result",
	    "has its result recorded", "result", "Result", "What came of it." },
	{ "task_review", "Review the result", "result", "reviewed", "is reviewed", "reason",
	    "Rationale", "Whether it was worth it." },
	{ "task_complete", "Complete", "reviewed", "complete", "is complete", NULL, NULL, NULL },
	{ "task_undo", "Undo the last step", "", "", "is as it was", NULL, NULL, NULL },
};

void
fake_tasks_init(struct fake_tasks *t)
{
	*t = (struct fake_tasks){ .n = FAKE_TASKINGS };
	for (size_t i = 0; i < t->n; i++)
		t->items[i] = (struct fake_tasking){
			.section = fixtures[i].section, .state = fixtures[i].state, .version = 1
		};
}

static void
id_of(size_t i, char out[37])
{
	snprintf(out, 37, "7a000000-0000-4000-8000-%012u", (unsigned)i);
}

static long
find(const struct fake_tasks *t, const char *id)
{
	char mine[37];

	for (size_t i = 0; i < t->n; i++) {
		id_of(i, mine);
		if (strcmp(mine, id) == 0)
			return (long)i;
	}
	return -1;
}

static void
fill(const struct fake_tasks *t, struct tasking_item *to, size_t i)
{
	id_of(i, to->id);
	snprintf(to->line_id, sizeof to->line_id, "00000000-0000-4000-8000-%012u", (unsigned)i + 1);
	to->version = t->items[i].version;
	tasking_set(&to->section, xstrdup(t->items[i].section));
	tasking_set(&to->section_label, xstrdup(fixtures[i].label));
	tasking_set(&to->ref, xasprintf("T-%04zu", 101 + i));
	tasking_set(&to->line_ref, xasprintf("L-%zu", 1001 + i));
	tasking_set(&to->line_name, xstrdup("Double Kettle"));
	tasking_set(&to->title, xstrdup(fixtures[i].title));
	tasking_set(&to->unit, xstrdup(fixtures[i].unit));
	tasking_set(&to->officer, xstrdup(fixtures[i].officer));
	tasking_set(&to->state, xstrdup(t->items[i].state));
	tasking_set(&to->state_label, xasprintf("%s (as of now)", t->items[i].state));
	tasking_set(&to->priority, xstrdup(fixtures[i].priority));
	tasking_set(&to->due, xstrdup(fixtures[i].due));
	tasking_set(&to->answer_due, xstrdup(fixtures[i].answer_due));
	tasking_set(&to->who, xstrdup(fixtures[i].who));
	to->late = fixtures[i].late;
	to->fresh = fixtures[i].fresh;
}

struct tasking_list *
fake_tasking_list(const struct fake_tasks *t, enum tasking_scope scope, const char *what)
{
	struct tasking_list *list = xcalloc(1, sizeof *list);

	for (size_t i = 0; i < t->n; i++)
		if (t->items[i].section[0] &&
		    (scope == TASKINGS_MINE ||
			strcmp(scope == TASKINGS_DAY ? fixtures[i].due : fixtures[i].unit, what) ==
			    0))
			fill(t, tasking_list_add(list), i);
	return list;
}

static struct task_column *
column_of(struct task_board *board, const char *key)
{
	for (size_t i = 0; i < board->n; i++)
		if (strcmp(board->columns[i].key, key) == 0)
			return &board->columns[i];
	return task_board_add(board, key, key);
}

struct task_board *
fake_task_board(const struct fake_tasks *t, bool by_unit)
{
	static const char *const states[] = { "submitted", "authorised", "offered", "declined",
		"returned", "accepted", "in-progress", "result", "reviewed" };
	struct task_board *board = xcalloc(1, sizeof *board);

	for (size_t i = 0; !by_unit && i < ARRAY_LEN(states); i++)
		task_board_add(board, states[i], states[i]);
	for (size_t i = 0; i < t->n; i++) {
		struct task_column *c =
		    column_of(board, by_unit ? fixtures[i].unit : t->items[i].state);

		fill(t, task_column_add(c), i);
		c->total++;
		c->late += fixtures[i].late;
	}
	/* One has more than are shown. */
	column_of(board, by_unit ? "BW" : "in-progress")->total += 12;
	return board;
}

struct task_days *
fake_task_days(const struct fake_tasks *t, date_days from, date_days to)
{
	struct task_days *days = xcalloc(1, sizeof *days);

	days->days = xcalloc((size_t)(to - from + 1), sizeof *days->days);
	for (date_days day = from; day <= to; day++) {
		struct task_day *d = &days->days[days->n++];
		char text[DATE_TEXT];

		date_format(day, text);
		*d = (struct task_day){ .day = day,
			.holiday = xstrdup(strcmp(text, "2022-12-26") == 0 ? "Boxing Day"
				: strcmp(text, "2022-12-27") == 0 ? "Christmas Day (substitute)"
				: strcmp(text, "2023-01-02") == 0 ? "New Year's Day (substitute)"
								  : "") };
		for (size_t i = 0; i < t->n; i++) {
			if (strcmp(fixtures[i].due, text) != 0)
				continue;
			d->open++;
			d->late += fixtures[i].late;
		}
		d->closed = date_weekday(day) == 3 && day < 19357 ? 2 : 0;
	}
	return days;
}

struct task_loads *
fake_task_loads(void)
{
	static const struct {
		const char *unit, *label, *operation;
		long open, late, answered, answered_in_time, completed, completed_in_time, capacity;
	} loads[] = {
		{ "BE", "Birmingham East", "", 9, 0, 14, 13, 11, 10, 12 },
		{ "BE", "Birmingham East", "Skyclash", 4, 0, 6, 6, 5, 5, -1 },
		{ "BW", "Birmingham West", "", 14, 5, 12, 8, 9, 4, 12 },
		{ "BW", "Birmingham West", "Ferrari", 2, 2, 3, 1, 2, 0, -1 },
		{ "CMPG", "Central Motorway Police Group", "", 1, 0, 0, 0, 0, 0, -1 },
		{ "CV", "Coventry", "", 0, 0, 4, 4, 4, 4, 8 },
	};
	struct task_loads *out = xcalloc(1, sizeof *out);

	out->n = ARRAY_LEN(loads);
	out->loads = xcalloc(out->n, sizeof *out->loads);
	for (size_t i = 0; i < out->n; i++)
		out->loads[i] = (struct task_load){ .unit = xstrdup(loads[i].unit),
			.label = xstrdup(loads[i].label),
			.operation = xstrdup(loads[i].operation),
			.open = loads[i].open,
			.late = loads[i].late,
			.answered = loads[i].answered,
			.answered_in_time = loads[i].answered_in_time,
			.completed = loads[i].completed,
			.completed_in_time = loads[i].completed_in_time,
			.capacity = loads[i].capacity };
	return out;
}

struct card *
fake_task_card(const struct fake_tasks *t, const char *id)
{
	struct card *card = xcalloc(1, sizeof *card);
	long i = find(t, id);

	snprintf(card->id, sizeof card->id, "%s", id);
	if (i < 0)
		return card;
	card_add(card, "What is asked", "", fixtures[i].title);
	card_add(card, "What is asked", "In full",
	    "Three evenings between 16:00 and 20:00, two officers who know the sellers by sight. "
	    "Report each evening.");
	card_add(card, "What is asked", "Why", "It sells to children on their way home.");
	card_add(card, "How it stands", "State", t->items[i].state);
	card_add(card, "How it stands", "Unit", fixtures[i].unit);
	card_add(card, "How it stands", "Due", fixtures[i].due);
	card_add(card, "History", "2022-12-19 10:02 analyst1",
	    "Raised: BW is to do it by 2023-01-13\nDue: 2023-01-11 -> 2023-01-13");
	card_add(card, "History", "2022-12-20 09:31 supervisor1", "Authorised and offered to BW");
	return card;
}

bool
fake_task_step(const char *step)
{
	return strncmp(step, "task_", 5) == 0;
}

static long
move_of(const char *step)
{
	for (size_t i = 0; i < ARRAY_LEN(moves); i++)
		if (strcmp(moves[i].step, step) == 0)
			return (long)i;
	return -1;
}

/* Why not now; "" if it can be done. */
static char *
blocked(const struct fake_tasks *t, long i, long m)
{
	const struct fake_tasking *item = &t->items[i];

	if (strcmp(moves[m].step, "task_undo") == 0)
		return xstrdup(item->version > 1 ? "" : "nothing was done to it today");
	if (strstr(moves[m].from, item->state))
		return xstrdup("");
	return xasprintf("it is %s", item->state);
}

struct step_offers *
fake_task_offers(const struct fake_tasks *t, const char *id)
{
	struct step_offers *offers = xcalloc(1, sizeof *offers);
	long i = find(t, id);

	offers->items = xcalloc(ARRAY_LEN(moves), sizeof *offers->items);
	for (size_t m = 0; i >= 0 && m < ARRAY_LEN(moves); m++)
		offers->items[offers->n++] = (struct step_offer){ .step = xstrdup(moves[m].step),
			.label = xstrdup(moves[m].label),
			.help = xstrdup(moves[m].said),
			.blocked = blocked(t, i, (long)m) };
	return offers;
}

static void
add(struct step_form *form, const char *name, const char *label, const char *value)
{
	bool block = strcmp(name, "reason") == 0 || strcmp(name, "result") == 0;

	step_form_add(form,
	    &(struct step_field){ .name = (char *)(uintptr_t)name,
		.section = (char[]){ "" },
		.label = (char *)(uintptr_t)label,
		.help = (char[]){ "In your own words." },
		.shape = block ? STEP_BLOCK : STEP_TEXT,
		.required = true,
		.max = 2000,
		.value = (char *)(uintptr_t)value,
		.note = (char[]){ "" } },
	    "");
}

struct step_form *
fake_task_form(const struct fake_tasks *t, const char *step, const char *id, struct error *err)
{
	struct step_form *form;
	long m = move_of(step), i = find(t, id);
	char *why = m >= 0 && i >= 0 ? blocked(t, i, m) : xstrdup("");

	if (why[0] || (i >= 0) != (m >= 0)) {
		error_set(err, "%s: %s.", m >= 0 ? moves[m].label : step, why);
		snprintf(err->sqlstate, sizeof err->sqlstate, "GL002");
		free(why);
		return NULL;
	}
	free(why);
	form = xcalloc(1, sizeof *form);
	form->label = xstrdup(m >= 0 ? moves[m].label : "Raise a tasking");
	form->help = xstrdup("");
	form->record = m >= 0 ? xasprintf("T-%04ld %s", 101 + i, fixtures[i].title) : xstrdup("");
	form->version = m >= 0 ? t->items[i].version : 1;
	form->draft_at = xstrdup("");
	if (m < 0) {
		add(form, "title", "What is asked", "");
		add(form, "unit", "Unit", "BW");
		add(form, "due", "Due", "next review");
	} else if (moves[m].field) {
		add(form, moves[m].field, moves[m].text, "");
	}
	return form;
}

static bool
filled(const struct fake_taking *taking)
{
	for (size_t i = 0; i < taking->n; i++)
		if (!taking->values[i][strspn(taking->values[i], " \n")])
			return false;
	return true;
}

bool
fake_task_take(struct fake_tasks *t, const struct fake_taking *taking, const char *id, bool really,
    struct step_results *out)
{
	long m = move_of(taking->step), i = find(t, id);
	char *ref = i >= 0 ? xasprintf("T-%04ld", 101 + i) : xasprintf("L-%s", id + 32);
	char *why = m >= 0 && i >= 0 ? blocked(t, i, m) : xstrdup("");
	bool ok = false;

	if (why[0]) {
		step_results_add(out, id, ref, why, STEP_REFUSED);
	} else if (!filled(taking)) {
		step_results_add(out, id, ref, "One field needs mending: is empty.",
		    really ? STEP_REFUSED : STEP_OPEN);
	} else if (i < 0 && id[35] == '3') {
		step_results_add(out, id, ref,
		    "a deconfliction of it is open: no tasking until it is decided", STEP_REFUSED);
	} else if (i < 0) {
		free(why);
		why = xasprintf("T-%04ld is submitted for BW", 200 + ++t->made);
		step_results_add(out, id, ref, why, STEP_DONE);
		ok = true;
	} else {
		step_results_add(out, id, ref, moves[m].said, STEP_DONE);
		ok = true;
		if (really && moves[m].to[0]) {
			t->items[i].state = moves[m].to;
			t->items[i].section =
			    strcmp(moves[m].to, "complete") == 0 ? "" : t->items[i].section;
			t->items[i].version++;
		}
	}
	free(ref);
	free(why);
	return ok;
}

struct step_done *
fake_task_done(struct fake_tasks *t, const struct fake_taking *taking, struct error *err)
{
	struct step_results results = { .n = 0 };
	struct step_done *done = NULL;

	if (fake_task_take(t, taking, taking->id, true, &results)) {
		done = xcalloc(1, sizeof *done);
		snprintf(done->id, sizeof done->id, "%s", taking->id);
		done->ref = xstrdup(results.items[0].ref);
		done->said = move_of(taking->step) < 0
		    ? xstrdup(results.items[0].said)
		    : xasprintf("%s %s", results.items[0].ref, results.items[0].said);
	} else {
		error_set(err, "%s: %s", results.items[0].ref, results.items[0].said);
		snprintf(err->sqlstate, sizeof err->sqlstate, "GL002");
	}
	free(results.items[0].ref);
	free(results.items[0].said);
	free(results.items);
	return done;
}
