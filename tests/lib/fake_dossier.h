/* SPDX-License-Identifier: MIT
 *
 * An invented dossier: the head is the line's own, what stands behind it is the same for all, and
 * some panes are empty. SYNTHETIC throughout.
 */
#ifndef GRIDLINE_TESTS_FAKE_DOSSIER_H
#define GRIDLINE_TESTS_FAKE_DOSSIER_H

#include "fake_rows.h"
#include "model/dossier.h"
#include "model/figure.h"
#include "model/waiting.h"

#define FAKE_WHYS 2
extern const char *const fake_whys[FAKE_WHYS]; /* justifications given before */

struct dossier *fake_dossier(const struct fake_row *line); /* dossier_free() */
/* The first lines: two wait for an assessment, one is late for its review. */
/* id "": the list; figures_free(). */
struct figures *fake_figures(const char *id, const struct fake_row *lines, size_t count);
struct waiting *fake_waiting(const struct fake_row *lines, size_t count); /* waiting_free() */

#endif
