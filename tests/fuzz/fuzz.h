/* SPDX-License-Identifier: MIT
 *
 * What a fuzz target defines: take any bytes, do with them what the program would, return 0. It may
 * assert() what must hold of the result; it keeps nothing from one call to the next.
 */
#ifndef GRIDLINE_TESTS_FUZZ_FUZZ_H
#define GRIDLINE_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
