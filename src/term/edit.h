/* SPDX-License-Identifier: MIT
 *
 * What line_edit and block_edit have in common, and nobody else's: clean text with a cursor in it,
 * and the keys that do the same in both. Moves first find the byte they lead to, so that a move and
 * a deletion over the same ground are one piece of code.
 *
 * A paste comes character by character; it is gathered and put in at once, when its end comes or
 * somebody looks, so that it costs as much as it is long, wherever in the text it goes.
 */
#ifndef GRIDLINE_TERM_EDIT_H
#define GRIDLINE_TERM_EDIT_H

#include "base/buf.h"
#include "base/text.h"

#include "term/line_edit.h"

struct edit {
	struct buf text; /* without what is being pasted: see edit_text() */
	size_t at;
	enum text_mode mode; /* TEXT_BLOCK keeps newlines */
	size_t most;	     /* bytes; whole characters beyond are not taken */
	unsigned changes;    /* counts them, for what is kept about the text */
	bool pasting, after_return;
	struct buf pasted, killed;
};

void edit_free(struct edit *e); /* what is in it */

/* All of the text; valid until the next change. */
const char *edit_text(struct edit *e);
size_t edit_len(struct edit *e);
size_t edit_at(struct edit *e);
/* Put the clean form of s in the place of bytes [from, to); the cursor goes behind it. A mark goes
 * onto the character before it. False if nothing became different. */
bool edit_replace(struct edit *e, size_t from, size_t to, const char *s, size_t len);

/* Where the character begins that is before a byte, or after the one there, marks and all. */
size_t edit_previous(const struct edit *e, size_t at);
size_t edit_next(const struct edit *e, size_t at);

/* Where keys for the ends of a line lead, and to where they delete. */
struct edit_ends {
	size_t home, end, kill_home, kill_end;
};
/* All keys of line_edit.h but those of the history. */
enum line_edit_result edit_key(struct edit *e, const struct key *key, const struct edit_ends *ends);

#endif
