/* SPDX-License-Identifier: MIT
 *
 * Keys of our own making: an operation key names one doing for ever, so that it can be asked what
 * came of it.
 */
#ifndef GRIDLINE_BASE_UUID_H
#define GRIDLINE_BASE_UUID_H

#include <stdbool.h>

#include "base/err.h"

#define UUID_TEXT 37 /* with its NUL */

/* A random UUID, version 4; false if the system gives no random numbers. */
bool uuid_make(char out[UUID_TEXT], struct error *err);

#endif
