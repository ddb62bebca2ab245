/* SPDX-License-Identifier: MIT
 *
 * A screen of text to read, scroll through and search: help, messages.
 */
#ifndef GRIDLINE_VIEW_PAGER_H
#define GRIDLINE_VIEW_PAGER_H

#include "term/flow.h"
#include "view/services.h"
#include "view/view.h"

struct pager;

/* An empty pager; the title is copied. Fill pager_flow(), then hand pager_view() to
 * services->push(). */
struct pager *pager_new(struct app_services *services, const char *title);
struct flow *pager_flow(struct pager *p);
struct view *pager_view(struct pager *p);

#endif
