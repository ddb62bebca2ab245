#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline demo --rows N goes past the triggers: what they would have kept is held here against a
# recount from the tables it is kept from.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/demo.sh"

cat > "$tap_dir/recount.sql" << 'SQL'
set search_path = data, pg_catalog;
select 'new lines: ' || count(*) from line where line_ref ~ '^SYN';
select 'tally: ' || count(*) from (
	select grid_part, sort_score, sort_seen, count(*) as n from line where is_open and score is not null group by 1, 2, 3
	except select grid_part, sort_score, sort_seen, n from rank_tally) x;
select 'tally total: ' || (select sum(n) from rank_tally) - count(*) from line where is_open and score is not null;
select 'score total: ' || (select sum(n) from rank_score) - count(*) from line where is_open and score is not null;
select 'search text: ' || count(*) from line l left join search.line s using (line_id)
where s.text is distinct from data.search_key(concat_ws(E'\n', line_ref, name, array_to_string(aliases, E'\n')))
	or l.search_text is distinct from s.text;
select 'search rows: ' || (select count(*) from search.line) - count(*) from line;
select 'score: ' || count(*) from line l left join assessment a using (assessment_id)
where (l.score, l.band, l.line_id) is distinct from (a.total, data.band_of(a.total), a.line_id)
	and not (l.score is null and a.total is null);
select 'lists: ' || count(*) from line l
where imports <> array(select area from line_import x where x.line_id = l.line_id order by 1)
	or drugs <> array(select drug from line_drug x join ref.drug r on r.code = x.drug where x.line_id = l.line_id order by r.position)
	or aliases <> array(select alias collate "C" from line_alias x where x.line_id = l.line_id order by 1)
	or group_refs <> array(select group_ref from line_group x join crime_group using (group_id)
		where x.line_id = l.line_id order by 1);
select 'texts: ' || count(*) from line
where (imports_text, drugs_text, aliases_text, groups_text) is distinct from (array_to_string(imports, ';'),
	array_to_string(drugs, ';'), array_to_string(aliases, ';'), array_to_string(group_refs, ';'));
select 'taskings: ' || count(*) from line l cross join lateral (
	select count(*) as open, count(*) filter (where due < c.today) as late
	from tasking t cross join ref.clock c where t.line_id = l.line_id and t.is_open) t
where (open_taskings, overdue_taskings) is distinct from (t.open, t.late);
select 'units: ' || count(*) from line l
where tasked_units <> array(select distinct unit from tasking t where t.line_id = l.line_id and t.is_open order by 1);
select 'status: ' || count(*) from line l join ref.line_status s on s.code = l.status where l.is_open <> s.is_open;
select 'codes: ' || count(*) from line l
where not exists (select from ref.force f where f.code = l.export_force)
	or not exists (select from ref.force f where f.code = l.holder_force)
	or l.export_npu is not null and not exists (select from ref.unit u where u.code = l.export_npu)
	or l.lro is not null and not exists (select from staff s where s.login = l.lro);
select 'dates: ' || count(*) from line, ref.clock
where first_seen > last_seen or greatest(last_seen, last_review) > today or created_at > at or valid_from > at;
select 'week ranks: ' || count(*) from (
	(select line_id, rank from data.rank_at('West Midlands', (select week_start from ref.clock))
	except select line_id, rank from week_rank where force = 'West Midlands')
	union all (select line_id, rank from week_rank where force = 'West Midlands'
	except select line_id, rank from data.rank_at('West Midlands', (select week_start from ref.clock)))) x;
select 'triggers asleep: ' || count(*) from pg_trigger where tgenabled <> 'O';
select 'indexes: ' || count(*) from pg_index where indrelid = 'line'::regclass and indisvalid;
select 'spread: ' || (count(distinct score) = 101 and min(score) = 0 and max(score) = 100 and count(distinct export_npu) = 8)
from line where line_ref ~ '^SYN';
SQL
cat > "$tap_dir/expected" << 'TEXT'
new lines: 2000
tally: 0
tally total: 0
score total: 0
search text: 0
search rows: 0
score: 0
lists: 0
texts: 0
taskings: 0
units: 0
status: 0
codes: 0
dates: 0
week ranks: 0
triggers asleep: 0
indexes: INDEXES
spread: true
TEXT

psql_admin="psql -XAtq -v ON_ERROR_STOP=1 -U postgres"
demo --empty --exec "$psql_admin -c \"select count(*) from pg_index where indrelid = 'data.line'::regclass\"" \
	> "$tap_dir/indexes" 2> "$tap_dir/err"
sed "s/INDEXES/$(cat "$tap_dir/indexes")/" "$tap_dir/expected" > "$tap_dir/wanted"

demo --rows 2000 --exec "$psql_admin -f $tap_dir/recount.sql || exit
	psql -XAtqc 'select api.day_turn()'
	psql -XAtqc \"select count(*) from api.grid g join api.standing(array(select line_id from api.grid)) s using (line_id)
		where g.rank is distinct from s.rank\"" > "$tap_dir/out" 2> "$tap_dir/err"
ok $? "the recount runs" "$tap_dir/err"
sed '$d' "$tap_dir/out" | sed '$d' > "$tap_dir/got"
same "$tap_dir/wanted" "$tap_dir/got" "all that triggers keep is as they would have it"
is "$(tail -n 2 "$tap_dir/out" | tr '\n' ' ')" "f 0 " "no turn is due, and ranks stand"
holds "$tap_dir/err" '2000 of 2000 lines' "progress is told"
nothing_left "in the end"

done_testing
