/* SPDX-License-Identifier: MIT
 *
 * Forced into every C file by the build: what this project does without does not compile. Bounded
 * copies and parsers that report errors only, and no shell. store/pq.h does the same for the
 * blocking half of libpq.
 */
#ifndef GRIDLINE_BASE_BANNED_H
#define GRIDLINE_BASE_BANNED_H

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The C library may define some of them as macros, which cannot be poisoned. */
#undef strcpy
#undef strncpy
#undef strcat
#undef strncat
#undef sprintf
#undef vsprintf

#pragma GCC poison strcpy strncpy strcat strncat sprintf vsprintf gets strtok atoi atol atof
#pragma GCC poison gmtime localtime ctime asctime system popen mktemp tmpnam

#endif
