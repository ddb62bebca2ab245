/* SPDX-License-Identifier: MIT
 *
 * Periods and numbers as a board reads them. Files keep the names and digits that scripts take.
 */
#ifndef GRIDLINE_APP_REPORT_WORDS_H
#define GRIDLINE_APP_REPORT_WORDS_H

#include "base/buf.h"

/* "Apr to Dec 2022", "1 Apr to 7 Dec 2022, so far": the stretch between two days, and
 * what its name (as the database has it) says of it besides. Weeks keep their name. Appended. */
void report_stretch(struct buf *out, const char *name, const char *from, const char *to);
/* "155,637" of "155637", with a pound sign where the unit is GBP; what is no whole number stays as
 * it is. Appended. */
void report_number(struct buf *out, const char *value, const char *unit);

#endif
