/* SPDX-License-Identifier: MIT
 *
 * cmocka wants these in front of it; every unit test includes this one header instead.
 */
#ifndef GRIDLINE_TESTS_UNIT_CM_H
#define GRIDLINE_TESTS_UNIT_CM_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
