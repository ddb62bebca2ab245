# SPDX-License-Identifier: MIT
# Makes gridline.conf: the theme and the keys in it come from the tables that the program has them
# from.
#
#	awk -f tables.awk style.h request.h gridline.conf.in

# The next quoted string of `rest`, marks and all, which is shortened by it.
function quoted(    s) {
	match(rest, /"([^"\\]|\\.)*"/)
	s = substr(rest, RSTART, RLENGTH)
	rest = substr(rest, RSTART + RLENGTH)
	return s
}
function bare(s) {
	return substr(s, 2, length(s) - 2)
}

FILENAME ~ /\.h$/ {
	table = table $0
	next
}

/^@THEME@$/ {
	for (rest = table; match(rest, /X\(STYLE_[A-Z_0-9]+, /);) {
		rest = substr(rest, RSTART + RLENGTH)
		name = bare(quoted())
		attributes = quoted()
		printf "#\t%s = { attributes = %s; colour = %s; background = \"\"; };\n", name, attributes, quoted()
	}
	next
}
/^@KEYS@$/ {
	for (rest = table; match(rest, /X\(REQ_[A-Z_0-9]+, /);) {
		rest = substr(rest, RSTART + RLENGTH)
		name = bare(quoted())
		sub(/=$/, "", name)
		printf "#\t%s = %s;\n", name, quoted()
	}
	next
}
{ print }
