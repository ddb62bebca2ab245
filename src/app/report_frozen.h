/* SPDX-License-Identifier: MIT
 *
 * What the review of a week froze, figure by figure, beside the same counted now, and the records
 * that make the difference. What stands under `report board --week`.
 */
#ifndef GRIDLINE_APP_REPORT_FROZEN_H
#define GRIDLINE_APP_REPORT_FROZEN_H

#include "app/report.h"

bool report_frozen(struct report *r, struct error *err);

#endif
