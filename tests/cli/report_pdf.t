#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline report as PDF when something is amiss: no groff, one that fails, a full disk, a file that is there; and texts
# that no table was made for. Either there is a whole document or there is none, and what is wrong is said.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_report_pdf

cat > lines.csv << 'CSV'
line_ref,name,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen
L-1,SYNTHETIC Дмитрий,active,West Midlands,BE,Dorset,,no,2022-01-02,2022-12-01
L-2,SYNTHETIC Γραμμή,active,West Midlands,BE,Dorset,,no,2022-01-02,2022-12-01
L-3,SYNTHETIC Őšłņčių Żółw,active,West Midlands,BE,Dorset,,no,2022-01-02,2022-12-01
L-4,SYNTHETIC 茶壶 مرحبا,active,West Midlands,BE,Dorset,,no,2022-01-02,2022-12-01
L-5,WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW,active,West Midlands,BE,Dorset,,no,2022-01-02,2022-12-01
L-6,SYNTHETIC Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft,active,West Midlands,BE,Dorset,,no,2022-01-02,2022-12-01
CSV
as analyst1 import lines lines.csv
did 0 "there are lines"

# Fonts. Every letter of Latin, Greek and Cyrillic is printed, by a font that goes with the document.
mkdir temporary
TMPDIR=$tap_dir/temporary
export TMPDIR
as analyst1 report grid --format pdf -o grid.pdf
did 0 "a grid of many alphabets"
pdftotext -layout grid.pdf text
for name in 'SYNTHETIC Дмитрий' 'SYNTHETIC Őšłņčių Żółw'; do
	holds text "$name" "has $name"
done
sed 's/µ/μ/g' text > greek
holds greek 'SYNTHETIC Γραμμή' "and SYNTHETIC Γραμμή"
is "$(pdffonts grid.pdf | awk '$1 == "NimbusSans-Regular" { print $5 }')" yes "the font is in the document"
holds text 'SYNTHETIC <U+8336 58F6>' "what it lacks stands there by its numbers"
holds text 'Characters that the printed fonts lack' "which is said"
is "$(ls temporary)" '' "nothing is left behind"
GRIDLINE_FONTS=$tap_dir/none
export GRIDLINE_FONTS
as analyst1 report grid --format pdf -o plain.pdf
did 0 "without that font"
pdftotext -layout plain.pdf text
holds text '<U+0414><U+043C>' "letters of other alphabets stand by their numbers"
holds text 'Printed without Nimbus Sans (Debian: fonts-urw-base35)' "and the document says why"
unset GRIDLINE_FONTS
TMPDIR=$tap_dir/no-such-folder
as analyst1 report grid --format pdf -o plain.pdf
did 0 "nowhere to put it for a moment"
pdftotext -layout plain.pdf text
holds text 'Printed without Nimbus Sans' "is the same"
unset TMPDIR

# Long words are broken, and nothing leaves the paper or stands on its neighbour: no two words overlap.
pdftotext -bbox grid.pdf boxes
awk -F'"' '/<word / && ($2 < 56 || $6 > 842 - 56 || $4 < 20 || $8 > 595 - 20)' boxes > outside
empty outside "no word is outside the margins"
awk -F'"' '/<word / { n++; l[n] = $2; t[n] = $4; r[n] = $6; b[n] = $8
		for (i = 1; i < n; i++)
			if (l[n] < r[i] - 1 && l[i] < r[n] - 1 && t[n] < b[i] - 4 && t[i] < b[n] - 4) print }' boxes > over
empty over "no word is on another"
is "$(grep -o '>W\+<' boxes | tr -d '><\n' | wc -c | tr -d ' ')" 40 "no letter of a long one is lost"

# An older file stays until there is a whole new one.
echo old > there.pdf
kept() {
	is "$(cat there.pdf)|$(ls there.pdf* | tr '\n' ' ')" 'old|there.pdf ' "$1"
}

# No groff.
mkdir bin
path=$PATH
with_path() {
	PATH=$1
	as analyst1 report grid --format pdf -o there.pdf
	PATH=$path
}
with_path "$tap_dir/bin"
did 1 "groff is not there"
said "is told with the way out" << 'TEXT'
gridline report: groff, which makes the PDF, is not installed on this machine
gridline report: as root: apt-get install groff; or take --format text
TEXT
kept "and the older file stays"
[ ! -s "$out" ]
ok $? "nothing is on standard output"
ln -s "$(command -v groff)" bin/groff
with_path "$tap_dir/bin"
did 1 "groff without its driver for PDF, as groff-base has it"
holds "$err" 'apt-get install groff' "is no groff"
rm bin/groff
with_path ""
did 1 "an empty path"
with_path "bin"
did 1 "a path that is not from the root is not searched"

# A groff that fails.
: > bin/gropdf
chmod +x bin/gropdf
groff_is() {
	printf '#!/bin/sh\n%s\n' "$1" > bin/groff
	chmod +x bin/groff
	with_path "$tap_dir/bin"
}
groff_is 'echo "out of paper" >&2; exit 3'
did 1 "a groff that complains"
holds "$err" "groff complains: 'out of paper'" "is heard"
groff_is 'exit 3'
holds "$err" 'groff failed (status 3)' "one that fails without a word"
groff_is 'kill -9 $$'
holds "$err" 'groff failed (signal 9)' "one that is killed"
groff_is 'exit 0'
holds "$err" 'groff made no page' "one that does nothing"
groff_is 'echo "gridline-pages 1" >&2; echo "%PDF-1.4"'
did 1 "one that stops in the middle"
holds "$err" 'groff made no PDF' "is not believed"
groff_is 'echo "gridline-pages 2" >&2; [ "$PGHOST$HOME$SECRET" = "" ] || echo "sees $PGHOST$HOME" >&2; printf "%%PDF-1.4\nwhole document\n%%%%EOF\n"'
did 0 "groff sees nothing of our environment"
is "$(head -c 5 there.pdf)" '%PDF-' "and what is whole takes the place of the older file"
echo old > there.pdf
groff_is 'exit 3'
kept "after all this the older file is as it was"
is "$(rows "select count(*) > 0 from audit.entry where object_id = 'report grid'")" t "what was asked for is in the log all the same"

# Where it cannot go.
as analyst1 report grid --format pdf -o /dev/full
did 1 "a full disk"
said "is told" << 'TEXT'
gridline report: /dev/full: No space left on device
TEXT
PGUSER=analyst1 "$gridline" report grid --format pdf > /dev/full 2> "$err"
is $? 1 "standard output on one"
holds "$err" 'standard output: No space left on device' "is told, too"
as analyst1 report grid --format pdf -o no/such/folder.pdf
did 1 "a folder that is not there"
holds "$err" 'no/such/folder.pdf.part: No such file' "is named"
mkdir folder.pdf
as analyst1 report grid --format pdf -o folder.pdf
did 1 "a folder in place of the file"
ln -s /etc/passwd link.pdf.part
as analyst1 report grid --format pdf -o link.pdf
did 1 "a link where it would write first is not followed"
as analyst1 report grid --format pdf -o there.pdf
did 0 "over an older file"
pdfinfo there.pdf > info
holds info '^Pages: *1$' "it is whole"
done_testing
