/* SPDX-License-Identifier: MIT
 *
 * Steps on one invented record, as the database answers them: a form with a field of every shape,
 * a version that others may have changed, operation keys that serve once, drafts.
 */
#ifndef GRIDLINE_TESTS_FAKE_STEP_H
#define GRIDLINE_TESTS_FAKE_STEP_H

#include "model/source.h"

#define FAKE_STEPS 5
#define FAKE_FIELDS 20
#define FAKE_OPS 16

struct fake_record {
	long version;
	char *value[FAKE_FIELDS];
	char *draft[FAKE_STEPS][FAKE_FIELDS]; /* NULL: not typed in */
	bool drafted[FAKE_STEPS];
	long draft_version[FAKE_STEPS];
	char ops[FAKE_OPS][STEP_OP_SIZE]; /* those that were taken */
	size_t nops;
	bool lose; /* the answer to the next step that is taken */
};

/* A struct step_taking that outlives the call. */
struct fake_taking {
	char step[32], id[37], op[STEP_OP_SIZE];
	long version;
	char **names, **values;
	size_t n;
};

void fake_record_init(struct fake_record *r);
void fake_record_clear(struct fake_record *r);
/* Which field has that name; -1 for none. */
int fake_field(const char *name);

void fake_taking_copy(struct fake_taking *to, const struct step_taking *t);
void fake_taking_clear(struct fake_taking *t);

struct step_offers *fake_offers(const char *object, const char *role);
/* NULL and *err where the database would refuse. record: what the form is about. */
struct step_form *fake_form(const struct fake_record *r, const struct fake_taking *t,
    const char *record, struct error *err);
struct card *fake_told(const struct fake_record *r, const struct fake_taking *t);
struct step_done *fake_take(
    struct fake_record *r, const struct fake_taking *t, const char *ref, struct error *err);
/* Returns when it was kept, "" if it was thrown away. */
const char *fake_keep(struct fake_record *r, const struct fake_taking *t);

#endif
