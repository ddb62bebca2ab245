/* SPDX-License-Identifier: MIT
 *
 * A link as bad as one likes, between a test and its server: a child that passes bytes on between
 * two unix sockets.
 */
#ifndef GRIDLINE_TESTS_STORE_PROXY_H
#define GRIDLINE_TESTS_STORE_PROXY_H

#include <sys/types.h>

struct proxy {
	pid_t pid;
	char dir[64]; /* what PGHOST is through it */
};

enum proxy_kind {
	PROXY_SLOW, /* each way takes proxy_ms */
	PROXY_MUTE, /* once the client has said `word`, no answer passes, and the line is cut */
};

void proxy_start(struct proxy *p, enum proxy_kind kind, int ms, const char *word);
void proxy_stop(struct proxy *p);

#endif
