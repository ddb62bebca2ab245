/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/report_font.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "report/groff_text.h"

#define FIRST_CODE 33 /* the codes of GROFF_FONT_LETTERS stay ASCII */
#define LETTERS_MOST (GROFF_FONTS * GROFF_FONT_LETTERS)

/* A face, and what its descriptions are called. */
static const struct face {
	const char *file, *name;
} faces[] = { { "NimbusSans-Regular", "GR" }, { "NimbusSans-Bold", "GB" } };

/* The letters a source takes, each once. */
struct letters {
	const struct groff_letter **items;
	size_t n;
};

static const char *
find_fonts(void)
{
	static const char *const places[] = { "/usr/share/fonts/type1/urw-base35",
		"/usr/local/share/fonts/type1/urw-base35", "/usr/share/fonts/urw-base35" };
	const char *own = getenv("GRIDLINE_FONTS");

	if (own != NULL)
		return own;
	for (size_t i = 0; i < ARRAY_LEN(places); i++)
		if (access(places[i], X_OK) == 0)
			return places[i];
	return NULL;
}

static bool
has_letter(const struct letters *l, const struct groff_letter *letter)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->items[i] == letter)
			return true;
	return false;
}

static void
find_letters(struct letters *l, const char *source)
{
	size_t at = 0;
	uint32_t cp;
	bool mark;

	l->items = xcalloc(LETTERS_MOST, sizeof *l->items);
	while ((cp = groff_next(source, &at, &mark)) != 0) {
		const struct groff_letter *letter = mark ? NULL : groff_letter(cp);

		if (letter != NULL && l->n < LETTERS_MOST && !has_letter(l, letter))
			l->items[l->n++] = letter;
	}
}

static FILE *
open_in(const char *folder, const char *name, const char *ending, const char *how)
{
	char *path = xasprintf("%s/%s%s", folder, name, ending);
	FILE *f = fopen(path, how);

	free(path);
	return f;
}

/* The place of a letter among those of a font, by what the face calls it; l->n if it is not there.
 */
static size_t
find_letter(const struct letters *l, const char *called)
{
	for (size_t i = 0; i < l->n; i++) {
		char number[16];

		snprintf(number, sizeof number, "uni%04X", (unsigned)l->items[i]->cp);
		if (strcmp(l->items[i]->name != NULL ? l->items[i]->name : number, called) == 0)
			return i;
	}
	return l->n;
}

/* groff_font(5): a line a letter, with its width, height and depth, out of the lines of the AFM
 * file such as "C -1 ; WX 667 ; N Amacron ; B 17 0 653 838 ;". */
static void
describe(FILE *out, FILE *afm, const struct letters *l)
{
	char line[512], called[64];
	int width, low, high;

	while (fgets(line, sizeof line, afm) != NULL) {
		size_t i;

		if (sscanf(line, "C %*d ; WX %d ; N %63s ; B %*d %d %*d %d", &width, called, &low,
			&high) != 4)
			continue;
		i = find_letter(l, called);
		if (i < l->n)
			fprintf(out, "gl%04X\t%d,%d,%d\t3\t%d\t%s\n", (unsigned)l->items[i]->cp,
			    width, high > 0 ? high : 0, low < 0 ? -low : 0, FIRST_CODE + (int)i,
			    called);
	}
}

static bool
make_font(const char *folder, const char *fonts, const struct face *face, int number,
    const struct letters *l)
{
	char name[16];
	FILE *afm = open_in(fonts, face->file, ".afm", "re"), *out = NULL;
	bool ok = afm != NULL;

	snprintf(name, sizeof name, "%s%d", face->name, number);
	ok = ok && (out = open_in(folder, name, "", "we")) != NULL;
	if (ok) {
		fprintf(out, "name %s\ninternalname %s\nspacewidth 278\nspecial\ncharset\n", name,
		    face->file);
		describe(out, afm, l);
		ok = ferror(out) == 0;
	}
	if (afm != NULL)
		fclose(afm);
	return (out == NULL || fclose(out) == 0) && ok;
}

/* Where gropdf finds the faces themselves, to put them into the document. */
static bool
make_list(const char *folder, const char *fonts)
{
	FILE *out = open_in(folder, "download", "", "we");

	if (out == NULL)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(faces); i++)
		fprintf(out, "\t%s\t%s/%s.t1\n", faces[i].file, fonts, faces[i].file);
	return fclose(out) == 0;
}

static bool
has_faces(const char *fonts)
{
	for (size_t i = 0; i < ARRAY_LEN(faces); i++) {
		char *face = xasprintf("%s/%s.t1", fonts, faces[i].file);
		const bool there = access(face, R_OK) == 0;

		free(face);
		if (!there)
			return false;
	}
	return true;
}

static bool
make_all(struct report_font *f, const char *fonts, const struct letters *l)
{
	char *folder = xasprintf("%s/devpdf", f->folder);
	bool ok = mkdir(folder, 0700) == 0 && make_list(folder, fonts);

	for (size_t first = 0; ok && first < l->n; first += GROFF_FONT_LETTERS, f->fonts++) {
		const size_t left = l->n - first;
		const struct letters some = { l->items + first,
			left < GROFF_FONT_LETTERS ? left : GROFF_FONT_LETTERS };

		for (size_t i = 0; ok && i < ARRAY_LEN(faces); i++)
			ok = make_font(folder, fonts, &faces[i], f->fonts, &some);
	}
	free(folder);
	return ok;
}

void
report_font_make(struct report_font *f, const char *source)
{
	const char *temporary = getenv("TMPDIR"), *fonts = find_fonts();
	struct letters letters = { NULL, 0 };

	*f = (struct report_font){ .fonts = 0 };
	find_letters(&letters, source);
	if (temporary == NULL || strlen(temporary) > sizeof f->folder - 24)
		temporary = "/tmp";
	if (letters.n > 0 && fonts != NULL && has_faces(fonts)) {
		snprintf(f->folder, sizeof f->folder, "%s/gridline-font-XXXXXX", temporary);
		if (mkdtemp(f->folder) == NULL)
			f->folder[0] = '\0';
		else if (!make_all(f, fonts, &letters))
			report_font_free(f);
	}
	free(letters.items);
}

static void
remove_all(const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.')
			unlinkat(dirfd(d), e->d_name, 0);
	if (d != NULL)
		closedir(d);
	rmdir(folder);
}

void
report_font_free(struct report_font *f)
{
	char *folder;

	if (f->folder[0] != '\0') {
		folder = xasprintf("%s/devpdf", f->folder);
		remove_all(folder);
		free(folder);
		rmdir(f->folder);
	}
	*f = (struct report_font){ .fonts = 0 };
}
