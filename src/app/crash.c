/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/crash.h"

#include <signal.h>

#include "base/alloc.h"

static const struct screen *volatile watched;

static void
give_back(void)
{
	const struct screen *screen = watched;

	watched = NULL;
	screen_restore_emergency(screen);
}

/* Good for one time only: raised again, the signal does what it does by default. */
static void
on_crash(int number)
{
	give_back();
	raise(number);
}

void
crash_watch(const struct screen *screen)
{
	static const int fatal[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
	struct sigaction act = { .sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND }, present;

	watched = screen;
	alloc_on_failure(give_back);
	for (size_t i = 0; i < ARRAY_LEN(fatal); i++)
		if (sigaction(fatal[i], NULL, &present) == 0 && present.sa_handler == SIG_DFL)
			sigaction(fatal[i], &act, NULL); /* not where a sanitizer watches */
}
