/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "random_keys.h"

#include "base/alloc.h"

unsigned
random_next(unsigned *state)
{
	*state = *state * 1103515245u + 12345u;
	return *state >> 16 & 0x7FFF;
}

struct key
random_key(unsigned *random)
{
	static const uint32_t special[] = { KEYC_UP, KEYC_DOWN, KEYC_LEFT, KEYC_RIGHT, KEYC_HOME,
		KEYC_END, KEYC_PGUP, KEYC_PGDN, KEYC_ENTER, KEYC_TAB, KEYC_BTAB, KEYC_ESC,
		KEYC_BACKSPACE, KEYC_DELETE, KEYC_F1, KEYC_F1 + 4, KEYC_MOUSE, KEYC_PASTE,
		KEYC_PASTE_END, KEYC_INSERT };
	struct key key = { .code = 0 };
	unsigned kind = random_next(random) % 8;

	if (kind < 3)
		key.code = special[random_next(random) % ARRAY_LEN(special)];
	else if (kind == 3)
		key.code = KEYC_CTRL('a' + random_next(random) % 26);
	else if (kind == 4)
		key.code = KEYC_ALT | ('a' + random_next(random) % 26);
	else
		key.code = ' ' + random_next(random) % 0x5F;
	if (key.code == KEYC_MOUSE) {
		key.mouse.kind = (enum mouse_kind)(random_next(random) % 4);
		key.mouse.row = (int)(random_next(random) % 60);
		key.mouse.col = (int)(random_next(random) % 200);
	}
	if (key.code == 'q' || key.code == (KEYC_ALT | 'q'))
		key.code = KEYC_ESC;
	return key;
}
