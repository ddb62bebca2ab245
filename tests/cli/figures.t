#!/bin/sh
# SPDX-License-Identifier: MIT
# The figures of the board paper in the demo's world: each equals the paper's, each is the sum of its rows,
# and a record that comes or goes changes the figures it belongs to and no other.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"
here=$top_srcdir/tests/cli

cat > "$tap_dir/rows.sql" << 'SQL'
select f.day, f.id, f.counted, f.amount, r.n from (select f.*, x.counted from (select *, date '2022-12-31' as day from data.figures('2022-12-31', null) union all select *, date '2022-10-05' from data.figures('2022-10-05', null)) f join ref.figure x using (id)) f
cross join lateral (select case f.counted when 'change' then 100 * (sum(r.counts) - sum(r.base)) / sum(r.base) when 'average' then avg(r.counts)
	when 'number' then sum(r.counts) when 'coverage' then sum(r.counts) else 100 * sum(r.counts) / sum(r.base) end as n
	from data.figure_rows_of(f.id, f.day, null) r) r
where coalesce(f.amount, 0) <> coalesce(r.n, 0) and f.value !~ '^(<|few)' and f.period !~ 'not begun';
SQL
admin='psql -XAtq -v ON_ERROR_STOP=1 -U postgres'
# The business day of a restated figure, as anybody would ask for it.
cat > "$tap_dir/then.sql" << 'SQL'
select id, value from api.figures('2022-10-31') where id = 'divert_referrals_ytd';
select f.id, f.amount = c.n from api.figures('2022-10-31') f join api.outcome_counts(case f.id when 'arrests_q3' then date '2022-10-01' else '2022-04-01' end,
	'2022-10-31', '2022-10-31 23:59:59 Europe/London') c
	on f.id = replace(c.measure, 'arrests_programme', 'arrests_q3') order by f.position;
select id, value from api.figures('2022-11-08') where id = 'divert_referrals_ytd';
select id, period_name, before_change, year_change from api.figures('2022-12-31', '2022-Q3') where id in ('socex_arrested', 'trafficking_offences_12m');
SQL
demo --exec "$gridline report board --as-at 2022-12-31 --format csv > $tap_dir/csv &&
	$admin -f $tap_dir/rows.sql > $tap_dir/differ && psql -XAtq -v ON_ERROR_STOP=1 -f $tap_dir/then.sql > $tap_dir/then &&
	$admin -f $here/figures_touch.sql > $tap_dir/touched" > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "the figures are counted" "$tap_dir/err"
cut -d, -f1,2 "$here/paper-figures.csv" > "$tap_dir/paper"
same "$tap_dir/paper" "$tap_dir/csv" "each equals the paper's"
empty "$tap_dir/differ" "each is what its rows come to, on that day and in October"
cat > "$tap_dir/wanted" << 'TEXT'
divert_referrals_ytd|1567
type1_outcomes|t
persons_charged|t
safeguarding_engaged|t
ocg_disrupted|t
usg_disrupted|t
arrests_q3|t
divert_referrals_ytd|1573
trafficking_offences_12m|2022-Q3|-2 (-0.4%)|-13 (-2.3%)
socex_arrested|2022-Q3|+25 (+6.3%)|
TEXT
same "$tap_dir/wanted" "$tap_dir/then" "an earlier day has the figures of that day; a quarter is compared"
sed -n "s/^	('\([^']*\)', .*, '\([^']*\)')[,;]*\$/\1: \2/p" "$here/figures_touch.sql" | sort > "$tap_dir/cases"
[ "$(wc -l < "$tap_dir/cases")" -gt 30 ]
ok $? "there are records to touch"
sort "$tap_dir/touched" > "$tap_dir/found"
same "$tap_dir/cases" "$tap_dir/found" "a record changes the figures it belongs to and no other"
cut -d, -f1 "$tap_dir/paper" | sed 1d | sort > "$tap_dir/ids"
sed 's/^[^:]*: //' "$tap_dir/cases" | tr ' ' '\n' | sed '/^$/d' | sort -u > "$tap_dir/moved"
same "$tap_dir/ids" "$tap_dir/moved" "every figure was made to change"
done_testing
