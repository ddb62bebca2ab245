#!/bin/sh
# SPDX-License-Identifier: MIT
# C is laid out as .clang-format says. Only the release the file was written for judges: others
# break lines differently.
set -u
. "$top_srcdir/tests/lib/tap.sh"

release=14
for candidate in "clang-format-$release" clang-format; do
	if have "$candidate" && "$candidate" --version | grep -q "version $release\."; then
		formatter=$candidate
		break
	fi
done
[ -n "${formatter-}" ] || skip_all "clang-format $release is not installed"

cd "$top_srcdir" || exit 99
find src tests -name '*.[ch]' > "$tap_dir/files"
# shellcheck disable=SC2046 # our own file names hold no blanks
"$formatter" --style=file --dry-run -Werror $(cat "$tap_dir/files") > "$tap_dir/found" 2>&1
grep 'error:' "$tap_dir/found" > "$tap_dir/places"
empty "$tap_dir/places" "C is laid out as .clang-format says"

cp .clang-format "$tap_dir/"
printf 'int main( void ) {return 0;}\n' > "$tap_dir/planted.c"
! "$formatter" --style=file --dry-run -Werror "$tap_dir/planted.c" > /dev/null 2>&1
ok $? "a file laid out differently is found"

done_testing
