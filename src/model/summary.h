/* SPDX-License-Identifier: MIT
 *
 * The summary strip: counts over the open lines the viewer may see.
 */
#ifndef GRIDLINE_MODEL_SUMMARY_H
#define GRIDLINE_MODEL_SUMMARY_H

#include <stddef.h>

#define SUMMARY_BANDS 8

struct summary {
	struct {
		char code[24], label[48];
		long lines;
	} band[SUMMARY_BANDS]; /* highest first */
	size_t nbands;
	long unscored;
	long open_lines, overdue_lines, stale_lines, new_lines;
	long overdue_taskings;
};

#endif
