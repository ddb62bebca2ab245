/* SPDX-License-Identifier: MIT
 *
 * Taking the terminal and giving it back. newterm() and not initscr(), which ends the process where
 * it does not know the terminal. ncurses puts signal handlers of its own in at that moment; they
 * are taken out again, since signals belong to the event loop.
 */
#include "config.h"

#include "term/screen_impl.h"

#include <langinfo.h>
#include <unistd.h>

#include "base/text.h"

#define SCREEN_FALLBACK "vt100"
#define SCREEN_ESC_MS 10
#define SCREEN_MAX 1000 /* rows or columns; a terminal that claims more is not believed */

static const int curses_signals[] = { SIGINT, SIGTERM, SIGTSTP, SIGWINCH };

/* newterm() with the caller's signal handlers kept. */
static SCREEN *
start_curses(const struct screen *s, const char *term)
{
	struct sigaction kept[ARRAY_LEN(curses_signals)];
	SCREEN *curses;

	for (size_t i = 0; i < ARRAY_LEN(curses_signals); i++)
		sigaction(curses_signals[i], NULL, &kept[i]);
	use_env(FALSE); /* LINES and COLUMNS may be old; the terminal knows */
	use_tioctl(TRUE);
	curses = newterm(term, s->out, s->in);
	for (size_t i = 0; i < ARRAY_LEN(curses_signals); i++)
		sigaction(curses_signals[i], &kept[i], NULL);
	return curses;
}

/* NULL if the terminal is not known or too simple. It is asked for first, since a newterm() that
 * fails loses memory. */
static SCREEN *
start_known(const struct screen *s, const char *term)
{
	if (!term || !*term || !screen_tty_known(s, term))
		return NULL;
	return start_curses(s, term);
}

static bool
start(struct screen *s, const char *term, struct error *warning, struct error *err)
{
	char *shown;

	s->curses = start_known(s, term);
	if (s->curses)
		return true;
	shown = text_clean_dup(term, TEXT_LINE);
	s->curses = start_known(s, SCREEN_FALLBACK);
	if (s->curses) {
		if (*shown)
			error_set(warning,
			    "terminal type \"%s\" is not known or too simple: using %s", shown,
			    SCREEN_FALLBACK);
		else
			error_set(warning, "TERM is not set: using %s", SCREEN_FALLBACK);
		error_hint(warning, "set TERM to what the terminal is, such as xterm-256color");
	} else {
		error_set(err, "no description of terminal type \"%s\", nor of %s", shown,
		    SCREEN_FALLBACK);
		error_hint(err,
		    "set TERM to a known type, or install the terminal descriptions "
		    "(Debian: ncurses-base)");
	}
	free(shown);
	return s->curses != NULL;
}

static void
set_modes(struct screen *s)
{
	raw(); /* C-c, C-z and C-s are keys like others */
	noecho();
	nonl();
	typeahead(-1); /* a drawing is not left half done because a key came */
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE); /* so that the terminal sends what terminfo says */
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	idlok(stdscr, TRUE);
	idcok(stdscr, TRUE);
	s->cursor_shown = true;
}

static void
set_size(struct screen *s, int rows, int cols)
{
	rows = rows < 1 ? 1 : rows > SCREEN_MAX ? SCREEN_MAX : rows;
	cols = cols < 1 ? 1 : cols > SCREEN_MAX ? SCREEN_MAX : cols;
	if (rows != LINES || cols != COLS)
		resize_term(rows, cols);
	s->rows = rows;
	s->cols = cols;
}

static bool
check_terminal(const struct screen *s, struct error *err)
{
	if (s->in == stdin && s->out == stdout &&
	    (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))) {
		error_set(err, "standard %s is not a terminal",
		    isatty(STDIN_FILENO) ? "output" : "input");
		return error_hint(err, "run it in a terminal, or over ssh with -t");
	}
	return true;
}

bool
screen_open(struct screen **out, const struct screen_options *options, struct error *warning,
    struct error *err)
{
	struct screen *s = xcalloc(1, sizeof *s);
	const char *term = options->term ? options->term : getenv("TERM");
	int rows, cols;

	s->in = options->in ? options->in : stdin;
	s->out = options->out ? options->out : stdout;
	s->utf8 = !options->ascii && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	s->tty_saved = tcgetattr(fileno(s->in), &s->tty_before) == 0;
	if (!check_terminal(s, err) || !start(s, term, warning, err)) {
		free(s);
		return false;
	}
	set_modes(s);
	screen_paint_init(s, options->theme, options->colours);
	screen_tty_init(s);
	screen_input_init(s, options->esc_ms > 0 ? options->esc_ms : SCREEN_ESC_MS);
	s->mouse = options->mouse && s->mouse_able;
	screen_tty_enter(s);
	s->fixed_size = options->rows > 0 && options->cols > 0;
	rows = s->fixed_size ? options->rows : LINES;
	cols = s->fixed_size ? options->cols : COLS;
	set_size(s, rows, cols);
	*out = s;
	return true;
}

void
screen_close(struct screen *s)
{
	if (!s)
		return;
	screen_tty_leave(s);
	curs_set(1);
	endwin();
	delscreen(s->curses);
	buf_free(&s->scratch);
	free(s);
}

/* What the terminal shows is not known any more: the next flush sends everything. */
void
screen_redraw(struct screen *s)
{
	(void)s;
	clearok(curscr, TRUE);
}

void
screen_suspend(struct screen *s)
{
	struct sigaction stop = { .sa_handler = SIG_DFL }, kept;
	sigset_t set, kept_set;

	screen_tty_leave(s);
	endwin();
	sigemptyset(&stop.sa_mask);
	sigemptyset(&set);
	sigaddset(&set, SIGTSTP);
	sigaction(SIGTSTP, &stop, &kept);
	sigprocmask(SIG_UNBLOCK, &set, &kept_set);
	kill(0, SIGTSTP); /* the whole job, as the terminal itself would */
	sigprocmask(SIG_SETMASK, &kept_set, NULL);
	sigaction(SIGTSTP, &kept, NULL);
	reset_prog_mode();
	screen_tty_enter(s);
	screen_redraw(s);
	screen_resized(s);
}

void
screen_resized(struct screen *s)
{
	int rows = s->rows, cols = s->cols;

	if (!s->fixed_size)
		screen_tty_size(s, &rows, &cols);
	set_size(s, rows, cols);
	screen_redraw(s);
	s->resized = true;
}

void
screen_set_size(struct screen *s, int rows, int cols)
{
	s->fixed_size = true;
	set_size(s, rows, cols);
	screen_redraw(s);
	s->resized = true;
}

void
screen_set_mouse(struct screen *s, bool on)
{
	screen_tty_leave(s);
	s->mouse = on && s->mouse_able;
	screen_tty_enter(s);
}

bool
screen_mouse(const struct screen *s)
{
	return s->mouse;
}

bool
screen_utf8(const struct screen *s)
{
	return s->utf8;
}

int
screen_rows(const struct screen *s)
{
	return s->rows;
}

int
screen_cols(const struct screen *s)
{
	return s->cols;
}
