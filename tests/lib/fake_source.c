/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_source.h"

#include "base/alloc.h"
#include "fake_dossier.h"
#include "fake_impl.h"
#include "fake_past.h"

static struct page *
make_page(const struct fake_order *o)
{
	struct page_builder *pb = page_builder_new(o->j->q.listing);
	int ref = o->j->q.listing == LISTING_GRID ? GRID_LINE_REF : GROUP_REF;
	const char *cells[FAKE_CELLS], *key[ROW_KEYS] = { NULL };
	const struct fake_row *row;
	size_t from, to, i, k;

	fake_seek(o, &from, &to);
	for (i = from; i < to; i++) {
		row = fake_row_at(o, i);
		for (k = 0; k < FAKE_CELLS; k++)
			cells[k] = row->cell[k];
		key[0] = row->cell[ref];
		page_builder_row(pb, row->id, key, cells, row->flags);
	}
	return page_builder_end(pb, false, from == 0, to == o->n);
}

static void
answer_standing(struct fake *f, struct job *j)
{
	struct standing *s = xcalloc(j->nids + 1, sizeof *s);
	size_t i, k, n = 0;

	for (i = 0; i < j->nids; i++)
		for (k = 0; k < f->n[LISTING_GRID]; k++) {
			const struct fake_row *row = &f->rows[LISTING_GRID][k];

			if (strcmp(row->id, j->ids[i]) != 0)
				continue;
			memcpy(s[n].id, row->id, sizeof s[n].id);
			if (row->rank)
				snprintf(s[n].rank, sizeof s[n].rank, "%d", row->rank);
			memcpy(s[n++].change, row->change, sizeof row->change);
		}
	j->fn.standing(j->arg, s, n, NULL);
	free(s);
}

static void
answer_ids(const struct fake_order *o)
{
	const char **ids = xcalloc(o->n + 1, sizeof *ids);
	size_t i, n = o->n < o->j->q.limit ? o->n : o->j->q.limit;

	for (i = 0; i < n; i++)
		ids[i] = fake_row_at(o, i)->id;
	o->j->fn.ids(o->j->arg, ids, n, n < o->n, NULL);
	free(ids);
}

static void
answer_summary(struct fake *f, struct job *j)
{
	static const char *const code[] = { "critical", "high", "medium", "low" };
	static const char *const label[] = { "Critical", "High", "Medium", "Low" };
	struct summary s = { .nbands = 4 };
	const struct fake_row *row;
	size_t i, b;

	for (b = 0; b < 4; b++) {
		snprintf(s.band[b].code, sizeof s.band[b].code, "%s", code[b]);
		snprintf(s.band[b].label, sizeof s.band[b].label, "%s", label[b]);
	}
	for (i = 0; i < f->n[LISTING_GRID]; i++) {
		row = &f->rows[LISTING_GRID][i];
		for (b = 0; b < 4; b++)
			s.band[b].lines += strcmp(row->cell[GRID_BAND], code[b]) == 0;
		s.unscored += row->score < 0;
		s.open_lines++;
		s.overdue_lines += (row->flags & ROW_OVERDUE) != 0;
		s.stale_lines += (row->flags & ROW_STALE) != 0;
		s.new_lines += (row->flags & ROW_NEW) != 0;
	}
	j->fn.summary(j->arg, &s, NULL);
}

static void
answer_terms(struct job *j)
{
	static const char *const npu[] = { "BE", "BW", "CV", "DY", "SW", "SH", "WS", "WV" };
	static const char *const band[] = { "critical", "high", "medium", "low" };
	struct terms *t = xcalloc(1, sizeof *t);
	int i;

	for (i = 0; i < 4; i++)
		terms_add(t, VOCABULARY_BAND, band[i], band[i], i);
	for (i = 0; i < 8; i++)
		terms_add(t, VOCABULARY_NPU, npu[i], npu[i], i);
	j->fn.terms(j->arg, t, NULL);
}

static void
answer_card(struct fake *f, struct job *j)
{
	struct card *card = xcalloc(1, sizeof *card);
	size_t i, k, n;
	const struct column *table = column_table(j->q.listing, &n);

	snprintf(card->id, sizeof card->id, "%s", j->id);
	for (i = 0; i < f->n[j->q.listing]; i++) {
		const struct fake_row *row = &f->rows[j->q.listing][i];

		if (strcmp(row->id, j->id) != 0)
			continue;
		for (k = 0; k < n; k++)
			if (row->cell[k][0])
				card_add(
				    card, k < 4 ? "Line" : "More", table[k].title, row->cell[k]);
	}
	card_add(card, "Note", "",
	    "Everything in this card is invented, and long enough to be wrapped in the pane.");
	j->fn.card(j->arg, card, NULL);
}

static const struct fake_row *
line_of(const struct fake *f, const char *id)
{
	size_t i;

	for (i = 0; i < f->n[LISTING_GRID]; i++)
		if (strcmp(f->rows[LISTING_GRID][i].id, id) == 0)
			return &f->rows[LISTING_GRID][i];
	return NULL;
}

static const char *
ref_of(const struct fake *f, const char *id)
{
	const struct fake_row *line = line_of(f, id);

	return line ? line->cell[GRID_LINE_REF] : "L-NEW";
}

static void
answer_dossier(struct fake *f, struct job *j)
{
	const struct fake_row *line = line_of(f, j->id);
	struct error err = ERROR_INIT;

	if (!line)
		error_set(
		    &err, j->id[0] ? "There is no such line." : "A justification is missing.");
	if (j->kind == JOB_CONSULT)
		j->fn.consult(j->arg, line ? j->id : "", line ? NULL : &err);
	else
		j->fn.dossier(j->arg, line ? fake_dossier(line) : NULL, line ? NULL : &err);
}

static void
answer_form(struct fake *f, struct job *j)
{
	struct error err = ERROR_INIT;
	char *record = xasprintf("%s %s", ref_of(f, j->taking.id), f->record.value[0]);
	struct step_form *form = fake_task_step(j->taking.step)
	    ? fake_task_form(&f->tasks, j->taking.step, j->taking.id, &err)
	    : fake_form(&f->record, &j->taking, record, &err);

	j->fn.step_form(j->arg, form, form ? NULL : &err);
	free(record);
}

static void
answer_taking(struct fake *f, struct job *j)
{
	struct error err = ERROR_INIT;
	struct step_done *done = fake_task_step(j->taking.step)
	    ? fake_task_done(&f->tasks, &j->taking, &err)
	    : fake_take(&f->record, &j->taking, ref_of(f, j->taking.id), &err);

	j->fn.step(j->arg, done, done ? NULL : &err);
}

static void
answer_list(struct fake *f, struct job *j)
{
	struct fake_order o = fake_order(f, j);

	if (j->kind == JOB_PAGE)
		j->fn.page(j->arg, make_page(&o), NULL);
	else if (j->kind == JOB_COUNT)
		j->fn.count(j->arg, (long)o.n, NULL);
	else
		answer_ids(&o);
	free(o.at);
}

static void
answer_past(struct fake *f, struct job *j)
{
	if (j->kind == JOB_LINE_AS_AT) {
		fake_line_as_at(j->key, j->id, j->fn.card, j->arg);
		return;
	}
	j->fn.past(
	    j->arg, fake_past(f->rows[LISTING_GRID], f->n[LISTING_GRID], j->key, j->object), NULL);
}

/* Lists that are read whole. */
static void
answer_whole(struct fake *f, struct job *j)
{
	const struct fake_row *lines = f->rows[LISTING_GRID];
	const size_t n = f->n[LISTING_GRID];

	if (j->kind == JOB_WAITING)
		j->fn.waiting(j->arg, fake_waiting(lines, n), NULL);
	else
		j->fn.figures(j->arg, fake_figures(j->id, lines, n), NULL);
}

static void
answer_well(struct fake *f, struct job *j)
{
	switch (j->kind) {
	case JOB_PAGE:
	case JOB_COUNT:
	case JOB_IDS:
		answer_list(f, j);
		break;
	case JOB_STANDING:
		answer_standing(f, j);
		break;
	case JOB_SUMMARY:
		answer_summary(f, j);
		break;
	case JOB_TERMS:
		answer_terms(j);
		break;
	case JOB_CARD:
		answer_card(f, j);
		break;
	case JOB_STEPS:
		j->fn.steps(j->arg,
		    strcmp(j->object, "tasking") == 0 ? fake_task_offers(&f->tasks, j->id)
						      : fake_offers(j->object, f->session.role),
		    NULL);
		break;
	case JOB_STEP_FORM:
		answer_form(f, j);
		break;
	case JOB_STEP_VERSION:
		j->fn.count(j->arg, f->record.version, NULL);
		break;
	case JOB_TASKS_FRESH:
	case JOB_TASKS_SEEN:
		f->fresh = j->kind == JOB_TASKS_SEEN ? 0 : f->fresh;
		j->fn.count(j->arg, f->fresh, NULL);
		break;
	case JOB_STEP_PREVIEW:
		j->fn.card(j->arg, fake_told(&f->record, &j->taking), NULL);
		break;
	case JOB_STEP_TAKE:
		answer_taking(f, j);
		break;
	case JOB_DRAFT:
		j->fn.draft(j->arg, fake_keep(&f->record, &j->taking), NULL);
		break;
	case JOB_CONSULT:
	case JOB_DOSSIER:
		answer_dossier(f, j);
		break;
	case JOB_WHYS:
		j->fn.whys(j->arg, fake_whys, FAKE_WHYS, NULL);
		break;
	case JOB_REVIEW:
	case JOB_REVIEW_ITEM:
	case JOB_REVIEW_FOLLOW:
		fake_answer_review(f, j);
		break;
	case JOB_PAST:
	case JOB_LINE_AS_AT:
		answer_past(f, j);
		break;
	case JOB_WAITING:
	case JOB_FIGURES:
		answer_whole(f, j);
		break;
	case JOB_MANY:
	case JOB_MANY_PREVIEW:
	case JOB_TASKINGS:
	case JOB_TASK_CARD:
	case JOB_BOARD:
	case JOB_DAYS:
	case JOB_LOADS:
		fake_answer_task(f, j, NULL);
		break;
	case JOB_PANELS:
	case JOB_PANEL:
	case JOB_PANEL_ROWS:
		fake_dashboard_answer(f, j, NULL);
		break;
	}
}

static void
answer(struct fake *f, struct job *j)
{
	struct error err = ERROR_INIT;

	if (!f->failures) {
		answer_well(f, j);
		return;
	}
	f->failures--;
	error_set(&err, "%s", f->failure);
	fake_job_fail(f, j, &err);
}

bool
fake_answer(struct fake *f)
{
	source_ticket last = f->next;
	struct job j;
	bool any = false;

	while (f->njobs && f->jobs[0].ticket <= last) {
		j = f->jobs[0];
		f->njobs--;
		memmove(f->jobs, f->jobs + 1, f->njobs * sizeof *f->jobs);
		answer(f, &j);
		fake_job_free(&j);
		any = true;
	}
	return any;
}

void
fake_answer_all(struct fake *f)
{
	while (fake_answer(f))
		continue;
}

void
fake_fail(struct fake *f, unsigned n, const char *text)
{
	f->failures = n;
	snprintf(f->failure, sizeof f->failure, "%s", text);
}

size_t
fake_asked(const struct fake *f)
{
	return f->asked;
}

void
fake_change(struct fake *f, const char *field, const char *value)
{
	char **at = &f->record.value[fake_field(field)];

	free(*at);
	*at = xstrdup(value);
	f->record.version++;
}

void
fake_fresh(struct fake *f, long n)
{
	f->fresh = n;
}

void
fake_tell(struct fake *f, const char *payload)
{
	unsigned kinds = news_kinds(payload);

	for (unsigned i = 0; i < NEWS_KINDS; i++)
		f->news.told[i] += (kinds & NEWS_BIT(i)) != 0;
}

void
fake_lose(struct fake *f)
{
	f->record.lose = true;
}

const char *
fake_value(const struct fake *f, const char *field)
{
	return f->record.value[fake_field(field)];
}

const char *
fake_draft(const struct fake *f, const char *field)
{
	int k = fake_field(field), i;

	for (i = 0; i < FAKE_STEPS; i++)
		if (f->record.draft[i][k])
			return f->record.draft[i][k];
	return NULL;
}

struct session *
fake_session(struct fake *f)
{
	return &f->session;
}

struct source *
fake_source(struct fake *f)
{
	return &f->source;
}

void
fake_remove(struct fake *f, const char *line_ref)
{
	struct fake_row *rows = f->rows[LISTING_GRID];
	size_t i;

	for (i = 0; i < f->n[LISTING_GRID]; i++)
		if (strcmp(rows[i].cell[GRID_LINE_REF], line_ref) == 0) {
			if (f->ngone == ARRAY_LEN(f->gone))
				abort();
			snprintf(f->gone[f->ngone].ref, sizeof f->gone->ref, "%s", line_ref);
			snprintf(f->gone[f->ngone++].next, sizeof f->gone->next, "%s",
			    i + 1 < f->n[LISTING_GRID] ? rows[i + 1].cell[GRID_LINE_REF] : "");
			f->n[LISTING_GRID]--;
			memmove(rows + i, rows + i + 1, (f->n[LISTING_GRID] - i) * sizeof *rows);
			return;
		}
}

void
fake_insert(struct fake *f, const char *line_ref, int score)
{
	struct fake_row *rows;
	size_t i, n = f->n[LISTING_GRID]++;

	rows = f->rows[LISTING_GRID] = xreallocarray(f->rows[LISTING_GRID], n + 1, sizeof *rows);
	for (i = 0; i < n && rows[i].score >= score; i++)
		continue;
	memmove(rows + i + 1, rows + i, (n - i) * sizeof *rows);
	fake_line(&rows[i], 90000 + n);
	rows[i].score = score;
	snprintf(rows[i].cell[GRID_LINE_REF], sizeof rows[i].cell[0], "%s", line_ref);
	snprintf(rows[i].cell[GRID_SCORE], sizeof rows[i].cell[0], "%d", score);
}

struct fake *
fake_new(size_t lines, size_t groups)
{
	struct fake *f = xcalloc(1, sizeof *f);
	size_t i;

	f->source.ops = &fake_ops;
	fake_record_init(&f->record);
	fake_tasks_init(&f->tasks);
	f->n[LISTING_GRID] = lines;
	f->n[LISTING_GROUPS] = groups;
	f->rows[LISTING_GRID] = xcalloc(lines + 1, sizeof(struct fake_row));
	f->rows[LISTING_GROUPS] = xcalloc(groups + 1, sizeof(struct fake_row));
	for (i = 0; i < lines; i++)
		fake_line(&f->rows[LISTING_GRID][i], i);
	for (i = 0; i < groups; i++)
		fake_group(&f->rows[LISTING_GROUPS][i], i);
	f->session = (struct session){ .generation = 1,
		.link = LINK_UP,
		.login = "analyst1",
		.name = "SYNTHETIC analyst",
		.role = "analyst",
		.unit = "CLTF",
		.force = "West Midlands",
		.training = true,
		.clock_us = INT64_C(1672477200000000), /* 2022-12-31 09:00 */
		.today = 19357,
		.stale_days = 56 };
	return f;
}

void
fake_free(struct fake *f)
{
	size_t i;

	for (i = 0; i < f->njobs; i++)
		fake_job_free(&f->jobs[i]);
	for (i = 0; i < LISTING_SCREENS; i++)
		free(f->rows[i]);
	fake_record_clear(&f->record);
	free(f);
}
