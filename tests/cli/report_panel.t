#!/bin/sh
# SPDX-License-Identifier: MIT
# Corridors, map and dashboard on paper: the numbers of every format are the ones the screen asks the database for.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_report_panel

{
	echo 'line_ref,name,status,export_force,export_npu,imports,drugs,bulk_marketing,first_seen,last_seen'
	n=0
	for place in 'West Midlands,BE' 'West Midlands,CV' 'Staffordshire,' 'West Mercia,' 'West Midlands,BE' 'West Midlands,BE'; do
		n=$((n + 1))
		imports='Dorset;Police Scotland'
		[ "$n" -gt 3 ] && imports='Devon & Cornwall'
		echo "L-$n,SYNTHETIC $n,active,$place,$imports,,no,2022-01-02,2022-12-01"
	done
} > lines.csv
as analyst1 import lines lines.csv
did 0 "there are lines"

# asked SQL: what the screen is told, as analyst1.
asked() {
	PGUSER=analyst1 psql -XAt -F, -c "$1"
}

# parts SQL: what SQL selects of :'doc', the JSON in $out.
parts() {
	jsonb=$(cat "$out")
	psql -XAt -F, -v doc="$jsonb" << SQL
select $1
SQL
}

as analyst1 report corridors --format csv
did 0 "corridors as CSV"
{
	echo run_from,sells_in,lines
	asked "select label, series, value from (select *, row_number() over () as n, min(s) over (partition by label) as first
		from (select c.*, row_number() over () as s from api.corridors() c) c) c where value > 0 order by first, s"
} > told
same told "$out" "is what the screen is told"
is "$(grep -c ',Dorset,1$' "$out")" 3 "and is not empty"

as analyst1 report corridors --format json
did 0 "as JSON"
parts "r.value ->> 'name', string_agg(v.value, ' ' order by v.n) from jsonb_array_elements(:'doc'::jsonb -> 'parts') p,
	jsonb_array_elements(p.value -> 'rows') with ordinality as r (value, n), jsonb_array_elements_text(r.value -> 'values') with ordinality as v (value, n)
	where p.value ? 'matrix' group by r.n, 1 order by r.n" > json
asked "select series, string_agg(coalesce(value, 0)::text, ' ' order by p) from (select distinct label, min(n) over (partition by label) as p from (select *, row_number() over () as n from api.corridors()) x) l
	cross join (select distinct series, min(n) over (partition by series) as q from (select *, row_number() over () as n from api.corridors()) x where series <> '') s
	left join api.corridors() c using (series, label) group by q, series order by q" > told
same told json "has the matrix"
is "$(wc -l < json | tr -d ' ')" 3 "with all its rows"

as analyst1 report corridors
did 0 "as text"
while IFS=, read -r name values; do
	grep -E "^$name " "$out" | head -1 | sed -E "s/^$name +//; s/·/0/g; s/[░▒▓█]//g; s/ +/ /g"
	sum=0
	for v in $values; do sum=$((sum + v)); done
	printf '%s %s\n' "$values" "$sum" >> sums
done < told > text
same sums text "the numbers stand there, and their totals"
holds "$out" '^Staffordshire ##* 1 (17 %)$' "and the share of each place"

as analyst1 report corridors --format pdf -o corridors.pdf
did 0 "as PDF"
pdftotext -layout corridors.pdf - > page
while IFS=, read -r name values; do
	grep -E "^ *$name  " page | head -1 | sed -E "s/^ *$name +//; s/·/0/g; s/ +/ /g"
done < told > pdf
same sums pdf "on paper, too"
is "$(grep -c 'page 1 of 1' page)|$(grep -c '^ *OFFICIAL-SENSITIVE$' page)" '1|2' "on a marked page"
is "$(rows "select login, operation, object_id from audit.entry order by entry_id desc limit 1")" 'analyst1|disclosure|report corridors' "it is in the log"

# The map.
asked "select label, string_agg(value::text, ',' order by n) from (select *, row_number() over () as n from api.map()) m group by label order by min(n)" > told
as analyst1 report map --format csv
did 0 "the map as CSV"
tail -n +2 "$out" | sed -E 's/^([^,]*),[^,]*,/\1,/' > csv
same told csv "is what the screen is told"
as analyst1 report map --format json
parts "t.value ->> 'code', t.value ->> 'value' from jsonb_array_elements(:'doc'::jsonb -> 'parts') p, jsonb_array_elements(p.value -> 'places') t where p.value ->> 'tiles' = 'Lines'" | sort > tiles
asked "select label, value from api.map() where series = 'Lines' and note ~ '^[0-9]+ [0-9]+ '" | sort > told_tiles
same told_tiles tiles "JSON has its tiles"
as analyst1 report map --format pdf -o map.pdf
did 0 "as PDF"
pdftotext -layout map.pdf - > page
holds page 'Birmingham East  *3 ' "with its numbers"
as analyst1 report map
did 0 "as text"
holds "$out" '^1 ▒▒* 0 ··* 0 ··* 0 ··* 3 ██*$' "with its tiles"

# The dashboard: every cell of every panel.
asked "select p.panel, d.series, d.label, d.value from api.dashboard_panels() with ordinality as p (panel, title, population, period, whose, rule, n)
	cross join lateral (select * from api.dashboard(p.panel) where p.panel not in ('bands', 'standing')
		union all select * from api.dashboard_bands() where p.panel = 'bands') d order by p.n" | sort > told
as analyst1 report dashboard --format csv
did 0 "the dashboard as CSV"
is "$(head -1 "$out")" panel,series,label,value "names its columns"
tail -n +2 "$out" | grep -v '^standing,' | sort > csv
same told csv "and has the cells of the screen"
is "$(sed -n 's/^standing,,\(No score\|New this week\),//p' "$out" | tr '\n' ' ')" \
	"$(asked "select n from api.summary() where kind = 'new'") $(asked "select n from api.summary() where kind = 'unscored'") " "and the summary's"
as analyst1 report dashboard --format json
parts "count(*) filter (where p.value ? 'card') from jsonb_array_elements(:'doc'::jsonb -> 'parts') p" > cards
is "$(cat cards)" "$(asked 'select count(*) from api.dashboard_panels()')" "JSON has a card a panel"
as analyst1 report dashboard
did 0 "as text"
holds "$out" '^Lines by band$' "with its titles"
holds "$out" '^now  *0  *0  *0  *0  *6  *6' "and numbers"
as analyst1 report dashboard --format pdf -o dashboard.pdf
did 0 "as PDF"
is "$(pdfinfo dashboard.pdf | sed -n 's/^Pages: *//p')" 2 "on two pages"
pdftotext -layout dashboard.pdf - > page
asked "select title from api.dashboard_panels()" | sort -u | while read -r title; do
	grep -qF "$title" page || echo "$title"
done > missing
empty missing "with every panel"
holds page 'now  *0  *0  *0  *0  *6  *6' "and its numbers"

# Who sees other lines gets other numbers.
as lro_be report corridors --format csv
{
	echo run_from,sells_in,lines
	PGUSER=lro_be psql -XAt -F, -c "select label, series, value from api.corridors() where value > 0"
} > told
same told "$out" "an LRO's corridors are of the LRO's lines"
as stranger report dashboard
did 1 "a stranger gets none"
done_testing
