/* SPDX-License-Identifier: MIT
 *
 * The steps of a private PostgreSQL server's life, each a process for its keeper (demo_keeper.h) to
 * look after: nothing here waits for one. Unix socket only; durable where the cluster is to stay,
 * fast where it is thrown away.
 */
#ifndef GRIDLINE_APP_DEMO_SERVER_H
#define GRIDLINE_APP_DEMO_SERVER_H

#include "app/demo_place.h"

#define SERVER_PORT "5432" /* part of the socket's name; no TCP port is opened */
#define SERVER_ADMIN "postgres"

/* Both return the child, a process group of its own that dies with the caller; -1 with errno. */
pid_t server_initdb(const struct place *p);
pid_t server_start(const struct place *p);

/* Has the server that was started come to take connections? */
bool server_ready(const struct place *p, pid_t pid);

/* Put into err what failed and the last words in the log; returns false. */
bool server_error(const struct place *p, const char *what, struct error *err);

/* Ask it to stop: orderly where the cluster stays, at once where it goes. */
void server_stop(const struct place *p, pid_t pid);

#endif
