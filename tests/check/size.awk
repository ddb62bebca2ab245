# SPDX-License-Identifier: MIT
# Lengths of files and functions, and numbers of parameters, of C in the style of the house: the
# name of a function begins its line, its braces stand in the first column. Prints what is over the
# limits -v file=, -v function_limit=, -v parameters=, each with its place.

function params(text,    depth, i, c, n) {
	sub(/^[^(]*\(/, "", text)
	if (text ~ /^[ \t]*(void)?[ \t]*\)/)
		return 0
	n = 1
	depth = 1
	for (i = 1; i <= length(text) && depth > 0; i++) {
		c = substr(text, i, 1)
		if (c == "(")
			depth++
		else if (c == ")")
			depth--
		else if (c == "," && depth == 1)
			n++
	}
	return n
}

function end_of_file() {
	if (name != "" && lines > file)
		printf "%s: %d lines (limit %d)\n", name, lines, file
	name = FILENAME
	head = ""
	start = 0
}

FNR == 1 { end_of_file() }
{ lines = FNR }
/^[a-z_][a-z0-9_]*\(/ { head = ""; title = $0; sub(/\(.*/, "", title); collecting = 1 }
collecting { head = head " " $0 }
collecting && /[;{]/ { collecting = 0 }
/^\{/ && head != "" {
	start = FNR
	if (params(head) > parameters)
		printf "%s:%d: %s has %d parameters (limit %d)\n", FILENAME, FNR, title, params(head), parameters
}
/^\}/ && start {
	if (FNR - start - 1 > function_limit)
		printf "%s:%d: %s has %d lines (limit %d)\n", FILENAME, start, title, FNR - start - 1, function_limit
	start = 0
	head = ""
}
/^\}/ { head = "" }
END { end_of_file() }
