# SPDX-License-Identifier: MIT
# The paths a local.mk (or Makefile.am) names, one a line, with %D% and $(top_srcdir)/ resolved.
# Continued lines are joined; -v tests=1 prints only what reaches TESTS by name.

function flush(    n, i, word, dir) {
	sub(/[ \t]#.*/, "", joined)
	dir = FILENAME
	if (!sub(/\/[^\/]*$/, "", dir))
		dir = "."
	sub(/^\.\//, "", dir)
	gsub(/\$\((abs_)?(top_)?srcdir\)\//, "", joined)
	gsub(/%D%\//, dir == "." ? "" : dir "/", joined)
	n = split(joined, word, /[ \t=:;]+/)
	for (i = 1; i <= n; i++)
		if (word[i] ~ /^[A-Za-z0-9_.\/-]+$/)
			print word[i]
	joined = ""
}

/^#/ { next }
{
	more = sub(/\\$/, "")
	joined = joined " " $0
	if (!more)
		flush()
}
