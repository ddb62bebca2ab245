/* SPDX-License-Identifier: MIT
 *
 * What is said to the terminal beside curses: bracketed paste and the mouse on and off, its size,
 * and the last words of an emergency. curses' mousemask() would also want to read the answers,
 * which decode.c does; so the modes are set here.
 */
#include "config.h"

#include "term/screen_impl.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

/* Presses and the wheel, with coordinates as numbers where the terminal can. */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static const char *
capability(const char *name)
{
	const char *value = tigetstr(name);

	return value && value != (const char *)-1 ? value : "";
}

bool
screen_tty_known(const struct screen *s, const char *term)
{
	bool places_cursor;
	int found;

	if (setupterm(term, fileno(s->out), &found) == ERR)
		return false;
	places_cursor = *capability("cup") != '\0';
	del_curterm(cur_term);
	return places_cursor;
}

/* Bytes around curses' own buffer, which is empty between flushes. */
static void
send(const struct screen *s, const char *bytes)
{
	size_t len = strlen(bytes);

	while (len > 0) {
		ssize_t n = write(fileno(s->out), bytes, len);
		if (n < 0 && errno != EINTR)
			return; /* the terminal is gone; reading will tell */
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
}

static void
add_escape(struct screen *s, const char *bytes)
{
	size_t len = strlen(bytes);

	/* Padding ("$<2>") is for curses to obey; here it would be shown. */
	if (strstr(bytes, "$<") || s->escape_len + len > sizeof s->escape)
		return;
	memcpy(s->escape + s->escape_len, bytes, len);
	s->escape_len += len;
}

void
screen_tty_init(struct screen *s)
{
	bool dec_modes = strncmp(capability("smcup"), "\033[?", 3) == 0;

	s->paste_able = *capability("BE") || dec_modes;
	s->mouse_able = *capability("kmous") != '\0';
	if (s->mouse_able)
		add_escape(s, MOUSE_OFF);
	if (s->paste_able)
		add_escape(s, PASTE_OFF);
	add_escape(s, capability("rmkx"));
	add_escape(s, capability("sgr0"));
	add_escape(s, capability("cnorm"));
	add_escape(s, capability("rmcup"));
	add_escape(s, "\r\n");
}

void
screen_tty_enter(struct screen *s)
{
	if (s->paste_able)
		send(s, PASTE_ON);
	if (s->mouse)
		send(s, MOUSE_ON);
}

void
screen_tty_leave(struct screen *s)
{
	if (s->mouse)
		send(s, MOUSE_OFF);
	if (s->paste_able)
		send(s, PASTE_OFF);
}

void
screen_tty_size(const struct screen *s, int *rows, int *cols)
{
	struct winsize size;

	if (ioctl(fileno(s->out), TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
		return;
	*rows = size.ws_row;
	*cols = size.ws_col;
}

void
screen_restore_emergency(const struct screen *s)
{
	int saved = errno;

	if (!s)
		return;
	if (write(fileno(s->out), s->escape, s->escape_len) < 0) {
		/* nobody is left to be told */
	}
	if (s->tty_saved)
		tcsetattr(fileno(s->in), TCSANOW, &s->tty_before);
	errno = saved;
}
