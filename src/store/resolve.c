/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/resolve.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/text.h"
#include "store/helper.h"

#define RESOLVE_NAME 256

/* One item of a comma-separated list. */
struct item {
	const char *at;
	size_t len;
};

struct job {
	struct target_hosts asked, found;
	char unknown[RESOLVE_NAME]; /* a name without an address, and why */
	const char *why;
};

struct resolve {
	struct helper *helper;
	struct job *job;
};

/* The next item of a list; *list moves behind it, and is NULL after the last. */
static struct item
next_item(const char **list)
{
	struct item item = { *list ? *list : "", 0 };

	item.len = strcspn(item.at, ",");
	*list = item.at[item.len] ? item.at + item.len + 1 : NULL;
	return item;
}

static bool
is_name(struct item host)
{
	char text[RESOLVE_NAME];
	struct in6_addr address;

	if (host.len == 0 || host.len >= sizeof text || host.at[0] == '/' || host.at[0] == '@')
		return false;
	memcpy(text, host.at, host.len);
	text[host.len] = '\0';
	return inet_pton(AF_INET, text, &address) != 1 && inet_pton(AF_INET6, text, &address) != 1;
}

bool
resolve_needed(const struct target_hosts *hosts)
{
	const char *list = hosts->host;

	if (hosts->hostaddr)
		return false;
	while (list)
		if (is_name(next_item(&list)))
			return true;
	return false;
}

static void
add_item(char **list, bool first, struct item item)
{
	char *longer =
	    xasprintf("%s%s%.*s", *list ? *list : "", first ? "" : ",", (int)item.len, item.at);

	free(*list);
	*list = longer;
}

static void
add_host(struct target_hosts *to, struct item host, const char *address, struct item port)
{
	const bool first = !to->host;

	add_item(&to->host, first, host);
	add_item(&to->hostaddr, first, (struct item){ address, strlen(address) });
	add_item(&to->port, first, port);
}

static void
look_up(struct job *job, struct item host, struct item port)
{
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM };
	struct addrinfo *found = NULL;
	char name[RESOLVE_NAME], address[NI_MAXHOST];
	int failed;

	memcpy(name, host.at, host.len);
	name[host.len] = '\0';
	failed = getaddrinfo(name, NULL, &hints, &found);
	if (failed) {
		memcpy(job->unknown, name, sizeof name);
		job->why = gai_strerror(failed);
		return;
	}
	for (struct addrinfo *a = found; a; a = a->ai_next)
		if (getnameinfo(a->ai_addr, a->ai_addrlen, address, sizeof address, NULL, 0,
			NI_NUMERICHOST) == 0)
			add_host(&job->found, host, address, port);
	freeaddrinfo(found);
}

static void
work(void *arg)
{
	struct job *job = arg;
	const char *hosts = job->asked.host, *ports = job->asked.port;
	struct item port = next_item(&ports);

	while (hosts) {
		const struct item host = next_item(&hosts);

		if (is_name(host))
			look_up(job, host, port);
		else
			add_host(&job->found, host, "", port);
		if (ports) /* one port may stand for all */
			port = next_item(&ports);
	}
}

static void
drop(void *arg)
{
	struct job *job = arg;

	target_hosts_free(&job->asked);
	target_hosts_free(&job->found);
	free(job);
}

static char *
copy(const char *s)
{
	return s ? xstrdup(s) : NULL;
}

struct resolve *
resolve_start(const struct target_hosts *hosts)
{
	struct resolve *r = xcalloc(1, sizeof *r);

	r->job = xcalloc(1, sizeof *r->job);
	r->job->asked.host = copy(hosts->host);
	r->job->asked.port = copy(hosts->port);
	r->helper = helper_start(work, drop, r->job);
	if (r->helper)
		return r;
	free(r);
	return NULL;
}

bool
resolve_done(const struct resolve *r)
{
	return helper_done(r->helper);
}

bool
resolve_take(const struct resolve *r, struct target_hosts *hosts, struct error *err)
{
	const struct job *job = r->job;

	if (!job->found.host) {
		char *name = text_clean_dup(job->unknown, TEXT_LINE);

		error_set(err, "no server answers: the host \"%s\" has no address (%s)", name,
		    job->why ? job->why : "none was given");
		error_hint(err, "check PGHOST");
		free(name);
		return false;
	}
	target_hosts_free(hosts);
	hosts->host = copy(job->found.host);
	hosts->hostaddr = copy(job->found.hostaddr);
	hosts->port = copy(job->found.port);
	return true;
}

void
resolve_free(struct resolve *r)
{
	if (!r)
		return;
	helper_release(r->helper);
	free(r);
}
