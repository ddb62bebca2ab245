/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report_pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/alloc.h"
#include "base/text.h"
#include "app/report_font.h"

#define GROFF_SECONDS 120 /* of the processor; a report of hundreds of pages takes two */
#define WORDS_MOST 16

struct making {
	const struct buf *source;
	const struct report_paper *paper;
	char *groff;
	struct report_font font;
};

/* What one run reads and writes: files without a name, in memory. */
struct pipes {
	int in, out, complaints;
};

/* A program of the user's path as it is called; free() it. NULL if there is none. */
static char *
find_program(const char *name)
{
	const char *path = getenv("PATH");

	for (path = path != NULL ? path : "/usr/bin:/bin"; *path != '\0'; path += *path == ':') {
		const size_t len = strcspn(path, ":");
		char *program = xasprintf("%.*s/%s", (int)len, path, name);
		struct stat st;

		if (*path == '/' && stat(program, &st) == 0 && S_ISREG(st.st_mode) &&
		    access(program, X_OK) == 0)
			return program;
		free(program);
		path += len;
	}
	return NULL;
}

static bool
missing(struct error *err)
{
	error_set(err, "groff, which makes the PDF, is not installed on this machine");
	return error_hint(err, "as root: apt-get install groff; or take --format text");
}

static bool
open_pipes(struct pipes *p, const struct buf *source, struct error *err)
{
	size_t at = 0;

	p->in = memfd_create("source", MFD_CLOEXEC);
	p->out = memfd_create("document", MFD_CLOEXEC);
	p->complaints = memfd_create("complaints", MFD_CLOEXEC);
	if (p->in < 0 || p->out < 0 || p->complaints < 0)
		return error_set(err, "no memory for groff's files: %s", strerror(errno));
	while (at < source->len) {
		ssize_t n = write(p->in, source->data + at, source->len - at);

		if (n < 0 && errno != EINTR)
			return error_set(err, "no memory for groff's source: %s", strerror(errno));
		at += n > 0 ? (size_t)n : 0;
	}
	lseek(p->in, 0, SEEK_SET);
	return true;
}

static void
close_pipes(struct pipes *p)
{
	if (p->in >= 0)
		close(p->in);
	if (p->out >= 0)
		close(p->out);
	if (p->complaints >= 0)
		close(p->complaints);
}

static bool
read_all(int fd, struct buf *out)
{
	char part[16384];
	ssize_t n;

	lseek(fd, 0, SEEK_SET);
	while ((n = read(fd, part, sizeof part)) > 0)
		buf_add(out, part, (size_t)n);
	return n == 0;
}

/* In the child: nothing of ours but three files. */
static void
become_groff(const char *groff, const struct pipes *p, char *const *argv, char *const *envp)
{
	const struct rlimit seconds = { GROFF_SECONDS, GROFF_SECONDS }, none = { 0, 0 };
	sigset_t all;

	sigemptyset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	signal(SIGPIPE, SIG_DFL);
	setrlimit(RLIMIT_CPU, &seconds);
	setrlimit(RLIMIT_CORE, &none); /* a core would hold the document */
	if (dup2(p->in, STDIN_FILENO) < 0 || dup2(p->out, STDOUT_FILENO) < 0 ||
	    dup2(p->complaints, STDERR_FILENO) < 0)
		_exit(126);
	execve(groff, argv, envp);
	_exit(127);
}

struct words {
	char *items[WORDS_MOST + 1];
	size_t n;
};

static void add_word(struct words *w, const char *fmt, ...) ATTR_PRINTF(2, 3);

static void
add_word(struct words *w, const char *fmt, ...)
{
	struct buf word = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_vaddf(&word, fmt, ap);
	va_end(ap);
	if (w->n < WORDS_MOST)
		w->items[w->n++] = buf_take(&word);
	buf_free(&word);
}

static void
free_words(struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		free(w->items[i]);
}

/* What is run, and in what environment: its other programs lie beside it. */
static void
set_words(const struct making *m, int pages, struct words *argv, struct words *envp)
{
	static const char *const always[] = { "groff", "-S", "-t", "-p", "-Tpdf", "-wchar",
		"-Wbreak", "-P-pa4" };

	for (size_t i = 0; i < ARRAY_LEN(always); i++)
		add_word(argv, "%s", always[i]);
	add_word(argv, "-rgl-pages=%d", pages);
	add_word(argv, "-rgl-fonts=%d", m->font.fonts);
	if (m->font.fonts > 0)
		add_word(argv, "-F%s", m->font.folder);
	if (pages == 0)
		add_word(argv, "-z");
	if (m->paper->wide)
		add_word(argv, "-P-l");
	add_word(
	    envp, "PATH=%.*s:/usr/bin:/bin", (int)(strrchr(m->groff, '/') - m->groff), m->groff);
	add_word(envp, "LC_ALL=C");
	add_word(envp, "SOURCE_DATE_EPOCH=%ld", m->paper->made);
}

/* Whole, to its last line. */
static bool
is_pdf(const struct buf *out)
{
	return out->len > 16 && memcmp(out->data, "%PDF-", 5) == 0 &&
	    strstr(buf_str(out) + out->len - 8, "%%EOF") != NULL;
}

static bool
end_of(pid_t pid, struct error *err)
{
	int status;

	if (pid < 0)
		return error_set(err, "no process for groff: %s", strerror(errno));
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return error_set(err, "groff was lost: %s", strerror(errno));
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	return error_set(err, "groff failed (%s %d)", WIFEXITED(status) ? "status" : "signal",
	    WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
}

/* One run. pages 0: only to count them. */
static bool
run_groff(const struct making *m, const struct pipes *p, int pages, struct error *err)
{
	struct words argv = { .n = 0 }, envp = { .n = 0 };
	pid_t pid;
	bool ok;

	set_words(m, pages, &argv, &envp);
	pid = fork();
	if (pid == 0)
		become_groff(m->groff, p, argv.items, envp.items);
	ok = end_of(pid, err);
	free_words(&argv);
	free_words(&envp);
	return ok;
}

/* What it said besides the number of pages is a fault of the document. */
static bool
heed_complaints(int fd, int *pages, struct error *err)
{
	struct buf said = BUF_INIT;
	const char *line;
	bool good = true;

	read_all(fd, &said);
	for (line = buf_str(&said); *line != '\0' && good;) {
		size_t len = strcspn(line, "\n");

		if (sscanf(line, "gridline-pages %d", pages) != 1) {
			char *copy = xstrndup(line, len), shown[TEXT_SHOWN_SIZE];

			good = error_set(err, "groff complains: %s", text_shown(copy, shown));
			free(copy);
		}
		line += len + (line[len] == '\n');
	}
	buf_free(&said);
	return good;
}

/* The first turn counts the pages. */
static bool
make_turn(const struct making *m, int turn, int *pages, struct buf *out, struct error *err)
{
	struct pipes p = { -1, -1, -1 };
	struct error failed = ERROR_INIT;
	bool good = open_pipes(&p, m->source, err), ran;

	ran = good && run_groff(m, &p, turn == 0 ? 0 : *pages, &failed);
	/* Its own words, if it had any, say more than its status. */
	good = good && heed_complaints(p.complaints, pages, err);
	if (good && !ran) {
		*err = failed;
		good = false;
	}
	if (good && *pages < 1)
		good = error_set(err, "groff made no page");
	if (good && turn == 1 && (!read_all(p.out, out) || !is_pdf(out)))
		good = error_set(err, "groff made no PDF");
	close_pipes(&p);
	return good;
}

bool
report_pdf(
    const struct buf *source, const struct report_paper *paper, struct buf *out, struct error *err)
{
	struct making m = { .source = source, .paper = paper, .groff = find_program("groff") };
	char *driver = find_program("gropdf"); /* which groff-base has not */
	int pages = 0;
	bool good = m.groff != NULL && driver != NULL ? true : missing(err);

	if (good)
		report_font_make(&m.font, buf_str(source));
	for (int turn = 0; good && turn < 2; turn++)
		good = make_turn(&m, turn, &pages, out, err);
	report_font_free(&m.font);
	free(driver);
	free(m.groff);
	return good;
}
