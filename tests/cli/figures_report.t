#!/bin/sh
# SPDX-License-Identifier: MIT
# The reports of figures: the paper's tables from returns, a period that is not over, the records behind a figure,
# the page of a unit, and small numbers in no format.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"
here=$top_srcdir/tests/cli

# What the screen of a week marks, and what the report of the same two weeks names.
cat > "$tap_dir/marks.sql" << 'SQL'
with pair (a, b) as (values ('2022-W48', '2022-W49'), ('2022-W49', '2022-W50'), ('2022-W50', '2022-W51'), ('2022-W51', '2022-W52')),
screen as (select b, line_ref, how, case when how <> 'gone' then rank end from pair cross join lateral api.grid_week(b) where how <> '' and line_id is not null),
report as (select distinct b, line_ref, how, case when how <> 'gone' then rank_now end from pair cross join lateral api.review_changes(a, b)
	union all select b, line_ref, how, rank_now from pair cross join lateral api.review_overtaken(a, b))
select 'screen', x.* from (table screen except table report) x union all select 'report', y.* from (table report except table screen) y;
SQL
cat > "$tap_dir/passed.sql" << 'SQL'
select a, b, max(o.in_all) from (values ('2022-W40', '2022-W50'), ('2022-W49', '2022-W51'), ('2022-W51', '2022-W52')) x (a, b)
cross join lateral api.review_overtaken(a, b) o group by a, b order by a;
SQL
cat > "$tap_dir/counted.sql" << 'SQL'
select a, b, (select count(*) from data.rank_at('West Midlands', m.a_at) t join data.rank_at('West Midlands', m.b_at) n using (line_id)
	where t.rank <> n.rank and t.line_id not in (select line_id from data.grid_changes('West Midlands', m.a_at, m.b_at)))
from (values ('2022-W40', '2022-W50'), ('2022-W49', '2022-W51'), ('2022-W51', '2022-W52')) x (a, b)
cross join lateral (select data.week_moment('West Midlands', a) as a_at, data.week_moment('West Midlands', b) as b_at) m order by a;
SQL
cat > "$tap_dir/run.sh" << SH
cd $tap_dir || exit 1
report() { $gridline report "\$@"; }
report board --period 2022-Q3 > q3.txt
report board --as-at 2022-11-15 --period 2022-Q3 > running.txt
report board --as-at 2022-11-15 --period 2022-Q3 --format json > running.json
report board --as-at 2022-11-15 --period 2022-Q3 --format csv > running.csv
report board --as-at 2022-11-15 --period 2022-Q3 --format groff > running.groff
report board --explain arrests_q3 --format csv > explained.csv
report board --explain divert_monthly_average > explained.txt
PGUSER=supervisor1 report board --explain type1_outcomes --format csv > type1.csv
for series in cars_referrals cj_formal_share divert_referrals; do report returns --series \$series > \$series.txt; done
for format in text csv json groff; do report returns --series divert_referrals --period 2022-12 --format \$format > small.\$format; done
PGUSER=lro_bw report npu --npu bw > npu.txt
report board --week 2022-W51 > frozen.txt
report board --week 2022-w51 --format csv > frozen.csv
report board --week 2022-W51 --explain type1_outcomes --format json > frozen.json
report board --week 2022-W10 2> no.review
report npu --npu BW --format pdf -o npu.pdf
report changes --from 2022-W50 --to 2022-w51 > changes.txt
report changes --from 2022-W50 --to 2022-W51 --format csv > changes.csv
for who in analyst1 supervisor1 lro_bw; do PGUSER=\$who psql -XAtqf marks.sql; done > marks
PGUSER=supervisor1 psql -XAtqf passed.sql > passed
PGUSER=postgres psql -XAtqf counted.sql > counted
report board --period 2022-W53 2> no.week
report board --explain nothing 2> no.figure
report npu --npu XX 2> no.npu
report returns --series cars 2> no.series
true
SH
demo --exec "sh $tap_dir/run.sh" > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "reports are made" "$tap_dir/err"
cd "$tap_dir" || exit 99
# words FILE: its lines with blanks as one.
words() {
	tr -s ' ' < "$1" | sed 's/^ //; s/ $//'
}
has() {
	words "$1" > "$1.words"
	holds "$1.words" "$2" "$3"
}

has q3.txt '^2022-Q3 (1 October 2022 to 31 December 2022), as at 31 December 2022$' "the page says over what it counts"
has q3.txt '^Arrests 55 arrests Oct to Dec 2022 75 -20 (-27%)$' "with the quarter before, as count and percentage"
[ "$(grep -n 'Disruption events' q3.txt | head -n 1 | cut -d: -f1)" -gt "$(grep -n '^The whole force' q3.txt | cut -d: -f1)" ] &&
	[ "$(grep -n '^Arrests ' q3.txt | head -n 1 | cut -d: -f1)" -lt "$(grep -n '^The whole force' q3.txt | cut -d: -f1)" ]
ok $? "what the programme did and what the force did stand apart"
has running.txt '^NOT OVER: ' "a period that is not over says so on its face"
has running.txt '^Arrests 33 arrests Oct to Dec 2022, so 36 -3 (-8.3%)$' "is counted to the day, and compared with as many days"
holds running.json '"is_over": false' "in JSON, too"
holds running.csv '^arrests_q3,33,2022-Q3 so far,no$' "and in CSV"
holds running.groff 'NOT OVER: ' "and on paper"
is "$(sed 1d explained.csv | awk -F, '{ n += $7 } END { print n }')" 55 "an explained figure is the sum of its rows"
has explained.txt 'paper printed: 264, labelled' "with what the paper printed"
has explained.txt 'of 2022-Q3 alone it is 267' "and what is right"
is "$(sed 1d type1.csv | wc -l)" 174 "174 outcomes are 174 rows"
cmp -s type1.csv explained.csv
[ $? -eq 1 ]
ok $? "and not those of another figure"

# The paper's tables.
has cars_referrals.txt '^White and Black Caribbean 100 4% 163 4% 263 4%$' "ethnicity, by year"
has cars_referrals.txt '^White British 1607 64% 2774 66% 4381 65%$' "with its share"
has cars_referrals.txt '^Total 2517 4189 6706$' "and the grand total"
is "$(sed -n '/^Ethnicity/,/^Total/p' cars_referrals.txt | sed '1,2d;$d' | wc -l)" 17 "all seventeen"
has cj_formal_share.txt '^Afro-Caribbean 46 12.5$' "formal outcomes by ethnicity, added up of charged and cautioned"
has cj_formal_share.txt '^Average 43 12.5$' "with the average of the three"
has divert_referrals.txt '^Total 2646 2373$' "Divert by month"
has divert_referrals.txt '^CMPG 35 1% 27 1% 62 1%$' "and by department"

# Small numbers: two of December are below five. The one that is not told gives the other away, so neither is.
has small.text '^PPU \*$' "a small number is not told"
has small.text '^CMPG \*$' "nor what would give it away"
for format in text csv json groff; do
	grep -qE 'CMPG' small.$format && ! grep -E 'CMPG|PPU' small.$format | grep -qE '[^0-9/-][1-9]([^0-9]|$)'
	ok $? "in $format" small.$format
done

has npu.txt '^Birmingham West (BW)$' "the page of a unit"
has npu.txt '^5 WM22-0019 Double Kettle 90 critical' "has its lines"
has npu.txt '^Type 1 outcomes 10 33$' "and what came of them"
has npu.txt '^West Mercia #* 12, 4 high or critical$' "and where they sell"
if have pdfinfo; then
	is "$(pdfinfo npu.pdf | sed -n 's/^Pages: *//p')" 1 "on one page"
fi
has frozen.txt '^Type 1 outcomes 175 174 -1 (-0[.]6%) outcomes$' "what a review froze stands beside the same counted now"
has frozen.txt '^People engaged with safeguarding 70 71 ' "figure by figure"
has frozen.txt '^revoked since T1-1BBED197 WM22-0307 2022-11-24$' "and the record that made the difference"
holds frozen.json '"moves": \["type1_outcomes -1"\]' "names the figures it moves"
has frozen.txt '^Type1 revoked 1 2 [+]1$' "the review's own counts stand beside"
is "$(sed 1d frozen.csv | cut -d, -f1)" "$(sed 1d "$here/paper-figures.csv" | cut -d, -f1)" "every figure of the paper is frozen, by its id"
is "$(sed -n 's/^type1_outcomes,//p' frozen.csv)" '175,174,-1,yes,2022-04-01..2022-12-21,2022-04-01,2022-12-21,T1-2022,T1-2022' "with frozen, now and the difference"
empty marks "the report of changes names what the screen of the week marks, for who sees all, most and a unit"
same counted passed "as many were moved by others as by counting both grids"
has changes.txt '^From 2022-W50 to 2022-W51$' "from week to week"
has changes.txt '^Lines that changed: 3 new, 3 gone, 21 up, 29 down, 13 changed[.]$' "so many of each"
has changes.txt '^86 of the lines that did not change stand elsewhere, by up to 7,' "and those that only others moved"
is "$(grep -c ',rank,' changes.csv)" 85 "each with its ranks, in CSV, too"
has no.review "There is no frozen review of '2022-W10'" "a week without one"
has no.week '2022 has no week 53' "a week that is none"
has no.figure "There is no figure 'nothing'" "a figure that is none"
has no.npu "there is no neighbourhood policing unit 'XX'" "a unit that is none"
has no.series "There is no series 'cars'" "a series that is none"
nothing_left "in the end"
done_testing
