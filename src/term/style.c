/* SPDX-License-Identifier: MIT
 *
 * Looks as text, parsed to bits and colour numbers. No terminal here: palette.c gives these to
 * curses.
 */
#include "config.h"

#include "term/style.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define STYLE_NAME(symbol, name, attributes, colour, help) [symbol] = (name),
#define STYLE_LOOK(symbol, name, attributes, colour, help) [symbol] = { attributes, colour, "" },

static const char *const style_names[STYLE_COUNT] = { STYLES(STYLE_NAME) };
static const struct style_look style_looks[STYLE_COUNT] = { STYLES(STYLE_LOOK) };

static const char *const colour_names[] = { "black", "red", "green", "yellow", "blue", "magenta",
	"cyan", "white" };

static const struct {
	const char *name;
	enum style_bit bit;
} bit_names[] = {
	{ "bold", STYLE_BIT_BOLD },
	{ "dim", STYLE_BIT_DIM },
	{ "underline", STYLE_BIT_UNDERLINE },
	{ "reverse", STYLE_BIT_REVERSE },
	{ "blink", STYLE_BIT_BLINK },
};

int
style_find(const char *name)
{
	for (int i = 0; i < STYLE_COUNT; i++)
		if (text_same(style_names[i], name))
			return i;
	return -1;
}

const char *
style_name(enum style style)
{
	return style_names[style];
}

void
theme_defaults(struct theme *theme)
{
	memcpy(theme->look, style_looks, sizeof theme->look);
}

static bool
parse_bit(const char *word, size_t len, unsigned *bits)
{
	for (size_t i = 0; i < ARRAY_LEN(bit_names); i++) {
		if (strlen(bit_names[i].name) == len && text_starts(word, bit_names[i].name)) {
			*bits |= (unsigned)bit_names[i].bit;
			return true;
		}
	}
	return false;
}

static bool
parse_bits(const char *s, unsigned *bits, struct error *err)
{
	*bits = 0;
	for (s += strspn(s, " ,"); *s; s += strspn(s, " ,")) {
		size_t len = strcspn(s, " ,");
		if (!parse_bit(s, len, bits)) {
			error_set(err, "\"%.*s\" is not an attribute", (int)len, s);
			return error_hint(err, "use bold, dim, underline, reverse or blink");
		}
		s += len;
	}
	return true;
}

static bool
parse_number(const char *s, int *colour)
{
	int n = 0;

	for (; *s >= '0' && *s <= '9' && n < 256; s++)
		n = n * 10 + (*s - '0');
	*colour = n;
	return *s == '\0' && n < 256;
}

static bool
parse_colour(const char *s, int *colour, struct error *err)
{
	int bright = 0;
	const char *name = s;

	*colour = -1;
	if (*s == '\0' || text_same(s, "default"))
		return true;
	if (*s >= '0' && *s <= '9' && parse_number(s, colour))
		return true;
	if (text_starts(s, "bright-")) {
		bright = 8;
		name = s + strlen("bright-");
	}
	for (int i = 0; i < (int)ARRAY_LEN(colour_names); i++) {
		if (text_same(name, colour_names[i])) {
			*colour = i + bright;
			return true;
		}
	}
	error_set(err, "\"%s\" is not a colour", s);
	return error_hint(err,
	    "use black, red, green, yellow, blue, magenta, cyan or white, "
	    "bright- before one of them, or a number from 0 to 255");
}

bool
style_look_parse(const struct style_look *look, struct style_paint *paint, struct error *err)
{
	return parse_bits(look->attributes, &paint->bits, err) &&
	    parse_colour(look->colour, &paint->foreground, err) &&
	    parse_colour(look->background, &paint->background, err);
}

bool
style_look_check(const struct style_look *look, struct error *err)
{
	struct style_paint paint;

	return style_look_parse(look, &paint, err);
}

/* Red, green and blue (0..255) of xterm's 256 colours. */
static void
colour_rgb(int colour, int rgb[3])
{
	static const int level[] = { 0, 95, 135, 175, 215, 255 };
	int on = colour >= 8 && colour < 16 ? 255 : 205;

	if (colour >= 232) {
		rgb[0] = rgb[1] = rgb[2] = 8 + (colour - 232) * 10;
	} else if (colour >= 16) {
		colour -= 16;
		rgb[0] = level[colour / 36];
		rgb[1] = level[colour / 6 % 6];
		rgb[2] = level[colour % 6];
	} else {
		for (int i = 0; i < 3; i++)
			rgb[i] = colour >> i & 1 ? on : (colour == 8 ? 127 : 0);
	}
}

int
style_colour_nearest(int colour, int colours)
{
	int want[3], have[3], best = 0;
	long best_distance = -1;

	if (colour < colours)
		return colour;
	if (colour < 16 && colours >= 8) /* a bright colour where there are only eight */
		return colour - 8;
	colour_rgb(colour, want);
	for (int i = 0; i < 16 && i < colours; i++) {
		long distance = 0;
		colour_rgb(i, have);
		for (int k = 0; k < 3; k++)
			distance += (long)(want[k] - have[k]) * (want[k] - have[k]);
		if (best_distance < 0 || distance < best_distance) {
			best_distance = distance;
			best = i;
		}
	}
	return best;
}
