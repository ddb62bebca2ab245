/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report_pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/alloc.h"
#include "base/text.h"

#define GROFF_SECONDS 120 /* of the processor; a report of hundreds of pages takes two */
#define WORD_SIZE 40

/* What one run reads and writes: files without a name, in memory. */
struct pipes {
	int in, out, complaints;
};

static const char *
find_groff(void)
{
	static const char *const places[] = { "/usr/bin/groff", "/usr/local/bin/groff",
		"/opt/local/bin/groff" };

	for (size_t i = 0; i < ARRAY_LEN(places); i++)
		if (access(places[i], X_OK) == 0)
			return places[i];
	return NULL;
}

static bool
missing(struct error *err)
{
	error_set(err, "groff, which makes the PDF, is not installed on this machine");
	return error_hint(err, "as root: apt-get install groff; or take --format text");
}

/* groff-base has the program, but not the fonts and the driver of PDF. */
static bool
has_pdf(void)
{
	return access("/usr/bin/gropdf", X_OK) == 0 || access("/usr/local/bin/gropdf", X_OK) == 0 ||
	    access("/opt/local/bin/gropdf", X_OK) == 0;
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

/* One run. pages 0: only to count them. */
static bool
run_groff(const struct pipes *p, const struct report_paper *paper, int pages, struct error *err)
{
	char words[][WORD_SIZE] = { "groff", "-S", "-t", "-p", "-Tpdf", "-wchar", "-Wbreak",
		"-P-pa4", "", "", "" };
	char made[WORD_SIZE], path[] = "PATH=/usr/bin:/bin:/usr/local/bin", locale[] = "LC_ALL=C";
	char *argv[ARRAY_LEN(words) + 1], *envp[] = { path, locale, made, NULL };
	const char *groff = find_groff();
	size_t n = 8;
	int status;
	pid_t pid;

	snprintf(words[n++], WORD_SIZE, "-rgl-pages=%d", pages);
	if (pages == 0)
		snprintf(words[n++], WORD_SIZE, "-z");
	if (paper->wide)
		snprintf(words[n++], WORD_SIZE, "-P-l");
	for (size_t i = 0; i < n; i++)
		argv[i] = words[i];
	argv[n] = NULL;
	snprintf(made, sizeof made, "SOURCE_DATE_EPOCH=%ld", paper->made);
	if (groff == NULL || !has_pdf())
		return missing(err);
	pid = fork();
	if (pid == 0)
		become_groff(groff, p, argv, envp);
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

bool
report_pdf(
    const struct buf *source, const struct report_paper *paper, struct buf *out, struct error *err)
{
	int pages = 0;

	for (int turn = 0; turn < 2; turn++) {
		struct pipes p = { -1, -1, -1 };
		struct error failed = ERROR_INIT;
		bool good = open_pipes(&p, source, err), ran;

		ran = good && run_groff(&p, paper, pages, &failed);
		/* Its own words, if it had any, say more than its status. */
		good = good && heed_complaints(p.complaints, &pages, err);
		if (good && !ran) {
			*err = failed;
			good = false;
		}
		if (good && turn == 1)
			good = read_all(p.out, out);
		else if (good && pages < 1)
			good = error_set(err, "groff made no page");
		close_pipes(&p);
		if (!good)
			return false;
	}
	return true;
}
