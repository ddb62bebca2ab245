#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs one file of pgTAP tests on its own copy of the small world.
set -u
. "$top_srcdir/tests/sql/world.sh"
name=$(basename "$1" .sql)
world_clone "test_$name"
PGOPTIONS='-c client_min_messages=warning' psql -XAtq -v ON_ERROR_STOP=1 -f "$1" 2>&1
