/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "tests/unit/cm.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "base/text.h"
#include "report/doc_writer.h"
#include "report/groff_text.h"

/* A document with one of everything, and cells that nobody should obey. */
static struct doc *
make_doc(void)
{
	struct doc *d = doc_new("sample");
	struct doc_table *t;
	struct doc_chart *c;

	doc_set(&d->title, "Sample");
	doc_set(&d->population, "What analyst1 may see");
	doc_set(&d->marking, "OFFICIAL");
	doc_set(&d->handling, "P: Lawful sharing permitted");
	doc_set(&d->audit, "entry 1, 00ff");
	doc_section(d, "First");
	doc_text(d, "%d lines.\nSecond line.", 2);
	t = doc_table(d, "lines", "Lines");
	doc_column(t, "rank", "Rank", COLUMN_NUMBER);
	doc_column(t, "key", NULL, COLUMN_TEXT);
	doc_column(t, "name", "Name", COLUMN_TEXT);
	doc_column(t, "sells", "Sells in", COLUMN_LIST);
	doc_row(t, (const char *[]){ "1", "k1", "\xE8\x8C\xB6\xE5\xA3\xB6", "Kent;Dorset" });
	doc_row(t, (const char *[]){ "12", "k2", "=cmd|'!A\x1B[2J", "" });
	c = doc_chart(d, DOC_BARS, "bands", "By band");
	doc_label(c, "high");
	doc_value(c, 0, 4, NULL);
	doc_label(c, "low");
	doc_value(c, 0, 2, "<5");
	doc_label(c, "none");
	doc_note(d, "Small print.");
	return d;
}

/* The pictures: a matrix with its totals, a map, bars in parts, on cards. */
static struct doc *
make_pictures(void)
{
	struct doc *d = doc_new("pictures");
	struct doc_matrix *m;
	struct doc_tiles *t;
	struct doc_chart *c;

	doc_card(d, "Corridors", "Programme, now.");
	m = doc_matrix(d, "corridors", "", "To \\ from");
	m->across = m->down = true;
	doc_matrix_column(m, "BE");
	doc_matrix_column(m, "Staffordshire");
	doc_matrix_row(m, "Kent", (const long[]){ 12, 0 });
	doc_matrix_row(m, "=Dorset", (const long[]){ 3, 1 });
	doc_card(d, "Map", "");
	t = doc_tiles(d, "lines", "Lines");
	doc_tile(t, &(struct doc_tile){ .row = 0, .col = 1, .value = 7 }, "BE", "Birmingham East");
	doc_tile(t, &(struct doc_tile){ .row = 1, .col = 0, .value = 0 }, "CV", "Coventry");
	c = doc_chart(d, DOC_STACKS, "bands", "By band");
	doc_series(c, "high");
	doc_series(c, "low");
	doc_label(c, "1 Dec");
	doc_value(c, 0, 2, NULL);
	doc_value(c, 1, 4, NULL);
	return d;
}

static void
check(enum doc_format format, const char *expected)
{
	struct doc *d = make_doc();
	struct buf out = BUF_INIT;

	doc_write(d, format, &out);
	assert_string_equal(buf_str(&out), expected);
	buf_free(&out);
	doc_free(d);
}

static void
text_for_people(void **state)
{
	(void)state;
	check(DOC_FORMAT_TEXT,
	    "OFFICIAL\nSample\nWhat analyst1 may see\n"
	    "\nFirst\n=====\n"
	    "\n2 lines.\nSecond line.\n"
	    "\nLines\n"
	    "Rank  Name           Sells in\n"
	    "----  -------------  ------------\n"
	    "   1  \xE8\x8C\xB6\xE5\xA3\xB6           Kent; Dorset\n"
	    "  12  =cmd|'!A^[[2J\n"
	    "\nBy band\n"
	    "high ######################################## 4\n"
	    "low  #################### <5\n"
	    "none -\n"
	    "\n  Small print.\n"
	    "\nHandling code P: Lawful sharing permitted\n"
	    "Head of the log: entry 1, 00ff\nOFFICIAL\n");
}

static void
csv_is_the_main_table(void **state)
{
	(void)state;
	check(DOC_FORMAT_CSV,
	    "rank,key,name,sells\n"
	    "1,k1,\xE8\x8C\xB6\xE5\xA3\xB6,Kent;Dorset\n"
	    "12,k2,'=cmd|'!A^[[2J,\n");
}

static void
json_has_it_all(void **state)
{
	(void)state;
	check(DOC_FORMAT_JSON,
	    "{\"report\": \"sample\",\n\"title\": \"Sample\",\n"
	    "\"population\": \"What analyst1 may see\",\n\"period\": \"\",\n"
	    "\"marking\": \"OFFICIAL\",\n\"handling\": \"P: Lawful sharing permitted\",\n"
	    "\"recipient\": \"\",\n\"counted\": \"\",\n\"audit_head\": \"entry 1, 00ff\",\n"
	    "\"parts\": [\n{\"section\": \"First\"},\n"
	    "{\"text\": \"2 lines.\\nSecond line.\"},\n"
	    "{\"table\": \"lines\", \"caption\": \"Lines\", \"rows\": [\n"
	    "{\"rank\": 1, \"key\": \"k1\", \"name\": \"\xE8\x8C\xB6\xE5\xA3\xB6\", "
	    "\"sells\": [\"Kent\", \"Dorset\"]},\n"
	    "{\"rank\": 12, \"key\": \"k2\", \"name\": \"=cmd|'!A^[[2J\", \"sells\": []}\n]\n},\n"
	    "{\"chart\": \"bands\", \"caption\": \"By band\", \"unit\": \"\", \"labels\": [\"high\", "
	    "\"low\", \"none\"], \"series\": [{\"name\": \"\", \"values\": [4, 2, null]}]},\n"
	    "{\"note\": \"Small print.\"}\n]}\n");
}

static void
pictures_in_text(void **state)
{
	struct doc *d = make_pictures();
	struct buf out = BUF_INIT;

	(void)state;
	doc_write(d, DOC_FORMAT_TEXT, &out);
	assert_string_equal(buf_str(&out),
	    "pictures\n\nCorridors\n=========\nProgramme, now.\n\n"
	    "To \\ from            BE Staffordshire Total\n"
	    "Kent                12█            ·     12\n"
	    "=Dorset              3░            1░     4\n"
	    "Total               15             1     16\n"
	    "\nMap\n===\n\nLines\n"
	    "                      Birmingham East\n"
	    "                      7 ███████████████████\n\n"
	    "Coventry\n"
	    "0 ···················\n\n"
	    "By band\n"
	    "      █ high ▓ low Total\n"
	    "1 Dec      2     4     6 ██████████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\n\n");
	buf_free(&out);
	doc_free(d);
}

static void
pictures_in_json(void **state)
{
	struct doc *d = make_pictures();
	struct buf out = BUF_INIT;

	(void)state;
	doc_write(d, DOC_FORMAT_JSON, &out);
	assert_non_null(strstr(buf_str(&out),
	    "{\"card\": \"Corridors\", \"about\": \"Programme, now.\"},\n"
	    "{\"matrix\": \"corridors\", \"caption\": \"\", \"corner\": \"To \\\\ from\", \"columns\": "
	    "[\"BE\", \"Staffordshire\"], \"rows\": [\n"
	    "{\"name\": \"Kent\", \"values\": [12, 0]},\n"
	    "{\"name\": \"=Dorset\", \"values\": [3, 1]}]},\n"));
	assert_non_null(strstr(buf_str(&out),
	    "{\"tiles\": \"lines\", \"caption\": \"Lines\", \"places\": [\n"
	    "{\"code\": \"BE\", \"name\": \"Birmingham East\", \"row\": 0, \"column\": 1, "
	    "\"value\": 7},\n"));
	buf_free(&out);
	doc_free(d);
}

/* Two cards beside each other on a wide page, one below the other else. Each is ended once. */
static void
cards_on_paper(void **state)
{
	(void)state;
	for (int wide = 0; wide < 2; wide++) {
		struct doc *d = make_pictures();
		struct buf out = BUF_INIT;
		const char *s, *set;

		d->wide = wide == 1;
		doc_write(d, DOC_FORMAT_GROFF, &out);
		s = strstr(buf_str(&out), wide ? "\n.gl-card 0 2\n" : "\n.gl-card 0 1\n");
		assert_non_null(s);
		set = strstr(s, wide ? "\n.gl-cards 2\n" : "\n.gl-cards 1\n");
		assert_non_null(set);
		s = strstr(s, wide ? "\n.gl-card 1 2\n" : "\n.gl-card 0 1\n");
		assert_non_null(s);
		assert_true(wide ? s < set : strstr(s + 1, "\n.gl-cards 1\n") != NULL);
		assert_non_null(strstr(buf_str(&out), "\"\\&12\" at"));
		assert_non_null(strstr(buf_str(&out), "\"\\&16\" at"));
		buf_free(&out);
		doc_free(d);
	}
}

/* Wide rows: texts go on below, columns without a place stand by name. */
static void
nothing_is_cut(void **state)
{
	struct doc *d = doc_new("wide");
	struct doc_table *t = doc_table(d, "t", "");
	struct buf out = BUF_INIT;
	const char *cells[6] = { "A name of several words that goes on for longer than its column",
		"2022-12-31", "2022-12-31", "a-code-that-cannot-be-broken-anywhere", "2022-12-31",
		"last" };

	(void)state;
	doc_column(t, "a", "Title", COLUMN_TEXT);
	for (size_t i = 1; i < ARRAY_LEN(cells); i++)
		doc_column(t, "b", "Other", COLUMN_TERM);
	doc_row(t, cells);
	doc_write(d, DOC_FORMAT_TEXT, &out);
	for (const char *s = buf_str(&out); *s != '\0'; s += strcspn(s, "\n") + 1)
		assert_true(text_width(s, strcspn(s, "\n")) <= 80);
	assert_non_null(strstr(buf_str(&out), "Other: 2022-12-31"));
	assert_non_null(strstr(buf_str(&out), "last\n"));
	assert_non_null(strstr(buf_str(&out), "column"));
	buf_free(&out);
	doc_free(d);
}

static void
no_rows_are_said(void **state)
{
	struct doc *d = doc_new("empty");
	struct doc_table *t = doc_table(d, "t", "Nothing here");
	struct buf out = BUF_INIT;

	(void)state;
	doc_column(t, "a", "A", COLUMN_TEXT);
	doc_empty(t, "No tasking is open.");
	doc_write(d, DOC_FORMAT_TEXT, &out);
	assert_non_null(strstr(buf_str(&out), "Nothing here\n      No tasking is open.\n"));
	buf_clear(&out);
	doc_write(d, DOC_FORMAT_CSV, &out);
	assert_string_equal(buf_str(&out), "a\n");
	buf_free(&out);
	doc_free(d);
}

/* \& once, at the start; then printable ASCII where each backslash begins a character by number, or
 * says that a word may be broken there. */
static void
assert_harmless(const char *s)
{
	assert_true(strncmp(s, "\\&", 2) == 0);
	for (s += 2; *s != '\0'; s++) {
		size_t name, digits;

		assert_true(*s >= ' ' && *s <= '~' && strchr("\"'`^~{}|$#@=[]", *s) == NULL);
		if (*s != '\\')
			continue;
		if (s[1] == ':' || strncmp(s, "\\*[gl-b]", 8) == 0) {
			s += s[1] == ':' ? 1 : 7;
			continue;
		}
		name = strncmp(s, "\\[u", 3) == 0 ? 3 : 4;
		assert_true(
		    name == 3 || strncmp(s, "\\[gl", 4) == 0 || strncmp(s, "\\[gx", 4) == 0);
		digits = strspn(s + name, "0123456789ABCDEF");
		assert_true(digits >= 4 && s[name + digits] == ']');
		s += name + digits;
	}
}

static void
groff_text_says_nothing(void **state)
{
	static const char *const nasty[] = { "", ".sy rm -rf /", "'br", "\\X'ps: exec evil'",
		"\\!x", "T{", "T}", ".TE", "_", "=", "\\^", "a\tb\n.pi sh", "\"\\\"", ".PE",
		"\x1B[31m", "\xE2\x80\xAE", "\xFF\xFE", "\\[u0041]", "%", "\\n%", "\\*[gl-marking]",
		"\\w'x'", "\xE8\x8C\xB6" };
	unsigned seed = 7;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(nasty) + 20000; i++) {
		struct buf out = BUF_INIT;
		char random[24];

		for (size_t n = 0; n < sizeof random; n++) {
			seed = seed * 1103515245 + 12345;
			random[n] = (char)(n + 1 < sizeof random ? seed >> 16 : 0);
		}
		groff_text(&out, i < ARRAY_LEN(nasty) ? nasty[i] : random);
		assert_harmless(buf_str(&out));
		buf_clear(&out);
		groff_text_narrow(&out, i < ARRAY_LEN(nasty) ? nasty[i] : random, 4);
		assert_harmless(buf_str(&out));
		buf_free(&out);
	}
}

static void
assert_groff(const char *text, double ems, const char *expected)
{
	struct buf out = BUF_INIT;

	groff_text_narrow(&out, text, ems);
	assert_string_equal(buf_str(&out), expected);
	buf_free(&out);
}

/* Letters by where they are found, runs of what no font has, marks, words that are too long. */
static void
letters_are_told_apart(void **state)
{
	const struct groff_letter *letter = groff_letter(0x0416);

	(void)state;
	assert_groff("a\xC3\xA9", 0, "\\&a\\[u00E9]");
	assert_groff("\xD0\x96\xC5\x8C", 0, "\\&\\[gl0416]\\*[gl-b]\\[gl014C]");
	assert_groff("\xCE\x91\xE2\x82\xAC", 0, "\\&\\[gl0391]\\*[gl-b]\\[u20AC]");
	assert_groff("x\xE8\x8C\xB6\xE5\xA3\xB6y \xE8\x8C\xB6", 0,
	    "\\&x<U\\[u002B]8336 58F6>y <U\\[u002B]8336>");
	assert_groff("e\xCC\x81", 0, "\\&e\\[gx0301]");
	assert_groff("WWWWW ab", 4, "\\&W\\:W\\:W\\:W\\:W\\: ab");
	assert_groff("WWWW ab", 4, "\\&WWWW ab");
	assert_non_null(letter);
	assert_string_equal(letter->name, "afii10024");
	assert_null(groff_letter(0x8336));
	assert_true(groff_ems("ii", false) < groff_ems("WW", false));
	assert_true(groff_ems("WW", false) < 2 && groff_ems("WW", false) > 1.8);
}

/* What is not in the fonts of every reader is defined, once, and what could not be printed is said.
 */
static void
letters_are_defined(void **state)
{
	struct doc *d = doc_new("letters");
	struct buf out = BUF_INIT;

	(void)state;
	doc_text(d, "\xC5\x8C \xC5\x8C \xD0\x96 e\xCC\x81");
	doc_write(d, DOC_FORMAT_GROFF, &out);
	assert_non_null(strstr(buf_str(&out), "\n.schar \\[gl014C] \\Z'"));
	assert_null(strstr(strstr(buf_str(&out), ".schar \\[gl014C]") + 1, ".schar \\[gl014C]"));
	assert_non_null(strstr(buf_str(&out), "\n.schar \\[gl0416] <U\\[u002B]0416>\n"));
	assert_non_null(strstr(buf_str(&out), "\n.char \\[gx0301] \\Z'"));
	assert_non_null(strstr(buf_str(&out), "Printed without Nimbus Sans"));
	assert_null(strstr(buf_str(&out), "Characters that the printed fonts lack"));
	buf_clear(&out);
	doc_text(d, "\xE8\x8C\xB6");
	doc_write(d, DOC_FORMAT_GROFF, &out);
	assert_non_null(strstr(buf_str(&out), "Characters that the printed fonts lack"));
	buf_free(&out);
	doc_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(text_for_people),
		cmocka_unit_test(csv_is_the_main_table), cmocka_unit_test(json_has_it_all),
		cmocka_unit_test(nothing_is_cut), cmocka_unit_test(no_rows_are_said),
		cmocka_unit_test(groff_text_says_nothing), cmocka_unit_test(pictures_in_text),
		cmocka_unit_test(pictures_in_json), cmocka_unit_test(cards_on_paper),
		cmocka_unit_test(letters_are_told_apart), cmocka_unit_test(letters_are_defined) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
