/* SPDX-License-Identifier: MIT
 *
 * The floor of every screen: the least that ncurses itself takes to paint lines of text and to move
 * a marker over them. No database, no widget, nothing else. Reads the lines from a file; j and k
 * move, PgDn and PgUp turn the page, q leaves.
 */
#include "config.h"

#include <curses.h>
#include <locale.h>

enum { LINES_MAX = 1000, LINE_MAX_BYTES = 1024 };

static char text[LINES_MAX][LINE_MAX_BYTES];

static int
read_lines(const char *path)
{
	FILE *f = fopen(path, "r");
	int n = 0;

	if (!f)
		return 0;
	while (n < LINES_MAX && fgets(text[n], sizeof text[n], f)) {
		text[n][strcspn(text[n], "\n")] = '\0';
		n++;
	}
	fclose(f);
	return n;
}

static void
paint(int top, int count, int rows)
{
	erase();
	for (int i = 0; i < rows && top + i < count; i++)
		mvaddnstr(i, 2, text[top + i], COLS - 2);
}

int
main(int argc, char **argv)
{
	int count = argc > 1 ? read_lines(argv[1]) : 0;
	int top = 0, cursor = 0, key = 0;

	if (count == 0)
		return 2;
	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	paint(top, count, LINES - 1);
	while (key != 'q' && key != ERR) {
		mvaddch(cursor - top, 0, '>');
		refresh();
		key = getch();
		mvaddch(cursor - top, 0, ' ');
		if (key == 'j' && cursor + 1 < count)
			cursor++;
		else if (key == 'k' && cursor > 0)
			cursor--;
		else if (key == KEY_NPAGE && top + LINES - 1 < count)
			top += LINES - 1;
		else if (key == KEY_PPAGE && top > 0)
			top -= LINES - 1;
		if (key == KEY_NPAGE || key == KEY_PPAGE) {
			cursor = top;
			paint(top, count, LINES - 1);
		}
	}
	endwin();
	return 0;
}
