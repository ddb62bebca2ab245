/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/view.h"

void
view_redraw(struct view *v)
{
	v->dirty = v->full = true;
}
