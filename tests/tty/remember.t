#!/bin/sh
# SPDX-License-Identifier: MIT
# What the console remembers of its user from one time to the next, and keys typed by a file.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/tty/tty.sh"
tty_server
state=$tap_dir/home/.local/state/gridline/state

console 100 24
shown '^> *1 ' "the grid"
shown 'Band' "with its bands"
keys c Down Down Down Down Space Enter
await hides 'Band'
ok $? "a column is hidden"
keys f
shown '^filter:' "a filter is asked for"
keys -l 'npu:BE'
keys Enter
shown 'f: npu:BE' "and set"
keys V
shown '^save as view:' "a name is asked for"
keys -l 'my east'
keys Enter
shown 'saved as view my east' "and kept"
keys q
await test -s "$tap_dir/status"
is "$(stat -c %a "$state")" 600 "the state is the user's alone"

console 100 24
shown '^> *1 ' "another time"
hides 'Band'
ok $? "the column is still hidden"
keys v
shown 'my east' "the view is in the menu"
keys -l 'my east'
keys Enter
shown 'view my east' "and can be chosen"
keys f
shown '^filter:' "a filter is asked for"
keys Up
shown '^filter: npu:BE' "the line typed then is there"
keys Escape
keys ':'
shown '^:' "a request"
keys -l 'view-delete my east'
keys Enter
shown 'my east is deleted' "a view of one's own can be deleted"
keys q
await test -s "$tap_dir/status"

echo 'broken {' > "$state"
console 100 24
shown '^> *1 ' "a broken state does not matter"
shown 'Band' "what was remembered is gone"
keys q
await test -s "$tap_dir/status"

cat > "$tap_dir/keys" <<- END
	# down three, then what is overdue
	j j j
	:save-screen $tap_dir/first
	o
	:save-screen $tap_dir/overdue
	/ "salty" Enter
	f "npu:BE" Enter
	:save-screen-styles $tap_dir/filtered
	q
END
console 80 24 --script "$tap_dir/keys"
await test -s "$tap_dir/status"
is "$(cat "$tap_dir/status")" 0 "a script is typed to its end"
holds "$tap_dir/first" '^> *4 ' "the screen after its first line"
holds "$tap_dir/overdue" 'view overdue' "after a request"
holds "$tap_dir/filtered" 'f: has:overdue npu:BE' "after text"
is "$(grep -c '^$' "$tap_dir/filtered")" 1 "how it looks stands below what it says"
"$gridline" --script "$tap_dir/nosuch" > "$tap_dir/out" 2>&1
is $? 1 "a script that is not there is refused"
holds "$tap_dir/out" 'nosuch: No such file' "by its name"

done_testing
