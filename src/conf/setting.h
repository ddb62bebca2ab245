/* SPDX-License-Identifier: MIT
 *
 * The table of plain settings: their names in files, types, defaults and bounds. The reader works
 * from it, a test holds conf/gridline.conf and gridline.conf(5) against it. What is not plain
 * (keys, theme, layouts, views) is in conf_parts.c.
 */
#ifndef GRIDLINE_CONF_SETTING_H
#define GRIDLINE_CONF_SETTING_H

#include <stddef.h>

#include "conf/conf.h"

enum setting_type {
	SETTING_STRING, /* min to max bytes */
	SETTING_NUMBER, /* min to max */
	SETTING_BOOL,
	SETTING_CHOICE, /* one of the words in `choices` */
};

/* clang-format off */

/* X(name, type, member of struct conf, default as text, min, max, choices, administrator's alone) */
#define SETTINGS(X) \
	X("marking", STRING, marking, "OFFICIAL-SENSITIVE", 1, 120, "", true) \
	X("lro", STRING, lro, "Local Responsible Officer", 1, 60, "", false) \
	X("start.view", STRING, start_view, "auto", 0, 47, "", false) \
	X("start.filter", STRING, start_filter, "", 0, 4096, "", false) \
	X("thresholds.stale_days", NUMBER, stale_days, "28", 1, 3650, "", false) \
	X("thresholds.preview_min_cols", NUMBER, preview_min_cols, "150", 40, 1000, "", false) \
	X("terminal.colours", CHOICE, colours, "auto", 0, 0, "auto mono 8 16 256", false) \
	X("terminal.ascii", BOOL, ascii, "false", 0, 0, "", false) \
	X("terminal.mouse", BOOL, mouse, "false", 0, 0, "", false) \
	X("terminal.esc_ms", NUMBER, esc_ms, "10", 1, 1000, "", false) \
	X("confirm.quit", BOOL, confirm_quit, "false", 0, 0, "", false) \
	X("captive.enabled", BOOL, captive, "false", 0, 0, "", true) \
	X("captive.connection", STRING, connection, "", 0, 1024, "", true)

/* clang-format on */

struct setting {
	const char *name;
	enum setting_type type;
	size_t offset; /* in struct conf: a char *, long or bool */
	const char *preset;
	long min, max;
	const char *choices; /* blank-separated */
	bool administrators; /* in a user's file it is passed over with a warning */
};
const struct setting *setting_table(size_t *n);
const struct setting *setting_find(const char *name); /* NULL if there is none such */

/* The member of conf that a setting fills. */
char **setting_string(struct conf *conf, const struct setting *s); /* STRING and CHOICE */
long *setting_number(struct conf *conf, const struct setting *s);
bool *setting_bool(struct conf *conf, const struct setting *s);

/* Every setting at its default; *conf is overwritten. */
void setting_defaults(struct conf *conf);

/* What a value must be, for messages: "a whole number from 1 to 3650". The caller frees. */
char *setting_wanted(const struct setting *s);

/* Is name the beginning of a dotted name of the table ("terminal")? */
bool setting_is_section(const char *name);

#endif
