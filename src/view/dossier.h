/* SPDX-License-Identifier: MIT
 *
 * The dossier of a line: a head that stays, panes of what stands behind it, the row under the
 * cursor in full. It asks why, has that logged, and only then reads; what it read is wiped when it
 * closes.
 */
#ifndef GRIDLINE_VIEW_DOSSIER_H
#define GRIDLINE_VIEW_DOSSIER_H

#include "view/services.h"
#include "view/view.h"

/* For services->push(). title names the line while it is being asked for. */
struct view *dossier_new(struct app_services *services, const char *id, const char *title);

#endif
