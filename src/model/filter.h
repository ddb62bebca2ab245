/* SPDX-License-Identifier: MIT
 *
 * The filter language of gridline-filter(7): text to tree. One parser for the console, the export
 * and saved views; the store turns the tree into parameters. Grammar:
 *   filter  = and { "or" and }          and  = unary { unary }
 *   unary   = "-" unary | "(" filter ")" | term
 *   term    = word | field (":"|"=") value{","value} | field (">="|"<="|">"|"<") value
 * A word or value in double quotes may hold anything; \" and \\ inside it are themselves.
 * A value of a number or date may be a range, 40..60, which parses to two comparisons; a month,
 * week or quarter stands for its first or last day, as the operator needs it.
 */
#ifndef GRIDLINE_MODEL_FILTER_H
#define GRIDLINE_MODEL_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "model/column.h"
#include "model/filter_field.h"
#include "model/terms.h"

#define FILTER_SOURCE_MAX 4096 /* bytes of a filter; longer ones are refused */
#define FILTER_DEPTH_MAX 50    /* parentheses and minus signs inside each other */

enum filter_kind {
	FILTER_AND, /* children, at least one */
	FILTER_OR,
	FILTER_NOT,  /* one child */
	FILTER_WORD, /* values[0] is looked for in reference, name and alias */
	FILTER_TEST, /* field op values: true if it is so for any of the values */
};

/* Dates are compared as dates: last>14d, longer ago than 14 days, is parsed to FILTER_LT. */
enum filter_op { FILTER_IS, FILTER_LT, FILTER_LE, FILTER_GT, FILTER_GE };

struct filter_value {
	char *text;		     /* unquoted, never NULL; not cleaned */
	size_t at, len;		     /* where in the source, in bytes */
	long number;		     /* of a NUMBER */
	date_days date;		     /* of a DATE given as a date, else DATE_NONE */
	int days;		     /* of a DATE given as so many days ago, else -1 */
	enum filter_keyword keyword; /* of FLAG, CHANGE, IS and HAS, else KEYWORD_NONE */
};

struct filter {
	enum filter_kind kind;
	enum filter_op op;
	const struct filter_field *field; /* of a TEST */
	struct filter_value *values;
	size_t nvalues;
	struct filter **children;
	size_t nchildren;
};

struct filter_error {
	size_t at, len;	    /* the part of the source at fault, in bytes; at may be its end */
	struct error error; /* what is wrong, and what would do */
};

/* Parse source for a listing. True with *out set (NULL for an empty filter: everything open), the
 * caller frees it with filter_free(); false with *err filled (err may
 * be NULL) and *out NULL. */
bool filter_parse(
    enum listing listing, const char *source, struct filter **out, struct filter_error *err);

/* Hold the values of TERM fields against the reference tables and make them the codes there ("bw"
 * and "Birmingham West" become BW); false names the nearest known. A vocabulary that terms has
 * nothing of is not held against. */
bool filter_check(struct filter *filter, const struct terms *terms, struct filter_error *err);

/* Does the tree say itself which lines by their being open or closed (is:open|closed|any or
 * status:)? If not, the listing holds the open ones only. */
bool filter_names_state(const struct filter *filter);

/* Back to text that parses to the same tree, in its shortest form; the caller frees it. "" for
 * NULL. */
char *filter_text(const struct filter *filter);

void filter_free(struct filter *filter); /* NULL allowed */

/* What could stand at byte `at` of source: field names, operators, words, codes. The items are
 * whole replacements for source[from..at); the caller frees with filter_completion_free(). */
struct filter_completion {
	size_t from;
	char **items;	   /* what to insert */
	const char **help; /* one line each, or "" ; not owned */
	size_t n;
};
void filter_complete(enum listing listing, const char *source, size_t at, const struct terms *terms,
    struct filter_completion *out);
void filter_completion_free(struct filter_completion *c);

#endif
