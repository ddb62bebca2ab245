#!/bin/sh
# SPDX-License-Identifier: MIT
# Run fuzz targets built with libFuzzer, each for FUZZ_SECONDS (30), and print a line for each. What
# is new goes to a folder of the build; the corpus in the source is only read.
#
#	run.sh SOURCE BUILD PROGRAM...
set -u
source=$1
build=$2
shift 2
LSAN_OPTIONS=suppressions=$source/tests/lib/lsan.supp:print_suppressions=0
export LSAN_OPTIONS

status=0
for program; do
	name=${program##*/}
	found=$build/found/$name
	mkdir -p "$found/corpus"
	dictionary=$source/tests/fuzz/$name.dict
	set -- -max_total_time="${FUZZ_SECONDS:-30}" -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
		-artifact_prefix="$found/"
	[ ! -f "$dictionary" ] || set -- "$@" -dict="$dictionary"
	if "$build/$program" "$@" "$found/corpus" "$source/tests/fuzz/corpus/$name" > "$found/log" 2>&1; then
		runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/log")
		printf '%-20s %s runs, nothing found\n' "$name" "$runs"
	else
		status=1
		printf '%-20s FAILED, see %s\n' "$name" "$found"
		tail -n 30 "$found/log"
	fi
done
exit $status
