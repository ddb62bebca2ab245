/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/demo_world.h"

bool
demo_world(const struct demo_wish *wish, struct progress *progress, struct error *err)
{
	(void)wish;
	(void)err;
	progress_say(progress, "making the world");
	return true;
}
