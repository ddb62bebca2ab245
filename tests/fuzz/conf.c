/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a configuration file: read, or refused with an error that can be shown.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <assert.h>
#include <sys/mman.h>

#include "base/text.h"
#include "conf/conf.h"

static void
check_conf(const struct conf *conf)
{
	assert(text_is_clean(conf->marking, strlen(conf->marking), TEXT_LINE));
	assert(conf->stale_days >= 1 && conf->stale_days <= 3650);
	for (size_t i = 0; i < conf->nwarnings; i++)
		assert(text_is_clean(conf->warnings[i], strlen(conf->warnings[i]), TEXT_LINE));
	for (size_t i = 0; i < conf->nkeys; i++)
		assert(conf->keys[i].value && conf->keys[i].where);
	for (size_t i = 0; i < conf->nviews; i++)
		assert(conf->views[i].name[0]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_create("gridline.conf", MFD_CLOEXEC);
	char *path = xasprintf("/proc/self/fd/%d", fd);
	struct conf_files files = { .site = path, .user = path, .extra = path };
	struct conf conf;
	struct error err = ERROR_INIT;

	assert(fd >= 0 && write(fd, data, size) == (ssize_t)size);
	if (!conf_load(&conf, &files, &err)) {
		assert(error_is_set(&err));
		assert(text_is_clean(err.text, strlen(err.text), TEXT_LINE));
	}
	check_conf(&conf);
	conf_free(&conf);
	free(path);
	close(fd);
	return 0;
}
