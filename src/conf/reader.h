/* SPDX-License-Identifier: MIT
 *
 * What the files of this room share while one configuration file is read into struct conf.
 */
#ifndef GRIDLINE_CONF_READER_H
#define GRIDLINE_CONF_READER_H

#include "base/near.h"
#include "conf/conf.h"
#include "conf/file.h"

struct reader {
	struct conf *conf;
	const char *path;
	bool users; /* the user's own file, which may not set everything */
	struct error *err;
};

/* "PATH:12: name: must be WANTED, not VALUE"; returns false. */
bool reader_refuse(
    const struct reader *r, const config_setting_t *s, const char *name, const char *wanted);

/* Remember a warning: "PATH:12: name: TEXT". */
void reader_warn(const struct reader *r, const config_setting_t *s, const char *name,
    const char *fmt, ...) ATTR_PRINTF(4, 5);

/* Warn of an unknown setting, with the nearest known one if near->best is set. */
void reader_warn_unknown(
    const struct reader *r, const config_setting_t *s, const char *name, const struct near *near);

/* The cleaned text of a string setting into *out (freed before); false if it is none. */
bool reader_string(const struct reader *r, const config_setting_t *s, const char *name, char **out);

/* The parts that are not plain settings (conf_parts.c). False with *known false if name is none. */
bool reader_part(const struct reader *r, const config_setting_t *s, const char *name, bool *known);
void reader_offer_parts(struct near *near);
void reader_free_parts(struct conf *conf);

#endif
