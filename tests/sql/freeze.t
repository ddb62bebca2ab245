#!/bin/sh
# SPDX-License-Identifier: MIT
# A close blocks no writer, and yet nothing is ever dated before its freeze: who wrote before is waited for, who
# had only begun is dated after, and writers in any number leave the hash whole.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/sql/world.sh"
world_clone test_freeze
one() {
	psql -XAtqc "$1"
}
# step LOGIN STEP WEEK: what it said, or the refusal.
step() {
	PGUSER=$1 psql -XAtq 2>&1 <<-SQL
		select said from api.reviews r cross join lateral api.step('$2', r.review_id, r.version, '{}', gen_random_uuid()) where r.week = '$3';
	SQL
}
# ready: nothing is left to decide on the review of a week, which is open.
ready() {
	one "insert into data.review (series_id, force, week, meets_on, chair, prepared_at, since)
		select series_id, force, '$1', data.week_day('$1', 3), 'supervisor1', now(), now() from data.review_series
		where not exists (select from data.review where week = '$1')"
	one "update data.review set state = 'open', opened_at = now(), opened_by = 'supervisor1' where week = '$1'"
	one "update data.review_item set state = 'deferred' where review_id = (select review_id from data.review where week = '$1')"
}
# until_true SQL: the marker that something has come about.
until_true() {
	until [ "$(one "select $1")" = t ]; do :; done
}
# arrest REF PERSON: an arrest of the programme, today, entered as of the transaction's beginning.
arrest() {
	echo "insert into data.arrest (event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at)
		select '$1', data.day_of(data.clock()), 'CLTF', l.line_id, p.person_id, true, true, data.clock()
		from data.line l, data.person p where l.line_ref = 'W1' and p.person_ref = '$2';"
}
one "insert into data.person (person_ref) values ('P-1'), ('P-2')"
one "insert into data.review_series (name, force, weekday, chair) values ('Weekly', 'West Midlands', 3, 'supervisor1')"
mkfifo "$tap_dir/early" "$tap_dir/late"
psql -XAtq < "$tap_dir/early" > "$tap_dir/early.out" 2>&1 &
exec 3> "$tap_dir/early"
psql -XAtq < "$tap_dir/late" > "$tap_dir/late.out" 2>&1 &
exec 4> "$tap_dir/late"

# One has written and not ended, another has begun and not written.
ready 2022-W51
echo "set application_name = 'early'; begin; update data.line set name = 'In time' where line_ref = 'W1'; $(arrest AR-1 P-1)" >&3
echo "set application_name = 'late'; begin; select 1;" >&4
until_true "count(*) = 2 from pg_stat_activity where application_name in ('early', 'late') and state = 'idle in transaction'"
case $(step supervisor1 review_close 2022-W51) in
*'A change by postgres has begun and is not finished.'*'Close again in a moment'*) pass "who hangs is named, nothing is closed" ;;
*) fail "who hangs is named, nothing is closed" ;;
esac
is "$(one "select state from data.review where week = '2022-W51'")" open "and the review stays open"
floor=$(one 'select last_value from data.frozen_until')

# It is waited for: what it wrote is in the freeze.
step supervisor1 review_close 2022-W51 > "$tap_dir/close" &
closing=$!
until_true "last_value > $floor from data.frozen_until"
echo 'commit;' >&3
wait "$closing"
is "$(cat "$tap_dir/close")" 'the review of 2022-W51 is closed and frozen; the next is 2022-W52' "the close waits for who wrote before it"
is "$(one "select name from data.line l where line_ref = 'W1' and valid_from <= (select frozen_at from data.review where week = '2022-W51')")" \
	'In time' "and freezes what they wrote"
is "$(one "select counts from data.review_board join data.review using (review_id) where week = '2022-W51' and id = 'arrests_q3'")" 1 \
	"in the board's figures, too"
echo "update data.line set name = 'Too late' where line_ref = 'W1'; $(arrest AR-2 P-2) commit;" >&4
until_true "name = 'Too late' from data.line where line_ref = 'W1'"
is "$(one "select l.valid_from > r.frozen_at and now() > r.frozen_at from data.line l, data.review r where line_ref = 'W1' and week = '2022-W51'")" \
	t "who had begun before and writes after is dated after"
is "$(one "select a.entered_at > r.frozen_at from data.arrest a, data.review r where event_ref = 'AR-2' and week = '2022-W51'")" t \
	"and what they enter is entered after"
is "$(PGUSER=supervisor1 one "select trim_scale(change) from api.review_board_rows('2022-W51') where ref = 'AR-2'")" '' \
	"of a figure too small to be told nothing is listed"
is "$(one "update ref.setting set suppress_below = 1" > /dev/null; PGUSER=supervisor1 one "select string_agg(id || ' ' || how, ', ') from api.review_board_rows('2022-W51') where ref = 'AR-2'")" \
	'arrests_q3 recorded since' "else it is a record that came late"
is "$(one "select h.name from data.line_history h, data.review r where h.line_ref = 'W1' and r.week = '2022-W51' and h.during @> r.frozen_at")" \
	'In time' "what was frozen stands in the history"
exec 3>&- 4>&-

# Six writers without a pause, and a close in their midst.
ready 2022-W52
for writer in 1 2 3 4 5 6; do
	awk -v w="$writer" 'BEGIN { for (i = 0; i < 60; i++)
		printf "update data.line set name = '"'%d.%d'"', last_seen = date '"'2022-12-01'"' + %d where line_ref = '"'W%d'"';\n", w, i, i % 5, 1 + (i + w) % 6 }' |
		psql -XAtq -v ON_ERROR_STOP=1 > "$tap_dir/log$writer" 2>&1 &
done
until_true "count(*) > 60 from data.line_history"
is "$(step supervisor1 review_close 2022-W52)" 'the review of 2022-W52 is closed and frozen; the next is 2023-W01' "a close while six write"
grid=$(one "select md5(string_agg(g::text, E'\n' order by line_ref)) from data.review r, lateral (
	select line_ref, name, last_seen from data.line where valid_from <= frozen_at union all
	select line_ref, name, last_seen from data.line_history where during @> frozen_at) g where week = '2022-W52'")
wait
cat "$tap_dir"/log* > "$tap_dir/said"
empty "$tap_dir/said" "no writer failed or locked up"
is "$(one "select md5(string_agg(g::text, E'\n' order by line_ref)) from data.review r, lateral (
	select line_ref, name, last_seen from data.line where valid_from <= frozen_at union all
	select line_ref, name, last_seen from data.line_history where during @> frozen_at) g where week = '2022-W52'")" "$grid" \
	"the frozen grid is the same when they have ended"
is "$(one "select string_agg(week || ' ' || intact, ', ') from data.review_verify()")" '2022-W51 true, 2022-W52 true' "and the hashes are whole"
done_testing
