/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "store/target_pq.h"

static void
keep(char **to, const char *value)
{
	free(*to);
	*to = value && value[0] ? xstrdup(value) : NULL;
}

/* False if a service decides, which libpq reads itself. */
static bool
read_options(struct target_hosts *hosts, const PQconninfoOption *options)
{
	bool open = true;

	for (const PQconninfoOption *o = options; o && o->keyword; o++) {
		if (!o->val)
			continue;
		if (strcmp(o->keyword, "host") == 0)
			keep(&hosts->host, o->val);
		else if (strcmp(o->keyword, "hostaddr") == 0)
			keep(&hosts->hostaddr, o->val);
		else if (strcmp(o->keyword, "port") == 0)
			keep(&hosts->port, o->val);
		else if (strcmp(o->keyword, "service") == 0)
			open = false;
	}
	return open;
}

void
target_hosts_read(struct target_hosts *hosts, const struct target *t)
{
	PQconninfoOption *options = PQconndefaults();

	target_hosts_free(hosts);
	read_options(hosts, options);
	PQconninfoFree(options);
	if (!t->conninfo || !strpbrk(t->conninfo, "=:"))
		return;
	options = PQconninfoParse(t->conninfo, NULL);
	if (!read_options(hosts, options))
		target_hosts_free(hosts);
	PQconninfoFree(options);
}

/* "a,b,c" becomes "b,c,a"; a single entry stands for all hosts and stays. */
static void
turn(char **list)
{
	const char *comma = *list ? strchr(*list, ',') : NULL;
	char *turned;

	if (!comma)
		return;
	turned = xasprintf("%s,%.*s", comma + 1, (int)(comma - *list), *list);
	free(*list);
	*list = turned;
}

void
target_hosts_turn(struct target_hosts *hosts)
{
	turn(&hosts->host);
	turn(&hosts->hostaddr);
	turn(&hosts->port);
}

void
target_hosts_free(struct target_hosts *hosts)
{
	free(hosts->host);
	free(hosts->hostaddr);
	free(hosts->port);
	*hosts = (struct target_hosts){ NULL, NULL, NULL };
}
