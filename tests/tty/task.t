#!/bin/sh
# SPDX-License-Identifier: MIT
# A tasking from bid to completion in three consoles on one server, declined and asked back on the way: each
# follows what the others do without a key. Then several at once, and one taken back.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server

one() {
	psql -XAtq -v ON_ERROR_STOP=1 -U postgres -c "$1"
}
# opened DESK LOGIN COLS ROWS: a console of that login, on its taskings.
opened() {
	desk $(($1 - 1))
	console "$3" "$4" "PGUSER=$2"
	await shows OFFICIAL
}
# find WORD: the cursor is on the tasking that holds it.
find() {
	keys / "$1" Enter
	await shows "^>.*$1"
}
# only WORD: nothing but what holds it is listed.
only() {
	keys f "$1" Enter
	await shows "only: $(echo "$1" | tr 'A-Z' 'a-z')"
}
# step WORDS: the form of what can be done to the tasking under the cursor.
step() {
	keys x
	await shows 'type to narrow'
	keys "$1"
	await shows "│ > .*$1"
	keys Enter
	await shows 'C-s saves'
}
# says TEXT: into the field that has the focus, and on to the next.
says() {
	keys -l "$1"
	await shows "$1"
	keys Tab
}
saves() {
	keys C-s
	shown "$1" "$2"
}
state() {
	is "$(one "select state from data.tasking where title = 'Shops on the parade'")" "$1" "$2"
}
line=$(one "select l.line_ref from data.line l where l.is_open and l.export_npu = 'BW' and not l.restricted
	and l.holder_force = 'West Midlands' and not exists (select from data.deconfliction d where l.line_id in (d.line_a, d.line_b))
	and not exists (select from data.tasking t where t.line_id = l.line_id and t.is_open)
	order by l.sort_score, l.line_ref limit 1")

opened 31 lro_bw 80 24
shown '\[4 My taskings\]' "an LRO begins with what waits for them"
only Shops
opened 21 supervisor1 132 43
keys 4
shown '\[4 My taskings\]' "the supervisor looks at theirs"
only Shops
opened 11 analyst1 110 34
keys 1
await shows '^> *[0-9]'
keys / "$line" Enter
await shows "^> .*$line"

# A bid.
keys T
shown 'Raise a tasking' "the analyst raises a tasking"
await shows 'C-s saves'
keys Tab
says 'Shops on the parade'
says 'Ask in all four'
says 'It sells behind them'
says 'BW'
saves 'is submitted for BW' "a bid is submitted"
keys 4
await shows 'My taskings'
only Shops
shown 'others.*Shops on the' "its raiser sees it waits for others"

desk 21
shown 'decide.*Shops on the' "the supervisor sees it without a key: it waits for a decision"
find Shops
keys y
shown 'Authorise' "one key authorises"
await shows 'C-s saves'
says 'Worth an afternoon'
saves 'offered' "it is offered to the unit"

# Declined, and offered again.
desk 31
shown 'answer.*Shops' "the LRO sees it without a key: it waits for an answer"
find Shops
step Decline
says 'No officer is free'
saves 'declined' "the unit declines, with a reason"
desk 21
shown 'decide.*Shops.*declined' "the supervisor sees that"
find Shops
keys Enter
shown 'No officer is free' "and why, in its history"
keys Escape
await shows 'My taskings'
step Offer
keys Tab
says 'After Monday it can'
saves 'offered' "it is offered again"

# Asked back, and answered.
desk 31
shown 'answer.*Shops' "it is with the unit again"
find Shops
step 'Return'
says 'Which four shops?'
saves 'clarification' "the unit asks back"
desk 11
shown 'decide.*Shops.*returned' "who asked for it sees that"
find Shops
step Clarify
says 'Numbers 2 to 8'
saves 'offered' "and answers"

# Done.
desk 31
shown 'answer.*Shops' "the unit has the answer"
find Shops
keys y
shown 'takes it back' "one key accepts"
state accepted "it is accepted"
keys i
await shows 'C-s saves'
says 'Two of four asked'
saves 'note was added' "progress is noted"
desk 11
shown 'Shops.*in-progress' "who asked for it sees that it is in progress"
desk 31
keys d
shown 'Record the result' "one key more, and it asks what came of it"
await shows 'C-s saves'
keys C-s
shown 'not saved' "nothing is complete without a result and its evidence"
says 'A name and a car'
says 'Report 12'
saves 'result' "the result is recorded"
desk 21
shown 'decide.*Shops.*result' "it waits to be reviewed"
find Shops
keys d
shown 'Review the result' "by somebody else"
await shows 'C-s saves'
says 'The report says so'
saves 'complete' "it is complete"
await hides 'Shops on the parade'
ok $? "and waits for nobody any more"
state complete "in the database, too"
is "$(one "select string_agg(e.step, ' ' order by e.place) from data.tasking_event e join data.tasking t using (tasking_id)
	where t.title = 'Shops on the parade'")" \
	"task_raise task_authorise task_decline task_offer task_query task_clarify task_accept task_update task_result task_review" \
	"its history tells every step"

# Several at once: one on each of three marked lines, and what is refused says why.
desk 11
keys 1
await shows '^> *[0-9]'
keys g Space Space Space T
shown '3 lines' "a tasking on each line that is marked"
await shows 'C-s saves'
keys Tab
says 'Speak to the wardens'
keys Tab
says 'They know the flats'
says 'BW'
shown 'of 3' "what would become of each stands beside it"
keys C-s
shown 'Done: \|Not done: ' "each is done or refused by itself"
made=$(one "select count(*) from data.tasking where title = 'Speak to the wardens'")
screen > "$tap_dir/summary"
is "$(sed -n 's/.*Done: \([0-9]*\) of 3.*/\1/p' "$tap_dir/summary")" "$made" "the summary counts what was made"
keys Escape
await shows '^>'
done_testing
