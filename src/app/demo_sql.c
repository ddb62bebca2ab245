/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_sql.h"

#include "app/schema.h"

static const struct schema_file demo_files[] = {
#include "sql/demo.inc"
};

bool
demo_sql_run(struct run *run, const char *name, struct error *err)
{
	char *path = xasprintf("demo/%s.sql", name);
	size_t i = 0;
	bool done;

	while (i < ARRAY_LEN(demo_files) && strcmp(demo_files[i].name, path) != 0)
		i++;
	done = i < ARRAY_LEN(demo_files) ? schema_run_file(run, &demo_files[i], err)
					 : error_set(err, "sql/%s is not in this build", path);
	free(path);
	return done;
}
