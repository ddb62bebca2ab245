/* SPDX-License-Identifier: MIT
 *
 * Letters for groff beyond those that every PDF reader has: Nimbus Sans (Debian: fonts-urw-base35),
 * which looks like Helvetica and has Latin, Greek and Cyrillic. groff has no description of these,
 * so one is made of the font's own measures, for the letters a document takes, in a folder of its
 * own.
 */
#ifndef GRIDLINE_APP_REPORT_FONT_H
#define GRIDLINE_APP_REPORT_FONT_H

#include "base/buf.h"

struct report_font {
	char folder[64]; /* for groff's -F; "" for none */
	int fonts;	 /* GR0, GB0, GR1... in it; 0: all letters are set without it */
};

/* For what a source for groff names (report/groff_text.h). Without the font, or with nothing to set
 * in it, there is no folder. */
void report_font_make(struct report_font *f, const char *source);
void report_font_free(struct report_font *f); /* removes the folder */

#endif
