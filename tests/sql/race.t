#!/bin/sh
# SPDX-License-Identifier: MIT
# Writers at the same time: nobody locks up, no count goes astray, the chain stays one chain.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/sql/world.sh"
world_clone test_race
one() {
	psql -XAtqc "$1"
}
one "insert into data.line (line_ref, holder_force, shared, status, export_force, score, band, last_seen)
	select 'R' || to_char(i, 'FM000'), 'West Midlands', i % 2 = 0, 'active', 'West Midlands', i % 5, 'low', date '2022-12-01' - i % 3
	from generate_series(1, 200) i"
entries=$(one "select count(*) from audit.entry")

# Six writers of twenty statements; each moves lines of its own between the scores and days that all
# share, in another order, changes who sees them, and records events on everybody's.
for writer in 1 2 3 4 5 6; do
	awk -v w="$writer" 'BEGIN {
		for (i = 0; i < 20; i++)
			printf "update data.line set score = (right(line_ref, 1)::int * %d + %d) %% 5, " \
			    "last_seen = date '"'2022-12-01'"' - (%d + %d) %% 3, shared = not shared " \
			    "where line_ref like '"'R%%'"' and right(line_ref, 2)::int %% 6 = %d;\n" \
			    "insert into data.disruption (event_ref, on_day, unit, line_id, grade, four_p, drugs_linked, programme, entered_at) " \
			    "select '"'DI%d-%d-'"' || line_ref, '"'2022-12-01'"', '"'CLTF'"', line_id, '"'minor'"', '"'Pursue'"', true, true, '"'2022-12-02'"' " \
			    "from data.line where line_ref = '"'R%03d'"';\n" \
			    "update data.disruption set voided_at = '"'2022-12-03'"', voided_by = '"'W'"', void_reason = '"'W'"' " \
			    "where event_ref like '"'DI%d-%d-%%'"';\n", w, i, i, w, w - 1, w, i, w * 17 + i, w, i - 3
	}' > "$tap_dir/writer$writer"
	psql -XAtq -v ON_ERROR_STOP=1 -f "$tap_dir/writer$writer" > "$tap_dir/log$writer" 2>&1 &
done
# Readers take their two steps meanwhile.
for login in analyst1 analyst2 supervisor1; do
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		echo "select api.consult('line', line_id, 'race') as token from api.grid where line_ref = 'W1' \\gset"
		echo "select api.dossier(:'token') ->> 'kind';"
		echo "select api.day_turn() \\g /dev/null"
	done | PGUSER=$login psql -XAtq -v ON_ERROR_STOP=1 > "$tap_dir/reader.$login" 2>&1 &
done
wait
cat "$tap_dir"/log* > "$tap_dir/said"
empty "$tap_dir/said" "no writer failed or locked up"
is "$(cat "$tap_dir"/reader.* | sort | uniq -c | tr -s ' ')" " 30 line" "every consultation opened its record"
is "$(one "select count(*) from ((select grid_part, sort_score, sort_seen, n from data.rank_tally where n <> 0
	except select grid_part, sort_score, sort_seen, count(*)::int from data.line where is_open and score is not null group by 1, 2, 3)
	union all (select grid_part, sort_score, sort_seen, count(*)::int from data.line where is_open and score is not null group by 1, 2, 3
	except select grid_part, sort_score, sort_seen, n from data.rank_tally)) x")" 0 "tallies are what counting says"
is "$(one "select count(*) from data.tally_faults()")" 0 "so are those of who sees what"
is "$(one "select count(*) from data.disruption where voided_at is not null")" 102 "and every event was recorded"
is "$(one "select coalesce(problem, '') || (entries - $entries >= 30) from audit.verify()")" true "the log is one whole chain"
is "$(one "select count(*) from data.week_turn")" 1 "the turn was taken once"
is "$(one "select count(*) from data.week_rank")" "$(one "select count(*) from data.rank_at('West Midlands', (select week_start from ref.clock))")" \
	"and whole"
done_testing
