# SPDX-License-Identifier: MIT
#
# Files of the installation to C: one initialiser { version, "path", lines } a file, lines being a
# NULL-terminated array, since ISO C lets a string literal have no more than 4095 characters.
# version is 0 for a file of install.order and NNNN for each file of the folder upgrade/NNNN_slug.
function flush() { if (name != "") printf "  (const char *)0 } },\n" }
FNR == 1 {
	flush()
	name = FILENAME
	version = 0
	if (name ~ /^upgrade\//) version = substr(name, 9, 4) + 0
	printf "{ %d, \"%s\", (const char *const[]){\n", version, name
}
{ gsub(/\\/, "&&"); gsub(/["?]/, "\\\\&"); printf "  \"%s\\n\",\n", $0 }
END { flush() }
