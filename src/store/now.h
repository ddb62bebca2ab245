/* SPDX-License-Identifier: MIT
 *
 * The monotonic clock behind every deadline of this room.
 */
#ifndef GRIDLINE_STORE_NOW_H
#define GRIDLINE_STORE_NOW_H

#include <stdint.h>

#define NOW_MS 1000 /* microseconds in a millisecond */

int64_t now_us(void);

/* Milliseconds from now until `at`, rounded up, for poll(); 0 when it has passed. */
int now_until_ms(int64_t at);

#endif
