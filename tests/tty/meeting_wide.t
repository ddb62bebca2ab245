#!/bin/sh
# SPDX-License-Identifier: MIT
# The meeting of meeting.t the other way round: the chair at 132x43, who follows at 80x24.
set -u
export chair_cols=132 chair_rows=43 other_cols=80 other_rows=24
. "$top_srcdir/tests/tty/meeting.t"
