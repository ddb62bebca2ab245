/* SPDX-License-Identifier: MIT
 *
 * Configuration put to use: the names in it (requests, keys, styles, columns, filters) held against
 * those that know them, and what the user is remembered by.
 */
#ifndef GRIDLINE_APP_SETTINGS_H
#define GRIDLINE_APP_SETTINGS_H

#include <stdbool.h>

#include "app/memory.h"
#include "base/err.h"
#include "conf/conf.h"
#include "conf/state.h"
#include "term/style.h"
#include "view/keymap.h"

#define SETTINGS_WARNINGS 32

struct settings {
	struct conf conf;
	struct keymap *keys;
	struct theme theme;
	struct state *state;
	struct memory memory;
	char *warnings[SETTINGS_WARNINGS]; /* what was passed over, for the user to see */
	size_t nwarnings;
};

/* Read the configuration files, `extra` last (NULL: none), and the state file. To be released with
 * settings_free() whatever the outcome. */
bool settings_load(struct settings *s, const char *extra, struct error *err);
void settings_free(struct settings *s); /* writes the state first */

/* The texts alone, for commands that draw no screens; conf_free() whatever the outcome. */
bool settings_conf(struct conf *conf, const char *extra, struct error *err);

void settings_warn(struct settings *s, const char *text); /* copied; beyond the last it is lost */

#endif
