/* SPDX-License-Identifier: MIT
 *
 * A question in a queue, and the two lists it stands in: waiting, and sent.
 */
#ifndef GRIDLINE_STORE_QUEUE_ENTRY_H
#define GRIDLINE_STORE_QUEUE_ENTRY_H

#include "store/queue.h"

struct entry {
	struct entry *next;
	uint64_t ticket;
	struct ask ask;
	int tries;
	int gave_way;	  /* a spare one: how often it was struck for another */
	bool dropped;	  /* nobody wants the answer */
	bool cancelled;	  /* a cancel request went out for it */
	bool may_be_hit;  /* by a cancel request meant for one before it */
	bool held;	  /* until the trial is over */
	bool expired;	  /* took too long: cancelled for good */
	PGresult *result; /* of the statement; its reply waits for the sync after it */
};

struct entry_list {
	struct entry *first, **end;
	size_t n;
};

struct entry *entry_new(const struct ask *ask, uint64_t ticket) ATTR_NONNULL;
void entry_free(struct entry *e);

void entry_list_init(struct entry_list *list);
void entry_list_append(struct entry_list *list, struct entry *e);
void entry_list_prepend(struct entry_list *list, struct entry *e);
/* Take the first out; there must be one. */
struct entry *entry_list_shift(struct entry_list *list);
/* Take out one that is in it. */
void entry_list_remove(struct entry_list *list, struct entry *e);

#endif
