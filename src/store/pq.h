/* SPDX-License-Identifier: MIT
 *
 * The only door to libpq, with its blocking half shut: what waits for the server on this thread
 * does not compile. (PQconnectStart, PQsend..., PQconsumeInput and PQgetResult after PQisBusy()
 * remain.)
 */
#ifndef GRIDLINE_STORE_PQ_H
#define GRIDLINE_STORE_PQ_H

#include <libpq-fe.h>

/* PQcancel() blocks for as long as a stopped server likes: for cancel.c's thread only. */
static inline int
pq_cancel_on_thread(PGcancel *cancel)
{
	char why[256];

	return PQcancel(cancel, why, sizeof why);
}

#pragma GCC poison PQexec PQexecParams PQexecPrepared PQprepare PQdescribePrepared PQconnectdb
#pragma GCC poison PQconnectdbParams PQsetdbLogin PQreset PQcancel PQrequestCancel PQfn

#endif
