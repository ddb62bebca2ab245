/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "conf/paths.h"

#include <pwd.h>

#include "base/alloc.h"

/* An absolute path from the environment; the XDG rules have others ignored. */
static const char *
absolute(const char *variable)
{
	const char *path = getenv(variable);

	return path && path[0] == '/' ? path : NULL;
}

static const char *
account_home(void)
{
	const struct passwd *pw = getpwuid(geteuid());

	return pw && pw->pw_dir && pw->pw_dir[0] == '/' ? pw->pw_dir : NULL;
}

static char *
below(const char *base, const char *home, const char *otherwise, const char *rest)
{
	if (base)
		return xasprintf("%s/%s", base, rest);
	return home ? xasprintf("%s/%s/%s", home, otherwise, rest) : NULL;
}

static const char *
user_home(void)
{
	const char *home = absolute("HOME");

	return home ? home : account_home();
}

char *
paths_user_conf(void)
{
	return below(absolute("XDG_CONFIG_HOME"), user_home(), ".config", "gridline/gridline.conf");
}

char *
paths_state_dir(bool captive)
{
	if (captive)
		return below(NULL, account_home(), ".local/state", "gridline");
	return below(absolute("XDG_STATE_HOME"), user_home(), ".local/state", "gridline");
}
