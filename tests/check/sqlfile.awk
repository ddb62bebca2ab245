# SPDX-License-Identifier: MIT
# One object a file, the file named after it, and a comment on it: prints what is not so. The kind is
# the name of the folder; a trigger's file bears the name of its function, and its triggers begin with
# it. Comments and the bodies of functions are left out of sight.

function base(path) {
	sub(/.*\//, "", path)
	sub(/\.sql$/, "", path)
	return path
}
function kind_of(path) {
	sub(/\/[^\/]*$/, "", path)
	sub(/.*\//, "", path)
	return path
}
function wrong(text) {
	printf "%s: %s\n", file, text
}

# Statements of the file in `text`, lower case, one blank between words.
function judge(    kind, name, made, n, statement, i, s, what, found) {
	if (file == "" || file ~ /schema\/public\.sql$/) # is there already
		return
	kind = kind_of(file)
	name = base(file)
	made = found = 0
	gsub(/[ \t\n]+/, " ", text)
	n = split(text, statement, ";")
	for (i = 1; i <= n; i++) {
		s = statement[i]
		sub(/^ /, "", s)
		if (s ~ "^comment on " what_is(kind) " ")
			found = 1
		if (s !~ /^create /)
			continue
		what = s
		sub(/^create (or replace )?(constraint )?(unlogged )?(recursive )?/, "", what)
		if (kind == "trigger" && what ~ /^trigger /)
			judge_trigger(what, name)
		if (what !~ "^" what_is(kind) " ")
			continue
		sub("^" what_is(kind) " (if not exists )?", "", what)
		if (kind == "policy")
			sub(/^[^ ]+ on /, "", what)
		sub(/[ (].*/, "", what)
		made++
		if (what != name)
			wrong("makes " what)
		if (kind == "function" || kind == "trigger")
			judge_function(s)
	}
	if (!made)
		wrong("makes no " kind " " name)
	if (!found && kind != "policy") # a policy's file says why it is so
		wrong("has no comment on " kind)
}

function what_is(kind) {
	if (kind == "function" || kind == "trigger")
		return "(function|procedure)"
	if (kind == "type")
		return "(type|domain)"
	if (kind == "view")
		return "(materialized )?view"
	return kind
}

function judge_trigger(what, name) {
	sub(/^trigger /, "", what)
	sub(/ .*/, "", what)
	sub(/^[a-z_]+\./, "", name)
	if (index(what, name) != 1)
		wrong("makes trigger " what)
}

function judge_function(s) {
	if (s !~ / (immutable|stable|volatile)( |$)/)
		wrong("does not say immutable, stable or volatile")
	if (s ~ / (return|begin atomic) /) # names in such a body were looked up when it was made
		return
	if (s !~ / set search_path (=|to) [^$]*pg_temp( |$)/)
		wrong("does not end its search_path in pg_temp")
}

FNR == 1 {
	judge()
	file = FILENAME
	text = ""
	body = 0
}
{
	line = $0
	if (!body)
		sub(/--.*/, "", line)
	# $$ ... $$, also with a tag, on one line or over many
	rest = line
	line = ""
	while (match(rest, /\$[a-z_]*\$/)) {
		if (!body)
			line = line substr(rest, 1, RSTART - 1) " $body$ "
		body = !body
		rest = substr(rest, RSTART + RLENGTH)
	}
	if (!body)
		line = line rest
	gsub(/'[^']*'/, "''", line)
	text = text " " tolower(line)
}
END { judge() }
