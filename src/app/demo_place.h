/* SPDX-License-Identifier: MIT
 *
 * Where a demo's server lives: PostgreSQL's programs, the user it runs as, and its folders. It
 * never runs as root, and its folders (socket, data) can be entered by its own user only. Nothing
 * here starts a server.
 */
#ifndef GRIDLINE_APP_DEMO_PLACE_H
#define GRIDLINE_APP_DEMO_PLACE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/err.h"

struct place {
	char *bin;	  /* folder of initdb and postgres */
	char *keep;	  /* the folder that stays, absolute; NULL: everything is thrown away */
	char *temporary;  /* the folder that goes: holds the socket, and the rest without `keep` */
	char *data, *log; /* the cluster, and what its programs said */
	char *unfinished; /* a file that stands in `keep` until the cluster is complete */
	int lock;	  /* descriptor that holds `keep`, -1 for none */
	uid_t uid;	  /* who the server runs as */
	gid_t gid;
	bool drop;  /* and that is not who we are: we are root */
	bool fresh; /* there is no cluster yet */
};

#define PLACE_INIT \
	{ \
		.bin = NULL, .keep = NULL, .temporary = NULL, .data = NULL, .log = NULL, \
		.unfinished = NULL, .lock = -1, .uid = 0, .gid = 0, .drop = false, .fresh = true \
	}

/* Find programs and user, touching nothing. keep is NULL for a throw-away server. */
bool place_find(struct place *p, const char *keep, struct error *err);

/* Make the folders and take hold of `keep`; whoever called this calls place_remove() in the end. */
bool place_make(struct place *p, struct error *err);

/* Remove what does not stay; false if something could not be removed. */
bool place_remove(struct place *p);

/* Become the server's user, for good (in a child). */
bool place_become_user(const struct place *p);

void place_free(struct place *p); /* back to PLACE_INIT; a lock is let go */

#endif
