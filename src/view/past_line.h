/* SPDX-License-Identifier: MIT
 *
 * A line as the grid had it in a week, with what was otherwise the week before; [ and ] step on.
 * What the grid knows and no more: personal data stays behind the consultation of the dossier.
 */
#ifndef GRIDLINE_VIEW_PAST_LINE_H
#define GRIDLINE_VIEW_PAST_LINE_H

#include "view/services.h"

/* For services->push(). monday: of a week that has begun; title names the line. */
struct view *past_line_new(
    struct app_services *services, const char *id, const char *title, date_days monday);

#endif
