#!/bin/sh
# SPDX-License-Identifier: MIT
# The demo's Wednesday meeting from end to end in the real console at 80x24, with a second console following at
# 132x43: opened, decided by keys, refused to close while items are open, closed, noted late, and what it froze held
# against an export from before, after later changes.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server

chair=11
other=21
# The other way round in meeting_wide.t.
: "${chair_cols:=80}" "${chair_rows:=24}" "${other_cols:=132}" "${other_rows:=43}"
one() {
	psql -XAtq -v ON_ERROR_STOP=1 -U postgres -c "$1"
}
# opened DESK LOGIN COLS ROWS: a console of that login on the review.
opened() {
	desk $(($1 - 1))
	console "$3" "$4" "PGUSER=$2"
	await shows OFFICIAL
	keys 1
	await shows '^> *[0-9]'
	keys 5
}
# of_meeting WORDS: the form of what can be done to the meeting.
of_meeting() {
	keys e
	await shows 'type to narrow'
	keys "$1"
	await shows "│ > $1"
	keys Enter
}
# says TEXT: into the field that has the focus, and on to the next.
says() {
	keys -l "$1"
	await shows "$1"
	keys Tab
}
form() {
	keys "$1"
	await shows 'C-s saves'
}
saves() {
	keys C-s
	shown "$1" "$2"
}
# at N: the console at this desk shows that item.
at() {
	shown " item $1 of $items " "$2"
}
# settle STATE: so many items of the review are in that state.
settled() {
	is "$(one "select count(*) from data.review_item i join data.review r using (review_id) where r.week = '$week' and i.state = '$1'")" \
		"$2" "$3"
}

week=$(one "select week from data.review where state = 'prepared' order by meets_on limit 1")
opened $chair supervisor1 "$chair_cols" "$chair_rows"
shown "Review $week is prepared" "the chair sees the agenda that was prepared"
opened $other analyst1 "$other_cols" "$other_rows"
await shows "Review $week is prepared"

# Open, and follow.
desk $chair
of_meeting Open
await shows 'C-s saves'
saves "$week is open" "the meeting begins"
items=$(one "select count(*) from data.review_item i join data.review r using (review_id) where r.week = '$week'")
keys Enter
at 1 "it is at its first item"
desk $other
shown "Review $week is open" "the other console sees that without a key"
keys '='
shown 'following supervisor1' "and follows"
at 1 "to where the meeting is"
desk $chair
shown 'followed by analyst1' "the chair sees who follows"
keys n
at 2 "the chair goes on"
desk $other
at 2 "and the other console with them"

# Decide by keys.
desk $chair
form A
shown '^> Rationale' "A decision's key opens its form at the rationale"
shown 'Decision\* *adopt' "with the decision chosen"
keys C-s
shown 'is empty' "which has to be given"
says 'It is worked'
saves 'item 2: adopt' "and is kept"
shown '\* Adopt' "the item says so"
desk $other
shown '\* Adopt' "on the other console, too"
desk $chair
keys Tab
at 3 "Tab goes to the next that is undecided"
form V
says 'Who pays is not known'
keys Tab Tab
says 'Find who pays'
says INT
says 5wd
saves 'item 3: develop; T[0-9-]* is ' "a decision takes a tasking along"
is "$(one "select count(*) from data.review_tasking join data.review r using (review_id) join data.tasking t using (tasking_id)
	where r.week = '$week' and t.title = 'Find who pays' and t.unit = 'INT'")" 1 "which the unit has"
keys N N
at 1 "back"
form F
says 'The unit is not here'
saves 'goes to the next review' "an item is deferred with its reason"
form_of=$(screen | grep -c 'C-s saves')
is "$form_of" 0 "and its form is gone"
await shows '\* Defer'
keys A
shown 'item 1 is settled' "what is settled is not decided twice"

# A follower lets go, comes back, and loses the link.
desk $other
at 1 "the other console has followed so far"
keys n n n
at 4 "a key lets go"
shown 'on your own' "and says so"
desk $chair
shown 'supervisor1 has the chair *$' "the chair sees that nobody follows"
keys n n n n
at 5 "the meeting goes on"
desk $other
shown ' item 4 of ' "without who is on their own"
keys '='
at 5 "one key follows again"
desk $chair
await shows 'followed by analyst1'
one "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'analyst1' and application_name = 'gridline'" > /dev/null
keys n
at 6 "the meeting goes on while the follower's link is down"
desk $other
at 6 "whose console comes back and catches up"
desk $chair
shown 'followed by analyst1' "and is among the followers again"

# The line of an item is merged while its decision is typed.
two=$(one "select i.position || ' ' || a.line_ref || ' ' || d.deconfliction_id || ' ' || d.row_version
	from data.review_item i join data.review r using (review_id) join data.deconfliction d on d.line_b = i.line_id
	join data.line a on a.line_id = d.line_a where r.week = '$week' and i.state = 'open' and d.state = 'same' limit 1")
read -r place into double version <<- END
	$two
END
for _ in $(seq 7 "$place"); do
	keys n
done
at "$place" "an item whose line may be another's"
form M
says 'Nothing new on it'
psql -XAtq -v ON_ERROR_STOP=1 -U supervisor1 -c "select api.step('deconflict_merge', '$double', $version,
	jsonb_build_object('into_ref', '$into', 'rationale', 'SYNTHETIC'), gen_random_uuid())" > "$tap_dir/merged"
saves "merged meanwhile into $into" "nothing is decided on a line that was merged meanwhile"
shown 'Nothing new on it' "and nothing that was typed is lost"
keys Escape
shown 'kept as a draft' "it stays as a draft"
form F
says 'It goes on under the other line'
saves "item $place goes to the next review" "such an item can be deferred"

# It does not close while items are open, and says which.
await shows '\* Defer'
keys e
await shows 'type to narrow'
keys Close
await shows '│ > Close'
keys Enter
first=$(one "select string_agg(x.position::text, ', ' order by x.position) from (select i.position from data.review_item i
	join data.review r using (review_id) where r.week = '$week' and i.state = 'open' order by 1 limit 3) x")
shown "items have neither decision nor deferral: $first, " "it is not closed while items are open, which are named"
keys Escape Escape

# The rest is settled by a script, but for one, which another is typing on when the review is closed.
rest=$(one "select i.position from data.review_item i join data.review r using (review_id) where r.week = '$week' and i.state = 'open'
	order by i.line_id is not null, i.position")
last=$(echo "$rest" | tail -n 1)
for item in $rest; do
	[ "$item" -eq "$last" ] || PGUSER=supervisor1 "$gridline" review decide "$week" "$item" monitor --rationale 'Known, and worked' || break
done > "$tap_dir/decided" 2>&1
settled open 1 "the command settles the rest"
keys 5
await shows "Review $week is open"
keys Enter Tab
at "$last" "Tab finds the one that is left"
shown ' 1 undecided' "which is said"
desk $other
at "$last" "the other console has come along"
form K
says 'We should keep this one'
desk $chair
form K
says 'It was looked at'
saves "item $last: keep" "the chair decides it first"
shown 'all are settled' "nothing is left"
"$gridline" export grid --format csv > "$tap_dir/before" 2> "$tap_dir/err"
of_meeting Close
await shows 'C-s saves'
saves "$week is closed and frozen; the next is" "the review is closed"
next=$(one "select week from data.review where state = 'prepared' order by meets_on limit 1")
shown "Review $next is prepared" "the console goes on to the next review"
shown 'builds the agenda anew' "and says how it begins"

# What another was typing.
desk $other
saves "review of $week is closed" "a decision that comes too late is refused"
shown 'We should keep this one' "its text is still there"
keys Escape
shown "Review $next is prepared" "that console goes on to the next review, too"
keys :messages Enter
shown 'kept as a draft' "what was typed stays as a draft"
keys Escape
is "$(one "select cells ->> 'rationale' from data.draft where login = 'analyst1' and step = 'review_decide'")" \
	'We should keep this one' "in the database"

# Late notes are new entries, on the review as it was closed.
await shows "Review $next is prepared"
keys [
shown "Review $week is closed" "one key goes back to what was closed"
of_meeting 'Add a note'
await shows 'C-s saves'
says 2
says 'The LRO agrees'
saves 'a late note to item 2 is added' "a late note is added to it"
keys g j Enter
shown 'Late note' "and stands beside the decision"
shown '\* Adopt' "which is as it was"

# What it froze stays, whatever is changed later.
two=$(one "select line_id || ' ' || row_version from data.line where is_open and not restricted and holder_force = 'West Midlands'
	order by sort_score, sort_seen, line_ref limit 1")
read -r line version <<- END
	$two
END
psql -XAtq -v ON_ERROR_STOP=1 -U supervisor1 -c "select api.step('line_dormant', '$line', $version, '{\"reason\": \"SYNTHETIC\"}',
	gen_random_uuid())" > "$tap_dir/later" 2>&1
ok $? "a line is changed later" "$tap_dir/later"
"$gridline" export grid --format csv > "$tap_dir/now" 2>> "$tap_dir/err"
ok "$(cmp -s "$tap_dir/before" "$tap_dir/now" && echo 1 || echo 0)" "the grid is another by now"
"$gridline" export grid --format csv --as-at "$week" > "$tap_dir/frozen" 2>> "$tap_dir/err"
if cmp "$tap_dir/before" "$tap_dir/frozen" > "$tap_dir/diff" 2>&1; then
	pass "as at the review it is what was exported before it closed, byte for byte"
else
	diff "$tap_dir/before" "$tap_dir/frozen" >> "$tap_dir/diff"
	fail "as at the review it is what was exported before it closed, byte for byte" "$tap_dir/diff"
fi
done_testing
