/* SPDX-License-Identifier: MIT
 *
 * Keys as a cat would type them: the same for the same seed.
 */
#ifndef GRIDLINE_TESTS_RANDOM_KEYS_H
#define GRIDLINE_TESTS_RANDOM_KEYS_H

#include "term/key.h"

unsigned random_next(unsigned *state);	/* 0 to 0x7FFF */
struct key random_key(unsigned *state); /* of any kind; not the one that leaves */

#endif
