/* SPDX-License-Identifier: MIT
 *
 * Which key means which request: the defaults of the request table, changed by the user's settings.
 * Help and the bottom line read the same map, so that they show the user's own keys.
 */
#ifndef GRIDLINE_VIEW_KEYMAP_H
#define GRIDLINE_VIEW_KEYMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "view/request.h"

struct keymap;

struct keymap *keymap_new(void); /* the defaults */
void keymap_free(struct keymap *k);

/* Give a request these keys (blank-separated names, "" for none) instead of those it had; a key
 * that meant something else means this now. Keys of the meeting (GROUP_MEETING) take nothing from
 * the others, nor these from them. False, and nothing changed, if a name is no key. */
bool keymap_bind(struct keymap *k, enum request r, const char *keys, struct error *err);

enum request keymap_request(const struct keymap *k, uint32_t code); /* REQ_NONE: free */
/* The same on a screen where the keys of the meeting come first. */
enum request keymap_request_meeting(const struct keymap *k, uint32_t code);
/* Names of the request's keys, blank-separated; of the first alone. "" if it has none. */
void keymap_keys(const struct keymap *k, enum request r, struct buf *out);
void keymap_key(const struct keymap *k, enum request r, char out[24]);
/* Append "f filter": the first key and what it does; nothing if the request has no key. */
void keymap_hint(const struct keymap *k, enum request r, const char *what, struct buf *out);

#endif
