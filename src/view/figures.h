/* SPDX-License-Identifier: MIT
 *
 * The figures of the board with what they were before; Enter opens the records one of them counts,
 * under its rule, and from there the dossier of a record's line.
 */
#ifndef GRIDLINE_VIEW_FIGURES_H
#define GRIDLINE_VIEW_FIGURES_H

#include "view/services.h"
#include "view/view.h"

struct view *figures_new(struct app_services *services); /* for services->push() */

#endif
