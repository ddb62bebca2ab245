#!/bin/sh
# SPDX-License-Identifier: MIT
# gridline audit: a whole log is said to be whole and a broken one where; a page of a report is found
# in the log it was printed from, and in no other; entries are listed for auditors only.
set -u
. "$top_srcdir/tests/lib/tap.sh"
. "$top_srcdir/tests/cli/data.sh"
data_database cli_audit

printf 'group_ref,kind,name,mapped,band\nG-1,OCG,SYNTHETIC Harrow,yes,\n' > groups.csv
printf 'line_ref,name,status,export_force,export_npu,first_seen,last_seen\nL-1,SYNTHETIC Acorn,active,West Midlands,BE,2022-01-02,2022-12-01\n' > lines.csv
as analyst1 import groups groups.csv
as analyst1 import lines lines.csv
did 0 "there is something to log"
as analyst1 report grid --recipient 'Board secretary'
did 0 "a page is handed out"
page=$(tr '\n' ' ' < "$out" | sed -E 's/.*Head of the log: entry ([0-9]+), ([0-9a-f]{64}).*/--entry \1 --hash \2/')

as auditor1 audit verify
did 0 "the log is whole"
is "$(cat "$out")" "the log is whole: $(rows 'select count(*) from audit.entry') entries, head $(rows "select encode(hash, 'hex') from audit.head")" "with its head"
as analyst1 export groups
# shellcheck disable=SC2086 # two options
as auditor1 audit verify $page
did 0 "the page is in it, though it has grown"
holds "$out" ' is the one on the page$' "by its entry"
as auditor1 audit verify --entry 1 --hash "${page##* }"
did 1 "another entry is not the page's"
as auditor1 audit verify --entry 999999 --hash "${page##* }"
did 1 "nor is one that is not there"
holds "$err" 'the log has no entry 999999' "which is said"
as analyst1 audit verify
did 1 "who is no auditor may not ask"

as auditor1 audit show --operation disclosure --login analyst1 --format csv
did 0 "what somebody handed out"
cut -d, -f1,3-6,8 "$out" > got
{
	echo 'entry_id,operation,login,object_kind,object_id,recipient'
	rows "select concat_ws(',', entry_id, operation, login, object_kind, object_id, recipient) from audit.entry
		where operation = 'disclosure' and login = 'analyst1' order by entry_id desc"
} > expected
same expected got "is listed, the latest first"
holds got 'report grid,Board secretary' "with to whom"
is "$(rows "select object_id || '|' || (detail ->> 'rows') from audit.entry order by entry_id desc limit 1")" 'audit log|2' "which is in the log itself"
as auditor1 audit show --to 2001-01-01 --format json
is "$(cat "$out")" '[]' "of days without one there is none"
as auditor1 audit show
[ "$(head -n 1 "$out")" = OFFICIAL-SENSITIVE ] && grep -q '^Entry  At ' "$out"
ok $? "for people as a table, marked" "$out"
as supervisor1 audit show
did 1 "who is no auditor sees none"
holds "$err" 'only auditors may read the log' "and is told"
for wrong in '' 'verfy' 'verify --from 2022-01-01' 'show --entry 1' 'verify --entry 1' 'verify --entry x --hash 0' 'show --from yesterday'; do
	# shellcheck disable=SC2086 # words of a command line
	as auditor1 audit $wrong
	did 2 "wrong usage: audit $wrong"
done

# Broken by a superuser, the only one who can.
rows "set session_replication_role = replica; update audit.entry set login = 'nobody' where entry_id = 2" > /dev/null
as auditor1 audit verify
did 1 "a changed entry"
holds "$err" 'the log is broken at entry 2: this entry or the one before it was changed' "is found"
[ ! -s "$out" ]
ok $? "and nothing says that it is whole"
done_testing
