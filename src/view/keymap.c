/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "view/keymap.h"

#include "base/alloc.h"
#include "term/key.h"

#define KEY_NAME_MAX 24
#define KEYMAP_MAX 256 /* keys in all, over all requests */

struct keymap {
	struct {
		uint32_t code;
		enum request request;
	} keys[KEYMAP_MAX]; /* in the order they were given, which is the order they are shown */
	size_t n;
};

static void
take_out(struct keymap *k, size_t i)
{
	k->n--;
	memmove(k->keys + i, k->keys + i + 1, (k->n - i) * sizeof *k->keys);
}

/* The key named by the next blank-separated word of *s; false at the end. A word too long for a
 * name is cut, and then none. */
static bool
next_key(const char **s, char name[KEY_NAME_MAX], uint32_t *code)
{
	size_t len;

	*s += strspn(*s, " \t");
	len = strcspn(*s, " \t");
	if (len == 0)
		return false;
	memset(name, 0, KEY_NAME_MAX);
	memcpy(name, *s, len < KEY_NAME_MAX ? len : KEY_NAME_MAX - 1);
	*code = key_parse(name);
	*s += len;
	return true;
}

static bool
of_meeting(enum request r)
{
	return request_info(r)->group == GROUP_MEETING;
}

static void
add(struct keymap *k, uint32_t code, enum request r)
{
	size_t i;

	for (i = 0; i < k->n; i++)
		if (k->keys[i].code == code && of_meeting(k->keys[i].request) == of_meeting(r))
			take_out(k, i--);
	if (k->n == KEYMAP_MAX)
		return;
	k->keys[k->n].code = code;
	k->keys[k->n++].request = r;
}

bool
keymap_bind(struct keymap *k, enum request r, const char *keys, struct error *err)
{
	const char *s = keys;
	char name[KEY_NAME_MAX];
	uint32_t code;
	size_t i;

	while (next_key(&s, name, &code))
		if (code == KEYC_NONE) {
			error_set(err, "%s is not the name of a key", name);
			return error_hint(
			    err, "keys are named like j, C-d, M-x, Space, Enter, PgDn, F5");
		}
	for (i = 0; i < k->n; i++)
		if (k->keys[i].request == r)
			take_out(k, i--);
	for (s = keys; next_key(&s, name, &code);)
		add(k, code, r);
	return true;
}

struct keymap *
keymap_new(void)
{
	struct keymap *k = xcalloc(1, sizeof *k);
	int r;

	for (r = REQ_NONE + 1; r < REQ_COUNT; r++)
		keymap_bind(k, (enum request)r, request_info((enum request)r)->keys, NULL);
	return k;
}

void
keymap_free(struct keymap *k)
{
	free(k);
}

static enum request
find(const struct keymap *k, uint32_t code, bool meeting)
{
	size_t i;

	for (i = 0; i < k->n; i++)
		if (k->keys[i].code == code && of_meeting(k->keys[i].request) == meeting)
			return k->keys[i].request;
	return REQ_NONE;
}

enum request
keymap_request(const struct keymap *k, uint32_t code)
{
	return find(k, code, false);
}

enum request
keymap_request_meeting(const struct keymap *k, uint32_t code)
{
	const enum request r = find(k, code, true);

	return r == REQ_NONE ? find(k, code, false) : r;
}

void
keymap_keys(const struct keymap *k, enum request r, struct buf *out)
{
	char name[24];
	size_t i;
	bool any = false;

	for (i = 0; i < k->n; i++) {
		if (k->keys[i].request != r)
			continue;
		key_format(k->keys[i].code, name);
		buf_addf(out, "%s%s", any ? " " : "", name);
		any = true;
	}
}

void
keymap_key(const struct keymap *k, enum request r, char out[24])
{
	size_t i;

	out[0] = '\0';
	for (i = 0; i < k->n && !out[0]; i++)
		if (k->keys[i].request == r)
			key_format(k->keys[i].code, out);
}

void
keymap_hint(const struct keymap *k, enum request r, const char *what, struct buf *out)
{
	char name[24];

	keymap_key(k, r, name);
	if (name[0])
		buf_addf(out, "%s%s", name, what);
}
