/* SPDX-License-Identifier: MIT
 *
 * Steps from the command line. The form of the step (api.step_form) tells what fields there are,
 * what stands in them and which version that is; what was given goes over it, and the whole is
 * saved under a key of its own, so that a lost answer is looked up and never sent again.
 */
#include "config.h"

#include <errno.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/near.h"
#include "base/text.h"
#include "app/connect.h"
#include "app/listing.h"
#include "app/task_impl.h"

#include <getopt.h>

/* Columns of the statement step_form. */
enum { FORM_NAME = 1, FORM_VALUE = 8 };

struct taking {
	const char *step, *id;
	char key[UUID_TEXT];
	long version;
	const char *names[TASK_CELLS], *values[TASK_CELLS];
	size_t n;
};

static bool
is_lost(const struct error *err)
{
	return strncmp(err->sqlstate, "08", 2) == 0 || strncmp(err->sqlstate, "57P", 3) == 0;
}

static bool
fetch_form(struct task *t, const struct taking *k, struct rows **form, struct error *err)
{
	struct params p = PARAMS_INIT;
	bool ok;

	params_text(&p, k->step);
	params_text(&p, k->id);
	ok = run_query(t->run, "step_form", &p, form, err);
	params_free(&p);
	return ok;
}

/* Every name that was given is a field of the form. */
static bool
check_names(
    const struct task *t, const struct taking *k, const struct rows *form, struct error *err)
{
	for (size_t i = 0; i < t->n; i++) {
		struct near near = NEAR_INIT(t->names[i]);
		struct buf known = BUF_INIT;
		char shown[TEXT_SHOWN_SIZE];
		bool found = false;

		for (size_t r = 1; r < rows_count(form); r++) {
			const char *name = rows_text(form, r, FORM_NAME);

			found = found || strcmp(name, t->names[i]) == 0;
			near_offer(&near, name);
			buf_addf(&known, "%s%s", known.len > 0 ? ", " : "", name);
		}
		if (!found) {
			error_set(
			    err, "%s has no field %s", k->step, text_shown(t->names[i], shown));
			if (near.best != NULL)
				error_hint(err, "did you mean '%s'?", near.best);
			else
				error_hint(err, "its fields are %s", buf_str(&known));
		}
		buf_free(&known);
		if (!found)
			return false;
	}
	return true;
}

/* What stands in the form, with what was given over it. */
static void
fill(const struct task *t, struct taking *k, const struct rows *form)
{
	for (size_t r = 1; r < rows_count(form) && k->n < TASK_CELLS; r++) {
		k->names[k->n] = rows_text(form, r, FORM_NAME);
		k->values[k->n] = rows_text(form, r, FORM_VALUE);
		for (size_t i = 0; i < t->n; i++)
			if (strcmp(t->names[i], k->names[k->n]) == 0)
				k->values[k->n] = t->values[i];
		k->n++;
	}
}

/* The version that was seen: as given, or the one of now, which is said, for between an earlier
 * look and now others may have been here. */
static bool
choose_version(struct task *t, struct taking *k, const struct rows *form, struct error *err)
{
	char *end;

	k->version = rows_number(form, 0, FORM_VALUE, 0);
	if (t->seen != NULL) {
		errno = 0;
		k->version = strtol(t->seen, &end, 10);
		if (errno != 0 || end == t->seen || *end != '\0' || k->version < 0 ||
		    k->version > INT32_MAX)
			return error_set(
			    err, "--seen takes the number of a version, not '%s'", t->seen);
	} else if (k->id != NULL && k->version > 0) {
		command_say(t->ctx, "read now, at version %ld; --seen holds it to the one you saw",
		    k->version);
	}
	return true;
}

static bool
send(struct task *t, const struct taking *k, struct rows **done, struct error *err)
{
	struct params p = PARAMS_INIT;
	bool ok;

	params_text(&p, k->step);
	params_text(&p, k->id);
	params_number(&p, k->version);
	params_array(&p, k->names, k->n);
	params_array(&p, k->values, k->n);
	params_text(&p, k->key);
	ok = run_query(t->run, "step", &p, done, err);
	params_free(&p);
	return ok;
}

/* What came of a key; false with err only if it could not be asked. */
static bool
fetch_outcome(struct task *t, const struct taking *k, struct rows **done, struct error *err)
{
	struct params p = PARAMS_INIT;
	bool ok;

	params_text(&p, k->key);
	ok = run_query(t->run, "step_outcome", &p, done, err);
	params_free(&p);
	return ok;
}

/* The answer was lost with the connection: on another one, ask what came of the key. */
static bool
look_up(struct task *t, const struct taking *k, struct rows **done, struct error *err)
{
	struct error lost = *err;

	run_close(t->run);
	t->run = connect_open(t->ctx, NULL, NULL, err);
	if (t->run == NULL || !fetch_outcome(t, k, done, err)) {
		*err = lost;
		return error_hint(
		    err, "whether it was done is not known; ask again with --operation=%s", k->key);
	}
	if (rows_count(*done) > 0)
		return true;
	error_set(err, "the connection was lost before this was saved");
	return error_hint(err, "nothing was done: do it again");
}

static bool
take(struct task *t, struct taking *k, struct rows **done, struct error *err)
{
	struct rows *form = NULL;
	bool ok;

	if (t->operation != NULL) {
		if (!fetch_outcome(t, k, done, err))
			return false;
		if (rows_count(*done) > 0)
			return true;
		rows_free(*done);
		*done = NULL;
	}
	ok = fetch_form(t, k, &form, err) && check_names(t, k, form, err) &&
	    choose_version(t, k, form, err);
	if (ok) {
		fill(t, k, form);
		ok = send(t, k, done, err);
	}
	if (!ok && is_lost(err))
		ok = look_up(t, k, done, err);
	rows_free(form);
	return ok;
}

static const struct column columns[] = {
	{ "ref", "Reference", 9, COLUMN_TEXT, 0 },
	{ "new_version", "Version", 7, COLUMN_NUMBER, 0 },
	{ "said", "Done", 50, COLUMN_TEXT, 0 },
	{ "repeated", "Repeated", 8, COLUMN_FLAG, 0 },
};

static bool
tell(struct task *t, const struct rows *done, struct error *err)
{
	const struct writer_options options = { .format = t->format,
		.columns = columns,
		.ncolumns = 3,
		.marking = t->marking,
		.title = "" };
	char *said;

	if (t->format != WRITER_TEXT)
		return listing_write(t->path, &options, done, err);
	said = rows_clean(done, 0, (size_t)rows_find(done, "said"));
	printf("%s (version %ld)\n", said,
	    rows_number(done, 0, (size_t)rows_find(done, "new_version"), 0));
	free(said);
	return true;
}

int
task_step(struct task *t, const char *step, const char *id)
{
	struct taking k = { .step = step, .id = id };
	struct error err = ERROR_INIT;
	struct rows *done = NULL;
	bool ok = true;

	if (t->operation != NULL)
		snprintf(k.key, sizeof k.key, "%s", t->operation);
	else
		ok = uuid_make(k.key, &err);
	ok = ok && take(t, &k, &done, &err) && tell(t, done, &err);
	rows_free(done);
	return ok ? COMMAND_OK : command_fail(t->ctx, &err);
}

int
task_option(struct task *t, int code)
{
	if (code == OPTION_SET && !task_set_pair(t, optarg))
		return command_usage(t->ctx, "--set takes NAME=VALUE, not '%s'", optarg);
	if (code == OPTION_SEEN)
		t->seen = optarg;
	else if (code == OPTION_OPERATION_KEY)
		t->operation = optarg;
	else if (code == 'o')
		t->path = optarg;
	else if (code == OPTION_FORMAT) {
		t->format = writer_format_find(optarg);
		if (t->format == WRITER_FORMAT_COUNT)
			return command_usage(
			    t->ctx, "--format takes text, csv or json, not '%s'", optarg);
	}
	return COMMAND_OK;
}
