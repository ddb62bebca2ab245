#!/bin/sh
# SPDX-License-Identifier: MIT
# Returns from files: taken once, corrected by versions, held against their totals, refused by line, column and
# reason.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_returns

head=series,period_start,period_end,breakdown,category,value,source
values="select concat_ws(' ', series, period_start, nullif(breakdown, ''), nullif(category, ''), value, 'v' || version, source, entered_by) from data.return_value where replaced_at is null order by series, period_start, breakdown, category"
# half CHARGES CAUTIONS TOTAL: a whole half-year.
half() {
	cat << CSV
$head
cj_outcomes,2021-07-01,2021-12-31,,,$3,SYNTHETIC
CJ_outcomes,2021-07-01,2021-12-31,Outcome,charges,$1,SYNTHETIC
cj_outcomes,2021-07-01,2021-12-31,outcome,Cautions,$2,SYNTHETIC
CSV
}
half 198 33 231 > half.csv
as analyst1 import returns half.csv
did 0 "a return is taken"
echo "half.csv: 3 new, 0 changed, 0 already so" | printed "and counted"
is "$(rows "$values")" 'cj_outcomes 2021-07-01 231 v1 SYNTHETIC analyst1
cj_outcomes 2021-07-01 outcome Cautions 33 v1 SYNTHETIC analyst1
cj_outcomes 2021-07-01 outcome Charges 198 v1 SYNTHETIC analyst1' "in the vocabularies' own spelling"
as analyst1 import returns half.csv
did 0 "a return twice"
echo "half.csv: nothing to change: 3 returns already so" | printed "changes nothing"
said "and says when it came" << 'TEXT'
half.csv:2: value: warning: is there already, received 2022-12-31
half.csv:3: value: warning: is there already, received 2022-12-31
half.csv:4: value: warning: is there already, received 2022-12-31
TEXT

# Corrections are versions, and an earlier day keeps its own.
rows "update ref.setting set training_base = '2023-01-05 12:00Z', training_started = now()" > /dev/null
half 196 33 229 > corrected.csv
as analyst1 import returns corrected.csv
did 0 "a correction is taken"
said "and says what it corrects" << 'TEXT'
corrected.csv:2: value: warning: corrects 231, received 2022-12-31: that is kept as version 1
corrected.csv:3: value: warning: corrects 198, received 2022-12-31: that is kept as version 1
corrected.csv:4: value: warning: is there already, received 2022-12-31
TEXT
is "$(PGUSER=analyst1 rows "select value from api.figures('2022-12-31') where id = 'cj_charges_2021_h2'
	union all select value from api.figures('2023-01-05') where id = 'cj_charges_2021_h2'")" '198
196' "a report as at the day before is what it was"

# What is wrong is told, and nothing is written.
tally='select count(*), sum(value), (select count(*) from data.import where finished_at is not null) from data.return_value'
before=$(rows "$tally")
refused() {
	as analyst1 import returns "$1" --max-errors 1000
	[ "$status" -eq 1 ] && [ ! -s "$out" ] && [ "$(rows "$tally")" = "$before" ]
	ok $? "$1 is refused, nothing written" "$err"
	said "$1, by line, column and reason"
}
cat > bad.csv << CSV
$head
divert,2022-10-01,2022-10-31,,,5,SYNTHETIC
divert_referrals,2022-10-01,2022-11-30,,,5,SYNTHETIC
divert_referrals,2022-10-31,2022-10-01,,,5,SYNTHETIC
divert_referrals,2023-01-01,2023-01-31,,,5,SYNTHETIC
divert_referrals,2022-02-30,,,,five,
divert_referrals,2022-10-01,2022-10-31,residence,Sandwall,-5,SYNTHETIC
divert_referrals,2022-10-01,2022-10-31,age,18,5,SYNTHETIC
divert_referrals,2022-10-01,2022-10-31,,Sandwell,5.5,SYNTHETIC
divert_referrals,2022-10-01,2022-10-31,residence,,1e3,SYNTHETIC
cj_charged_share,2022-07-01,2022-12-31,ethnicity,White,100.1,SYNTHETIC
cj_charged_share,2022-07-01,2022-12-31,,,35.55,SYNTHETIC
cars_referrals,2022-04-01,2023-03-31,,,5,SYNTHETIC
alcohol_da,2022-05-02,2022-12-31,,,5,SYNTHETIC
CSV
refused bad.csv << 'TEXT'
bad.csv:2: series: 'divert' is not known; did you mean 'divert_engaged' or 'divert_referrals'?
bad.csv:3: period_end: does not make one month with 2022-10-01: this series comes by the month
bad.csv:4: period_end: lies before the start, 2022-10-31
bad.csv:5: period_end: the month is not over: today is 2023-01-05
bad.csv:6: period_start: '2022-02-30' is not a day; days are written like 2023-01-05
bad.csv:6: period_end: is empty
bad.csv:6: value: 'five' is not a number: digits only, nought or more
bad.csv:6: source: is empty
bad.csv:7: category: 'Sandwall' is not known by residence; known are: Birmingham, Coventry, Dudley, Sandwell, Solihull, Walsall, Wolverhampton, Outside the force
bad.csv:7: value: -5 is less than nought
bad.csv:8: breakdown: 'age' is no breakdown of divert_referrals; known are: residence, department
bad.csv:9: category: a total has none: name the breakdown, too
bad.csv:9: value: 5.5 has too many decimal places: referrals are whole
bad.csv:10: category: is empty: which part by residence is it?
bad.csv:10: value: '1e3' is not a number: digits only, nought or more
bad.csv:11: value: 100.1 is more than 100 percent
bad.csv:12: breakdown: is empty: cj_charged_share has no total, only parts
bad.csv:12: value: 35.55 has too many decimal places: at most 1
bad.csv:13: period_end: does not make one calendar year with 2022-04-01: this series comes by the calendar year
bad.csv:14: period_end: does not end whole months: they begin on a 1st and end on the last day of one
gridline import: 20 errors in 13 rows of bad.csv: nothing was imported
TEXT
cat > twice.csv << CSV
$head
alcohol_da,2022-01-01,2022-06-30,,,5,SYNTHETIC
alcohol_da,2022-01-01,2022-06-30,,,6,SYNTHETIC
CSV
refused twice.csv << 'TEXT'
twice.csv:3: value: was returned in line 2 already
gridline import: 1 error in 2 rows of twice.csv: nothing was imported
TEXT
cat > over.csv << CSV
$head
alcohol_da,2022-01-01,2022-06-30,,,5,SYNTHETIC
alcohol_da,2022-06-01,2022-12-31,,,6,SYNTHETIC
CSV
refused over.csv << 'TEXT'
over.csv:2: period_start: the same was returned for 2022-06-01 to 2022-12-31 in line 3, which overlaps
over.csv:3: period_start: the same was returned for 2022-01-01 to 2022-06-30 in line 2, which overlaps
gridline import: 2 errors in 2 rows of over.csv: nothing was imported
TEXT
cat > stored.csv << CSV
$head
cj_outcomes,2021-07-01,2021-12-31,,,229,SYNTHETIC
alcohol_da,2021-01-01,2021-12-31,,,43,SYNTHETIC
CSV
as analyst1 import returns stored.csv
did 0 "a year is taken, and what is there already"
before=$(rows "$tally")
cat > across.csv << CSV
$head
alcohol_da,2021-07-01,2022-06-30,,,9,SYNTHETIC
CSV
refused across.csv << 'TEXT'
across.csv:2: period_start: the same was returned for 2021-01-01 to 2021-12-31, which overlaps
gridline import: 1 error in 1 row of across.csv: nothing was imported
TEXT
# A force's own series may come by the quarter.
rows "insert into ref.series select (jsonb_populate_record(s, '{\"code\": \"visits\", \"label\": \"SYNTHETIC visits\", \"period_kind\": \"quarter\", \"position\": 99}')).* from ref.series s where code = 'alcohol_da'" > /dev/null
cat > quarter.csv << CSV
$head
visits,2023-01-01,2023-03-31,,,12,SYNTHETIC
visits,2022-11-01,2023-01-31,,,12,SYNTHETIC
visits,2022-10-01,2022-12-31,,,"1,200",SYNTHETIC
visits,2022-07-01,2022-09-30,,,12%,SYNTHETIC
vists,2022-04-01,2022-06-30,,,12,SYNTHETIC
CSV
refused quarter.csv << 'TEXT'
quarter.csv:2: period_end: the quarter is not over: today is 2023-01-05
quarter.csv:3: period_end: does not make one quarter with 2022-11-01: this series comes by the quarter
quarter.csv:4: value: '1,200' is not a number: digits only, nought or more
quarter.csv:5: value: '12%' is not a number: digits only, nought or more
quarter.csv:6: series: 'vists' is not known; did you mean 'visits'?
gridline import: 5 errors in 5 rows of quarter.csv: nothing was imported
TEXT
half 196 30 229 > short.csv
refused short.csv << 'TEXT'
short.csv:2: value: warning: is there already, received 2023-01-05
short.csv:3: value: by outcome the parts for 2021-07-01 to 2021-12-31 add up to 226, the total is 229: 3 too few
short.csv:3: value: warning: is there already, received 2023-01-05
short.csv:4: value: warning: corrects 33, received 2022-12-31: that is kept as version 1
gridline import: 1 error in 3 rows of short.csv: nothing was imported
TEXT
sed '4d' short.csv | sed 's/2021/2022/g' > part.csv
refused part.csv << 'TEXT'
part.csv:3: category: by outcome for 2022-07-01 to 2022-12-31 there is nothing of Cautions: nought is written as 0
gridline import: 1 error in 2 rows of part.csv: nothing was imported
TEXT
sed '2d; s/2021/2022/g' short.csv > untotalled.csv
refused untotalled.csv << 'TEXT'
untotalled.csv:2: value: by outcome there is no total for 2022-07-01 to 2022-12-31 to hold the parts against
gridline import: 1 error in 2 rows of untotalled.csv: nothing was imported
TEXT
head -n 2 half.csv > total.csv
refused total.csv << 'TEXT'
total.csv:2: value: by outcome the parts for 2021-07-01 to 2021-12-31 add up to 229, the total is 231: 2 too few
total.csv:2: value: warning: corrects 229, received 2023-01-05: that is kept as version 2
gridline import: 1 error in 1 row of total.csv: nothing was imported
TEXT
as lro_be import returns half.csv
did 1 "an LRO hands in nothing"
done_testing
