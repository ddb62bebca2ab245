#!/bin/sh
# SPDX-License-Identifier: MIT
# The demo's taskings: some in every state, each with a history that the flow allows; and what is late is the same
# number on the grid, in the lists, on the sheets of the units and in the export.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

cat > "$tap_dir/count.sql" << 'SQL'
select 'states without a tasking', count(*) from ref.tasking_state s where not exists (select from data.tasking t where t.state = s.code);
select 'steps of no move', count(*) from data.tasking_event e where e.from_state is not null
	and not exists (select from ref.tasking_move m where m.step = e.step and m.from_state = e.from_state and m.to_state = e.to_state);
select 'stands otherwise than its last step says', count(*) from data.tasking t
where t.state <> (select e.to_state from data.tasking_event e where e.tasking_id = t.tasking_id order by e.place desc limit 1);
select 'steps out of turn', count(*) from (
	select e.from_state, e.at, lag(e.to_state) over w as before, lag(e.at) over w as earlier from data.tasking_event e
	window w as (partition by e.tasking_id order by e.place)) x
where x.from_state is distinct from x.before or x.at < x.earlier or x.at > timestamp '2022-12-31 09:00' at time zone 'Europe/London';
-- What a step changed, taken back from the last to the first, is the tasking as it was raised.
select 'changes that do not lead back', count(*) from data.tasking_event e join data.tasking t using (tasking_id), jsonb_each(e.changed) c
where c.value -> 1 is distinct from coalesce((select n.changed -> c.key -> 0 from data.tasking_event n
	where n.tasking_id = e.tasking_id and n.place > e.place and n.changed ? c.key order by n.place limit 1), to_jsonb(t) -> c.key);
select 'authorised by who asked', count(*) from data.tasking where authorised_by = raised_by;
select 'recorded and reviewed by one', count(*) from data.tasking where reviewed_by = result_by;
select 'answered by who is not of the unit', count(*) from data.tasking_event e join data.tasking t using (tasking_id) join ref.tasking_move m on m.step = e.step and m.to_state = e.to_state and m.from_state = e.from_state
where m.party = 'unit' and e.login <> 'file' and not data.acts_for(e.login, case when e.said like '%FPVT' then 'FPVT' else t.unit end, t.force) and t.force = 'West Midlands';
select 'by whom it may not be', count(*) from data.tasking t join data.staff s on s.login = t.authorised_by join ref.tasking_route r on r.code = t.route where s.role <> all (r.authorisers);
select 'on lines that are closed or may be another', count(*) from data.tasking t where t.is_open and data.tasking_wall(t.line_id) is not null;
select 'all marked SYNTHETIC', count(*) from data.tasking where why !~ '^SYNTHETIC' or result !~ '^(SYNTHETIC|$)' or resources !~ '^(SYNTHETIC|$)' or evidence !~ '^(SYNTHETIC|$)';
select 'and their reasons', count(*) from data.tasking_event where reason !~ '^(SYNTHETIC|$)';
select 'bids, carried forward, asked back, declined, of groups, by template: none', (count(*) filter (where resources <> '') = 0)::int + (count(*) filter (where carried = 2) = 0)::int
	+ (not exists (select from data.tasking_event where step = 'task_query'))::int + (not exists (select from data.tasking_event where step = 'task_decline'))::int
	+ (count(*) filter (where group_id is not null) = 0)::int + (count(distinct title) filter (where title in (select title from ref.tasking_template)) < 10)::int from data.tasking;
select 'late ones none, answers late none', (count(*) filter (where is_open and due < '2022-12-31') = 0)::int + (count(*) filter (where answered_on > answer_due) = 0)::int from data.tasking;
SQL
admin='psql -XAtq -v ON_ERROR_STOP=1 -U postgres'
g=$top_builddir/gridline
cat > "$tap_dir/late.sh" << SH
cd "$tap_dir" && export PGUSER=supervisor1
"$g" export grid -o grid.csv && "$g" export taskings --filter 'late:yes' -o late.csv || exit
echo "grid \$(psql -XAtqc "select sum(overdue_taskings) from api.grid") of lines"
echo "summary \$(psql -XAtqc "select n from api.summary() where kind = 'late_taskings'") of lines"
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if (\$i == "overdue_taskings") c = i } NR > 1 { n += \$c } END { print "file of the grid " n " of lines" }' grid.csv
echo "export \$("$g" export taskings --filter 'late:yes -line:zzz' | tail -n +2 | cut -d, -f 2 | grep -c .) of lines"
echo "board \$(psql -XAtqc "select sum(late_total) from (select distinct key, late_total from api.task_board('unit', 1)) x")"
echo "states \$(psql -XAtqc "select sum(late_total) from (select distinct key, late_total from api.task_board('state', 1)) x")"
echo "workload \$(psql -XAtqc "select sum(late) from api.workload('2022-10-01', '2022-12-31') where operation is null")"
echo "days \$(psql -XAtqc "select sum(late) from api.task_days('2022-01-01', '2022-12-31')")"
echo "export \$(psql -XAtqc "select count(*) from api.taskings where late")"
for u in BE BW CV DY SW SH WS WV CLTF FPVT WMROCU CMPG DF INT DEW; do
	echo "\$u \$("$g" report tasking-sheet --unit \$u --format csv | grep -c '^late,') \$("$g" export taskings --filter "unit:\$u late:yes" | tail -n +2 | wc -l)" >> sheets
	case \$u in
	??) [ \$u = DF ] || echo "\$u \$(PGUSER=lro_\$(echo \$u | tr A-Z a-z) psql -XAtqc "select count(*) from api.my_tasks() where section = 'late' and unit = '\$u'")" >> lists ;;
	esac
done
SH
demo --exec "$admin -f $tap_dir/count.sql > $tap_dir/got && sh $tap_dir/late.sh > $tap_dir/late" > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "the demo's taskings are counted" "$tap_dir/err"
sed -n '/[|]0$/!p' "$tap_dir/got" > "$tap_dir/wrong"
[ "$(wc -l < "$tap_dir/got")" -eq 14 ]
ok $? "all questions are answered" "$tap_dir/got"
empty "$tap_dir/wrong" "each has a history as the flow allows it, and none is missing"
n=$(sed -n 's/^summary \([0-9]*\) of lines/\1/p' "$tap_dir/late")
[ "${n:-0}" -gt 9 ]
ok $? "some are late" "$tap_dir/late"
is "$(grep -c " ${n:-x} of lines" "$tap_dir/late")" 4 "grid, summary, file of the grid and export agree on those of lines"
is "$(sed -n '/of lines/!s/.* //p' "$tap_dir/late" | sort -u | wc -l)" 1 "board, states, workload, days and export agree on all"
is "$(awk '$2 != $3' "$tap_dir/sheets")" "" "the sheet of each unit and the export agree"
is "$(awk '{ n += $2 } END { print n }' "$tap_dir/sheets")" "$(sed -n 's/^board //p' "$tap_dir/late")" "and come to the same"
is "$(awk 'NR == FNR { sheet[$1] = $2; next } sheet[$1] != $2' "$tap_dir/sheets" "$tap_dir/lists")" "" "the list of each unit's officer agrees with its sheet"
is "$(wc -l < "$tap_dir/lists")" 8 "of all eight"
nothing_left "in the end"
done_testing
