/* SPDX-License-Identifier: MIT
 *
 * The SQL of the database compiled in, and how to bring a database to it: a new installation or the
 * upgrades it still lacks, each in one transaction. An upgrade is the files of its folder in the
 * order of their names, and one entry of ref.schema_version. Knows nothing of command lines.
 */
#ifndef GRIDLINE_APP_SCHEMA_H
#define GRIDLINE_APP_SCHEMA_H

#include "store/run.h"

/* A file of sql/, as the build writes it. */
struct schema_file {
	int version;		  /* 0: part of a new installation; N: brings N-1 to N */
	const char *name;	  /* path below sql/ */
	const char *const *lines; /* NULL-terminated */
};

enum schema_state { SCHEMA_NONE, SCHEMA_OLDER, SCHEMA_CURRENT, SCHEMA_NEWER };

struct schema_status {
	enum schema_state state;
	int version; /* of the database, 0 for none */
};

/* The version that this program installs. */
int schema_version(void);

/* What the connection's database holds. False with err too if its user may not install. */
bool schema_look(struct run *run, struct schema_status *status, struct error *err);

/* To SCHEMA_CURRENT from SCHEMA_NONE or SCHEMA_OLDER; all or nothing. */
bool schema_install(struct run *run, struct error *err);
bool schema_upgrade(struct run *run, int from, struct error *err);

/* Run one file within the transaction that is open; an error is prefixed with its name. */
bool schema_run_file(struct run *run, const struct schema_file *file, struct error *err);

#endif
