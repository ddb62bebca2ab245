/* SPDX-License-Identifier: MIT
 *
 * What the database would do for a list: filter, order, seek.
 */
#include "config.h"

#include "base/alloc.h"
#include "fake_impl.h"

static const char *
sort_cell(const struct job *j, const struct fake_row *row)
{
	return row->cell[j->q.sort];
}

static bool
comes_before(const struct fake_order *o, size_t a, size_t b)
{
	const struct fake_row *rows = o->f->rows[o->j->q.listing];
	const char *x, *y;
	int d = 0;

	if (o->j->q.sort >= 0 && !(o->j->q.listing == LISTING_GRID && o->j->q.sort == GRID_RANK)) {
		x = sort_cell(o->j, &rows[a]);
		y = sort_cell(o->j, &rows[b]);
		d = x[0] && y[0] && x[0] <= '9' && y[0] <= '9' && !strchr(x, '-')
		    ? (strtol(y, NULL, 10) > strtol(x, NULL, 10)) -
			(strtol(y, NULL, 10) < strtol(x, NULL, 10))
		    : strcmp(x, y);
	}
	if (d == 0)
		return o->j->q.descending ? a > b : a < b;
	return o->j->q.descending ? d > 0 : d < 0;
}

struct fake_order
fake_order(const struct fake *f, const struct job *j)
{
	struct fake_order o = {
		.f = f, .j = j, .at = xcalloc(f->n[j->q.listing] + 1, sizeof(size_t))
	};
	struct filter *filter = NULL;
	struct filter_error err;
	size_t i, k, t;

	if (j->filter)
		filter_parse(j->q.listing, j->filter, &filter, &err);
	for (i = 0; i < f->n[j->q.listing]; i++) {
		if (!fake_matches(j->q.listing, filter, &f->rows[j->q.listing][i]))
			continue;
		o.at[o.n++] = i;
		for (k = o.n - 1; k > 0 && comes_before(&o, o.at[k], o.at[k - 1]); k--) {
			t = o.at[k];
			o.at[k] = o.at[k - 1];
			o.at[k - 1] = t;
		}
	}
	filter_free(filter);
	return o;
}

const struct fake_row *
fake_row_at(const struct fake_order *o, size_t i)
{
	return &o->f->rows[o->j->q.listing][o->at[i]];
}

static size_t
place_of(const struct fake_order *o, const char *key)
{
	int ref = o->j->q.listing == LISTING_GRID ? GRID_LINE_REF : GROUP_REF;
	size_t i;

	for (i = 0; i < o->n && strcmp(fake_row_at(o, i)->cell[ref], key) != 0; i++)
		continue;
	return i;
}

/* Where the row of the key stands; keys are references. The place of one that has gone is that of
 * the row behind it then. */
static size_t
place_of_key(const struct fake_order *o, bool *exact)
{
	const char *key = o->j->key;
	size_t at = place_of(o, key), i;

	*exact = at < o->n;
	for (i = o->f->ngone; at == o->n && i-- > 0;)
		if (strcmp(o->f->gone[i].ref, key) == 0) {
			key = o->f->gone[i].next;
			at = place_of(o, key);
			i = o->f->ngone;
		}
	return at < o->n ? at : 0;
}

static bool
seek_find(const struct fake_order *o, size_t from, bool back, size_t *found)
{
	size_t step, i;

	for (step = 1; step <= o->n; step++) {
		i = back ? (from + 2 * o->n - step) % o->n : (from + step) % o->n;
		if (fake_holds(o->j->q.listing, fake_row_at(o, i), o->j->find)) {
			*found = i;
			return true;
		}
	}
	return false;
}

/* First and one past the last row of the page. */
void
fake_seek(const struct fake_order *o, size_t *from, size_t *to)
{
	size_t limit = o->j->q.limit, at, i;
	bool exact = false;

	*from = *to = 0;
	at = place_of_key(o, &exact);
	switch (o->j->q.seek) {
	case SEEK_FIRST:
		*from = 0;
		break;
	case SEEK_LAST:
		*from = o->n > limit ? o->n - limit : 0;
		break;
	case SEEK_AFTER:
		*from = at + exact;
		break;
	case SEEK_BEFORE:
		*from = at > limit ? at - limit : 0;
		*to = at;
		return;
	case SEEK_FROM:
		*from = at;
		break;
	case SEEK_RANK:
		for (*from = 0; *from < o->n && fake_row_at(o, *from)->rank < o->j->q.rank; ++*from)
			continue;
		break;
	case SEEK_FIND:
	case SEEK_FIND_BACK:
		if (!seek_find(o, at, o->j->q.seek == SEEK_FIND_BACK, from))
			return;
		break;
	case SEEK_ROW:
		for (i = 0; i < o->n && strcmp(fake_row_at(o, i)->id, o->j->id) != 0; i++)
			continue;
		*from = i;
		break;
	}
	*to = *from + limit < o->n ? *from + limit : o->n;
}
