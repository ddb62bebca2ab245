/* SPDX-License-Identifier: MIT
 *
 * Names of keys. What a terminal cannot tell apart has one name: C-i is Tab, C-m and C-j are Enter,
 * C-h is Backspace and C-[ is Esc, however they are written.
 */
#include "config.h"

#include "term/key.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const struct {
	const char *name;
	uint32_t code;
} key_names[] = {
	/* The first name of a code is the one that is written. */
	{ "Up", KEYC_UP },
	{ "Down", KEYC_DOWN },
	{ "Left", KEYC_LEFT },
	{ "Right", KEYC_RIGHT },
	{ "Home", KEYC_HOME },
	{ "End", KEYC_END },
	{ "PgUp", KEYC_PGUP },
	{ "PgDn", KEYC_PGDN },
	{ "Ins", KEYC_INSERT },
	{ "Del", KEYC_DELETE },
	{ "Backspace", KEYC_BACKSPACE },
	{ "Enter", KEYC_ENTER },
	{ "Tab", KEYC_TAB },
	{ "S-Tab", KEYC_BTAB },
	{ "Esc", KEYC_ESC },
	{ "Space", ' ' },
	{ "S-Up", KEYC_S_UP },
	{ "S-Down", KEYC_S_DOWN },
	{ "S-Left", KEYC_S_LEFT },
	{ "S-Right", KEYC_S_RIGHT },
	{ "PageUp", KEYC_PGUP },
	{ "PageDown", KEYC_PGDN },
	{ "Insert", KEYC_INSERT },
	{ "Delete", KEYC_DELETE },
	{ "BS", KEYC_BACKSPACE },
	{ "Return", KEYC_ENTER },
	{ "Escape", KEYC_ESC },
	{ "BTab", KEYC_BTAB },
};

uint32_t
key_control(unsigned char c)
{
	switch (c) {
	case 0x08:
	case 0x7F:
		return KEYC_BACKSPACE;
	case 0x09:
		return KEYC_TAB;
	case 0x0A:
	case 0x0D:
		return KEYC_ENTER;
	case 0x1B:
		return KEYC_ESC;
	default: /* a byte, not an enum */
		return c;
	}
}

static uint32_t
parse_function(const char *name)
{
	unsigned n = 0;
	const char *p = name + 1;

	if (*name != 'F' && *name != 'f')
		return KEYC_NONE;
	for (; *p >= '0' && *p <= '9' && n < 100; p++)
		n = n * 10 + (unsigned)(*p - '0');
	if (*p != '\0' || name[1] == '0' || n < 1 || n > 12)
		return KEYC_NONE;
	return KEYC_F1 + n - 1;
}

/* One character, however many bytes it takes. */
static uint32_t
parse_character(const char *name)
{
	size_t len = strlen(name);
	uint32_t cp;

	if (len == 0 || text_decode(name, len, &cp) != len || cp < 0x20 || cp == 0x7F)
		return KEYC_NONE;
	return cp;
}

static uint32_t
parse_control(const char *name)
{
	char c = name[0];

	if (c == '\0' || name[1] != '\0')
		return KEYC_NONE;
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= '_' && c != '@'))
		return key_control((unsigned char)KEYC_CTRL((unsigned char)c));
	return KEYC_NONE;
}

static uint32_t
parse_plain(const char *name)
{
	uint32_t code;

	for (size_t i = 0; i < ARRAY_LEN(key_names); i++)
		if (text_same(name, key_names[i].name))
			return key_names[i].code;
	if ((name[0] == 'C' || name[0] == 'c') && name[1] == '-' && name[2] != '\0')
		return parse_control(name + 2);
	if ((code = parse_function(name)) != KEYC_NONE)
		return code;
	return parse_character(name);
}

uint32_t
key_parse(const char *name)
{
	uint32_t code;

	if ((name[0] == 'M' || name[0] == 'm') && name[1] == '-' && name[2] != '\0') {
		code = parse_plain(name + 2);
		return code == KEYC_NONE ? KEYC_NONE : code | KEYC_ALT;
	}
	return parse_plain(name);
}

void
key_format(uint32_t code, char out[24])
{
	const char *alt = code & KEYC_ALT ? "M-" : "";
	char utf8[5] = "";

	code &= ~(uint32_t)KEYC_ALT;
	for (size_t i = 0; i < ARRAY_LEN(key_names); i++) {
		if (key_names[i].code == code) {
			snprintf(out, 24, "%s%s", alt, key_names[i].name);
			return;
		}
	}
	if (code >= KEYC_F1 && code <= KEYC_F12) {
		snprintf(out, 24, "%sF%u", alt, (unsigned)(code - KEYC_F1 + 1));
	} else if (code < 0x20) {
		/* C-a .. C-z read best small, C-\ C-] C-^ C-_ have no small form */
		char c = (char)(code + '@');
		snprintf(out, 24, "%sC-%c", alt, c >= 'A' && c <= 'Z' ? c + 0x20 : c);
	} else if (code < KEYC_SPECIAL) {
		utf8[text_encode(utf8, code)] = '\0';
		snprintf(out, 24, "%s%s", alt, utf8);
	} else {
		out[0] = '\0';
	}
}
