/* SPDX-License-Identifier: MIT
 *
 * Drawing into regions. Everything lands in curses' standard window, clipped to the region; curses
 * compares it with what the terminal shows and sends the difference.
 */
#include "config.h"

#include "term/screen_impl.h"

#include "base/text.h"

struct region
screen_region(struct screen *s)
{
	return (struct region){ .screen = s, .rows = s->rows, .cols = s->cols };
}

static int
clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

struct region
region_part(struct region r, int row, int col, int rows, int cols)
{
	int top = clamp(row, 0, r.rows), left = clamp(col, 0, r.cols);
	int bottom = clamp(row + (rows < 0 ? 0 : rows), top, r.rows);
	int right = clamp(col + (cols < 0 ? 0 : cols), left, r.cols);

	return (struct region){ .screen = r.screen,
		.row = r.row + top,
		.col = r.col + left,
		.rows = bottom - top,
		.cols = right - left };
}

static void
use_style(const struct screen *s, enum style style)
{
	wattr_set(stdscr, s->paint[style].attributes, s->paint[style].pair, NULL);
}

struct region
region_span(struct region r, int row, int col, int cells)
{
	return region_part(r, row, col, 1, cells);
}

void
region_fill(struct region r, enum style style, char c)
{
	if (r.cols == 0)
		return;
	use_style(r.screen, style);
	for (int row = 0; row < r.rows; row++) {
		wmove(stdscr, r.row + row, r.col);
		for (int i = 0; i < r.cols; i++)
			waddch(stdscr, (chtype)(unsigned char)c);
	}
}

void
region_clear(struct region r)
{
	region_fill(r, STYLE_NORMAL, ' ');
}

int
region_text(struct region r, int row, int col, enum style style, const char *text)
{
	struct region span = region_span(r, row, col, r.cols);
	struct screen *s = r.screen;
	size_t len = strlen(text);
	int used;

	if (span.rows == 0 || span.cols == 0 || col < 0)
		return 0;
	if (!s->utf8) {
		buf_clear(&s->scratch);
		text_ascii(&s->scratch, text, len);
		text = buf_str(&s->scratch);
		len = s->scratch.len;
	}
	len = text_fit(text, len, span.cols, &used);
	if (len == 0)
		return 0;
	use_style(s, style);
	mvwaddnstr(stdscr, span.row, span.col, text, (int)len);
	return used;
}

/* Blanks around the text are plain: styled ones would be sent where plain ones stand already. */
void
region_cell(struct region r, enum style style, bool right, const char *text)
{
	size_t len = strlen(text);
	struct buf cut = BUF_INIT;
	int width = text_width(text, len);
	int at = right && width < r.cols ? r.cols - width : 0;

	if (width > r.cols) {
		text_cell(&cut, text, r.cols, right, r.screen->utf8 ? "…" : "~");
		text = buf_str(&cut);
		width = r.cols;
	}
	region_clear(region_span(r, 0, 0, at));
	region_text(r, 0, at, style, text);
	region_clear(region_span(r, 0, at + width, r.cols));
	buf_free(&cut);
}

void
region_vline(struct region r, int col, enum style style)
{
	for (int row = 0; row < r.rows; row++)
		region_text(r, row, col, style, "│");
}

void
region_hline(struct region r, int row, enum style style)
{
	for (int col = 0; col < r.cols; col++)
		region_text(r, row, col, style, "─");
}

void
region_restyle(struct region r, enum style style)
{
	const struct paint *p = &r.screen->paint[style];

	for (int row = 0; row < r.rows && r.cols > 0; row++)
		mvwchgat(stdscr, r.row + row, r.col, r.cols, p->attributes, p->pair, NULL);
}

/* A row of a region that is narrower than the screen, copied to another. */
static void
copy_row(struct region r, int from, int to)
{
	cchar_t *cells = xcalloc((size_t)r.cols + 1, sizeof *cells);

	if (mvwin_wchnstr(stdscr, r.row + from, r.col, cells, r.cols) != ERR)
		mvwadd_wchnstr(stdscr, r.row + to, r.col, cells, r.cols);
	free(cells);
}

static void
scroll_part(struct region r, int top, int rows, int by)
{
	if (by > 0)
		for (int row = top; row < top + rows - by; row++)
			copy_row(r, row + by, row);
	else
		for (int row = top + rows - 1; row >= top - by; row--)
			copy_row(r, row + by, row);
}

void
region_scroll(struct region r, int top, int rows, int by)
{
	struct region body = region_part(r, top, 0, rows, r.cols);
	int gone = by < 0 ? -by : by;

	if (by == 0 || body.rows == 0 || body.cols == 0)
		return;
	if (gone >= body.rows) {
		region_clear(body);
		return;
	}
	if (body.cols == r.screen->cols) {
		use_style(r.screen, STYLE_NORMAL);
		scrollok(stdscr, TRUE);
		wsetscrreg(stdscr, body.row, body.row + body.rows - 1);
		wscrl(stdscr, by);
		wsetscrreg(stdscr, 0, r.screen->rows - 1);
		scrollok(stdscr, FALSE);
		return;
	}
	scroll_part(body, 0, body.rows, by);
	region_clear(region_part(body, by > 0 ? body.rows - gone : 0, 0, gone, body.cols));
}

void
screen_cursor(struct screen *s, int row, int col, bool visible)
{
	s->cursor_row = clamp(row, 0, s->rows - 1);
	s->cursor_col = clamp(col, 0, s->cols - 1);
	s->cursor_visible = visible;
}

void
screen_flush(struct screen *s)
{
	if (s->cursor_visible != s->cursor_shown) {
		curs_set(s->cursor_visible ? 1 : 0);
		s->cursor_shown = s->cursor_visible;
	}
	wmove(stdscr, clamp(s->cursor_row, 0, s->rows - 1), clamp(s->cursor_col, 0, s->cols - 1));
	wrefresh(stdscr);
}
