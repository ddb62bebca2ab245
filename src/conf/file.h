/* SPDX-License-Identifier: MIT
 *
 * One libconfig file, opened with care: only a plain file, of a bounded size, without @include (the
 * library ends the process where it cannot read one). And what messages about its settings need.
 */
#ifndef GRIDLINE_CONF_FILE_H
#define GRIDLINE_CONF_FILE_H

#include <libconfig.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

#define FILE_SIZE_MAX (1024 * 1024)

enum file_outcome { FILE_OK, FILE_ABSENT, FILE_BAD };

/* Parse path into *config, which is initialised whatever the outcome (config_destroy()). ABSENT and
 * BAD fill err. */
enum file_outcome file_parse(const char *path, config_t *config, struct error *err);

/* "FILE:12: " of a setting, cleaned; the caller frees. */
char *file_where(const char *path, const config_setting_t *setting);

/* The value as written, for messages ("soon" with its quotation marks, 3.5, a group); cleaned and
 * cut. The caller frees. */
char *file_value(const config_setting_t *setting);

#endif
