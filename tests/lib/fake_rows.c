/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_rows.h"

#include "base/text.h"

static const char *const first[] = { "Amber", "Birch", "Cobalt", "Dune", "Ember", "Fern", "Garnet",
	"Hazel", "Indigo", "Juniper" };
static const char *const second[] = { "Kite", "Lantern", "Marlin", "Nettle", "Otter", "Plover",
	"Quill" };
static const char *const npu[] = { "BE", "BW", "CV", "DY", "SW", "SH", "WS", "WV" };
static const char *const status[] = { "active", "tasked", "developing", "reported", "dormant" };
static const char *const force[] = { "West Mercia", "Dyfed-Powys", "Gwent", "Warwickshire",
	"Devon and Cornwall", "Police Scotland" };

#define SET(column, ...) snprintf(row->cell[column], sizeof row->cell[column], __VA_ARGS__)

static const char *
band(int score)
{
	return score < 0  ? ""
	    : score >= 80 ? "critical"
	    : score >= 60 ? "high"
	    : score >= 40 ? "medium"
			  : "low";
}

static void
line_movement(struct fake_row *row, size_t i)
{
	if (row->score < 0)
		return;
	if (i % 9 == 4)
		snprintf(row->change, sizeof row->change, "new");
	else if (i % 5 == 1)
		snprintf(row->change, sizeof row->change, "+%u", (unsigned)(i % 7 + 1));
	else if (i % 5 == 3)
		snprintf(row->change, sizeof row->change, "-%u", (unsigned)(i % 4 + 1));
	if (strcmp(row->change, "new") == 0)
		row->flags |= ROW_NEW;
}

/* Lines come in ranked order: the i-th has rank i + 1, the last ones have no score. */
void
fake_line(struct fake_row *row, size_t i)
{
	unsigned n = (unsigned)i, late = n % 6 == 2 ? n % 3 + 1 : 0;

	*row = (struct fake_row){ .open = true, .score = 97 - (int)(n * 2 / 5) };
	if (row->score < 10)
		row->score = -1;
	row->rank = row->score < 0 ? 0 : (int)n + 1;
	snprintf(row->id, sizeof row->id, "00000000-0000-4000-8000-%012u", n);
	SET(GRID_LINE_REF, "L-%04u", 1000 + n * 37 % 9000);
	SET(GRID_NAME, "%s %s", first[n % 10], second[n / 3 % 7]);
	if (row->score >= 0)
		SET(GRID_SCORE, "%d", row->score);
	SET(GRID_BAND, "%s", band(row->score));
	SET(GRID_STATUS, "%s", status[n / 2 % 5]);
	SET(GRID_EXPORT_FORCE, "West Midlands");
	SET(GRID_EXPORT_NPU, "%s", npu[n * 3 % 8]);
	SET(GRID_IMPORTS, "%s;%s", force[n % 6], force[(n + 2) % 6]);
	SET(GRID_DRUGS, "heroin;crack cocaine");
	SET(GRID_BULK_MARKETING, "%s", n % 3 ? "no" : "yes");
	if (n % 7 != 5) {
		SET(GRID_LRO, "lro_%c%c", npu[n * 3 % 8][0] | 0x20, npu[n * 3 % 8][1] | 0x20);
	}
	if (n % 4 == 0)
		SET(GRID_GROUPS, "G-%03u", 100 + n % 24);
	SET(GRID_OPEN_TASKINGS, "%u", late + n % 3);
	SET(GRID_OVERDUE_TASKINGS, "%u", late);
	SET(GRID_FIRST_SEEN, "2022-%02u-%02u", n % 9 + 1, n % 27 + 1);
	SET(GRID_LAST_SEEN, "2022-12-%02u", n % 30 + 1);
	SET(GRID_LAST_REVIEW, "2022-11-%02u", n % 30 + 1);
	SET(GRID_DAYS_SINCE_REVIEW, "%u", 31 + 29 - n % 30);
	if (31 + 29 - n % 30 > 56)
		row->flags |= ROW_STALE;
	if (late)
		row->flags |= ROW_OVERDUE;
	if (n == 6)
		row->flags |= ROW_RESTRICTED;
	line_movement(row, i);
}

void
fake_group(struct fake_row *row, size_t i)
{
	unsigned n = (unsigned)i;

	*row = (struct fake_row){ .open = true };
	snprintf(row->id, sizeof row->id, "00000000-0000-4000-9000-%012u", n);
	SET(GROUP_REF, "G-%03u", 100 + n);
	SET(GROUP_KIND, "%s", n % 3 ? "USG" : "OCG");
	SET(GROUP_NAME, "%s Crew", first[n * 7 % 10]);
	SET(GROUP_MAPPED, "%s", n % 3 ? "no" : "yes");
	SET(GROUP_BAND, "%s", n % 3 ? "" : "tier 2");
	SET(GROUP_OPEN_LINES, "%u", n % 4);
	SET(GROUP_TOP_SCORE, "%u", 97 - n);
	SET(GROUP_LINES, "L-%04u;L-%04u", 1000 + n, 2000 + n);
}

bool
fake_holds(enum listing listing, const struct fake_row *row, const char *word)
{
	static const int searched[LISTING_SCREENS][2] = {
		[LISTING_GRID] = { GRID_LINE_REF, GRID_NAME },
		[LISTING_GROUPS] = { GROUP_REF, GROUP_NAME },
	};

	return strcasestr(row->cell[searched[listing][0]], word) ||
	    strcasestr(row->cell[searched[listing][1]], word);
}

static bool
word_test(const struct filter *f, const struct fake_row *row, const char *word)
{
	if (f->field->type == FILTER_TYPE_HAS && strcmp(word, "overdue") == 0)
		return row->flags & ROW_OVERDUE;
	if (f->field->type == FILTER_TYPE_IS && strcmp(word, "new") == 0)
		return row->flags & ROW_NEW;
	if (f->field->type == FILTER_TYPE_IS && strcmp(word, "stale") == 0)
		return row->flags & ROW_STALE;
	if (f->field->type == FILTER_TYPE_CHANGE)
		return strcmp(word, "new") == 0 ? row->flags & ROW_NEW
		    : strcmp(word, "up") == 0	? row->change[0] == '+'
		    : strcmp(word, "down") == 0 ? row->change[0] == '-'
						: row->change[0] == '\0';
	return f->field->column >= 0 && strcasestr(row->cell[f->field->column], word);
}

static bool
test(const struct filter *f, const struct fake_row *row)
{
	long n;
	size_t i;

	if (f->op == FILTER_IS) {
		for (i = 0; i < f->nvalues; i++)
			if (word_test(f, row, f->values[i].text))
				return true;
		return false;
	}
	if (f->field->column < 0 || !row->cell[f->field->column][0])
		return false;
	n = strtol(row->cell[f->field->column], NULL, 10);
	return f->op == FILTER_LT ? n < f->values[0].number
	    : f->op == FILTER_LE  ? n <= f->values[0].number
	    : f->op == FILTER_GT  ? n > f->values[0].number
				  : n >= f->values[0].number;
}

bool
fake_matches(enum listing listing, const struct filter *f, const struct fake_row *row)
{
	size_t i;

	if (!f)
		return row->open;
	switch (f->kind) {
	case FILTER_AND:
	case FILTER_OR:
		for (i = 0; i < f->nchildren; i++)
			if (fake_matches(listing, f->children[i], row) == (f->kind == FILTER_OR))
				return f->kind == FILTER_OR;
		return f->kind == FILTER_AND;
	case FILTER_NOT:
		return !fake_matches(listing, f->children[0], row);
	case FILTER_WORD:
		return fake_holds(listing, row, f->values[0].text);
	case FILTER_TEST:
		return test(f, row);
	}
	return false;
}
