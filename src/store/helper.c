/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/helper.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/alloc.h"

struct helper {
	void (*work)(void *job);
	void (*drop)(void *job);
	void *job;
	atomic_bool done;
	atomic_int holders; /* the thread and the loop */
};

void
helper_release(struct helper *h)
{
	if (!h || atomic_fetch_sub(&h->holders, 1) > 1)
		return;
	h->drop(h->job);
	free(h);
}

static void *
run(void *arg)
{
	struct helper *h = arg;

	h->work(h->job);
	atomic_store(&h->done, true);
	helper_release(h);
	return NULL;
}

static bool
start_thread(struct helper *h)
{
	pthread_attr_t attr;
	pthread_t thread;
	sigset_t all, before;
	bool started;

	if (pthread_attr_init(&attr) != 0)
		return false;
	pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	started = pthread_create(&thread, &attr, run, h) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attr);
	return started;
}

struct helper *
helper_start(void (*work)(void *job), void (*drop)(void *job), void *job)
{
	struct helper *h = xcalloc(1, sizeof *h);

	h->work = work;
	h->drop = drop;
	h->job = job;
	atomic_init(&h->done, false);
	atomic_init(&h->holders, 2);
	if (start_thread(h))
		return h;
	drop(job);
	free(h);
	return NULL;
}

bool
helper_done(const struct helper *h)
{
	return atomic_load(&h->done);
}
