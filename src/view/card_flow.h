/* SPDX-License-Identifier: MIT
 *
 * A card as text to be shown in a pane: what changed stands then and now side by side, scores have
 * a line over them.
 */
#ifndef GRIDLINE_VIEW_CARD_FLOW_H
#define GRIDLINE_VIEW_CARD_FLOW_H

#include "model/card.h"
#include "term/flow.h"

/* card NULL: nothing. What the flow held goes. */
void card_flow_fill(struct flow *flow, const struct card *card, bool utf8);

#endif
