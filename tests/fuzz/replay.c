/* SPDX-License-Identifier: MIT
 *
 * main() of a fuzz target where there is no libFuzzer: runs it over the files of its corpus, so
 * that what was found once stays found. Says so as TAP.
 */
#include "config.h"

#include "fuzz/fuzz.h"

#include <dirent.h>
#include <stdbool.h>

#include "base/alloc.h"

static uint8_t *
read_whole(const char *path, size_t *size)
{
	FILE *f = fopen(path, "rb");
	size_t cap = 4096, n;
	uint8_t *data;

	if (!f)
		return NULL;
	data = xmalloc(cap);
	for (*size = 0; (n = fread(data + *size, 1, cap - *size, f)) > 0;) {
		*size += n;
		if (*size == cap)
			data = xreallocarray(data, cap *= 2, 1);
	}
	fclose(f);
	return data;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool
replay(const char *folder, const char *file)
{
	char *path = xasprintf("%s/%s", folder, file);
	size_t size = 0, copied;
	uint8_t *data = read_whole(path, &size), *exact;

	free(path);
	if (!data)
		return false;
	copied = size ? size : 1;
	exact = xmalloc(copied); /* of the very size: a read behind it is seen */
	memcpy(exact, data, size);
	free(data);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
	return true;
}

int
main(int argc, char **argv)
{
	const char *top = getenv("top_srcdir");
	char *folder;
	struct dirent *entry;
	DIR *dir;
	int n = 0, bad = 0;

	(void)argc;
	folder = xasprintf("%s/tests/fuzz/corpus/%s", top ? top : ".", base_name(argv[0]));
	dir = opendir(folder);
	while (dir && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		if (replay(folder, entry->d_name)) {
			printf("ok %d - %s\n", ++n, entry->d_name);
		} else {
			printf("not ok %d - %s\n", ++n, entry->d_name);
			bad = 1;
		}
		fflush(stdout);
	}
	if (dir)
		closedir(dir);
	if (n == 0) {
		printf("not ok %d - there is a corpus in %s\n", ++n, folder);
		bad = 1;
	}
	printf("1..%d\n", n);
	free(folder);
	return bad;
}
