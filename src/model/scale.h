/* SPDX-License-Identifier: MIT
 *
 * The axis of a chart: from 0 to a round number above the greatest value, in round steps.
 */
#ifndef GRIDLINE_MODEL_SCALE_H
#define GRIDLINE_MODEL_SCALE_H

struct scale {
	double top;  /* where the axis ends; above 0 */
	double step; /* between two ticks: 1, 2 or 5 times a power of ten */
	int ticks;   /* top / step */
};

/* At most so many ticks (one at least); whole steps if `greatest` is whole. */
struct scale scale_nice(double greatest, int most_ticks);

#endif
