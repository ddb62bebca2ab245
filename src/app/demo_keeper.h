/* SPDX-License-Identifier: MIT
 *
 * The process that owns a demo's server. It makes it, starts it, and holds one end of a socket
 * whose other end only the demo has. However the demo ends (leaving, a signal, kill -9), that end
 * closes: then the keeper stops the server, removes what does not stay, and ends too. It is in a
 * session of its own, so that neither Ctrl-C nor a hang-up reaches it.
 */
#ifndef GRIDLINE_APP_DEMO_KEEPER_H
#define GRIDLINE_APP_DEMO_KEEPER_H

#include "app/demo_place.h"

struct keeper {
	int line;	 /* our end of the socket; closed by keeper_end() */
	pid_t pid;	 /* of the keeper */
	char socket[96]; /* folder of the server's socket */
	bool fresh;	 /* the cluster is new and empty */
};

/* Fork the keeper and wait until the server takes connections; told hears what is being done. */
bool keeper_begin(struct keeper *k, const struct place *p,
    void (*told)(void *arg, const char *what), void *arg, struct error *err);

/* Let go, and wait until server and files are gone. False if something could not be removed. */
bool keeper_end(struct keeper *k);

#endif
