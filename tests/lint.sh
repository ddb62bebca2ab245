#!/bin/sh
# SPDX-License-Identifier: MIT
# cppcheck and clang-tidy over src/, with what they may be silent about and why.
#
#	lint.sh SOURCE BUILD FLAGS...
set -u
source=$1
build=$2
shift 2
status=0
cd "$source" || exit 2

if command -v cppcheck > /dev/null 2>&1; then
	# missingInclude: system headers are not read. unusedFunction: it does not see across the
	# libraries and tests. The rest are opinions that the warnings of two compilers cover.
	cppcheck --quiet --std=c11 --enable=warning,portability,performance --inline-suppr \
		--suppress=missingIncludeSystem --suppress=unknownMacro --error-exitcode=1 \
		--include=src/base/banned.h -I src -I "$build" -I "$build/src" src || status=1
else
	echo "lint: cppcheck is not installed"
fi

if command -v clang-tidy > /dev/null 2>&1; then
	# Left out: checks that want memcpy_s and kin (Annex K, which nobody has) and
	# those that dislike assignments in conditions, results of printf left unread,
	# sums that -Wconversion has judged already.
	find src -name '*.c' -print | while read -r file; do
		clang-tidy --quiet --warnings-as-errors='*' \
			--checks='-*,bugprone-*,cert-*,clang-analyzer-*,misc-redundant-expression,-bugprone-easily-swappable-parameters,-bugprone-assignment-in-if-condition,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,-bugprone-reserved-identifier,-cert-dcl37-c,-cert-dcl51-cpp,-cert-err33-c,-bugprone-implicit-widening-of-multiplication-result' \
			"$file" -- -std=c11 -I src -I "$build" -I "$build/src" -include src/base/banned.h "$@" 2> /dev/null ||
			echo "$file" >> "$build/lint.failed"
	done
	if [ -s "$build/lint.failed" ]; then
		rm -f "$build/lint.failed"
		status=1
	fi
else
	echo "lint: clang-tidy is not installed"
fi
exit $status
