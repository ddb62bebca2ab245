/* SPDX-License-Identifier: MIT
 *
 * Styles to curses attributes and colour pairs. Each style has a pair of its own, which terminals
 * with 8 colours (64 pairs) hold too.
 */
#include "config.h"

#include "term/screen_impl.h"

static attr_t
attributes(unsigned bits)
{
	return (bits & STYLE_BIT_BOLD ? A_BOLD : 0) | (bits & STYLE_BIT_DIM ? A_DIM : 0) |
	    (bits & STYLE_BIT_UNDERLINE ? A_UNDERLINE : 0) |
	    (bits & STYLE_BIT_REVERSE ? A_REVERSE : 0) | (bits & STYLE_BIT_BLINK ? A_BLINK : 0);
}

/* How many colours to use: what was asked for, held within what the terminal has. NO_COLOR counts
 * where nothing was asked for, if it is set and not empty. */
static int
usable_colours(int wanted)
{
	const char *no_color = getenv("NO_COLOR");
	int have;

	if (wanted == 0 || (wanted < 0 && no_color && *no_color))
		return 0;
	if (!has_colors() || start_color() == ERR)
		return 0;
	use_default_colors();
	have = COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : 8;
	return wanted < 0 || wanted > have ? have : wanted;
}

/* A bright colour where there are only eight is the plain one in bold. Otherwise a colour stands
 * for bold: both together cost 27 bytes a cell, the colour alone 16, and a page is full of them. */
static void
set_pair(struct paint *out, short pair, const struct style_paint *paint, int colours)
{
	int fore = paint->foreground, back = paint->background;

	out->pair = pair;
	if (fore >= 0)
		out->attributes &= ~(attr_t)A_BOLD;
	if (colours == 8 && fore >= 8 && fore < 16)
		out->attributes |= A_BOLD;
	init_pair(pair, (short)(fore < 0 ? -1 : style_colour_nearest(fore, colours)),
	    (short)(back < 0 ? -1 : style_colour_nearest(back, colours)));
}

void
screen_paint_init(struct screen *s, const struct theme *theme, int colours)
{
	struct theme defaults;
	struct style_paint paint;

	theme_defaults(&defaults);
	colours = usable_colours(colours);
	for (int i = 0; i < STYLE_COUNT; i++) {
		const struct style_look *look = theme ? &theme->look[i] : &defaults.look[i];
		bool empty = !*look->attributes && !*look->colour && !*look->background;

		if (empty || !style_look_parse(look, &paint, NULL))
			style_look_parse(&defaults.look[i], &paint, NULL);
		s->paint[i] = (struct paint){ .attributes = attributes(paint.bits) };
		if (colours > 0 && (paint.foreground >= 0 || paint.background >= 0))
			set_pair(&s->paint[i], (short)(i + 1), &paint, colours);
	}
}
