# SPDX-License-Identifier: MIT
# Makes the key section of gridline(1) from the table of requests, which is also where the program
# has its keys and its help from.
#
#	awk -f keys.awk request.h gridline.1.in
# The line @KEYS@ of the page is replaced by what the two tables of request.h say.

# The next quoted string of `rest`, which is shortened by it.
function quoted(    s, i, c) {
	i = index(rest, "\"")
	rest = substr(rest, i + 1)
	s = ""
	for (i = 1; i <= length(rest); i++) {
		c = substr(rest, i, 1)
		if (c == "\\") {
			i++
			s = s substr(rest, i, 1)
		} else if (c == "\"") {
			break
		} else {
			s = s c
		}
	}
	rest = substr(rest, i + 1)
	return s
}
function mdoc(s) {
	gsub(/\\/, "\\e", s)
	return "\\&" s
}

FILENAME ~ /request\.h$/ {
	if ($0 ~ /^#define REQUEST(S|_GROUPS)\(X\)/)
		inside = 1
	else if (inside && match($0, /X\(GROUP_[A-Z_]+, "/)) {
		rest = substr($0, RSTART + RLENGTH - 1)
		title[substr($0, RSTART + 2, RLENGTH - 5)] = quoted()
	} else if (inside)
		table = table $0
	if (inside && $0 !~ /\\$/)
		inside = 0
	next
}

function entry(name, keys, help,    n, key, i) {
	argument = sub(/=$/, "", name)
	n = split(keys, key, " ")
	if (n == 0)
		printf ".It Cm \\&:%s\n", name
	else {
		printf ".It"
		for (i = 1; i <= n; i++)
			printf "%s Ic %s", (i > 1 ? " ," : ""), mdoc(key[i])
		printf "\n"
	}
	printf "%s\n", toupper(substr(help, 1, 1)) substr(help, 2)
	if (argument)
		printf ".Pq Cm \\&:%s Ar argument\n", name
	else if (n > 0)
		printf ".Pq Cm \\&:%s\n", name
}

function keys_section(    last, symbol, name, keys, help) {
	rest = table
	while (match(rest, /X\(REQ_/)) {
		rest = substr(rest, RSTART + 2)
		symbol = substr(rest, 1, index(rest, ",") - 1)
		name = quoted()
		keys = quoted()
		match(rest, /GROUP_[A-Z_]+/)
		group = substr(rest, RSTART, RLENGTH)
		rest = substr(rest, RSTART + RLENGTH)
		help = quoted()
		if (group != last) {
			if (last != "")
				print ".El"
			printf ".Ss %s\n.Bl -tag -width 16n -compact\n", (group in title ? title[group] : group)
			last = group
		}
		entry(name, keys, help)
	}
	print ".El"
}

/^@KEYS@$/ { keys_section(); next }
{ print }
