# SPDX-License-Identifier: MIT
"""Two million taskings with ten million versions, on a million lines: one's own list, each step of the
flow, and by which way the late ones and those due next are found. Everything is SYNTHETIC, and what is saved
stays in the database."""
import re
import subprocess

from records import OWNER, TIME, array, prepared, timed
from report import median

SAVES = 20
EACH = 2  # taskings a line
VERSIONS = 5  # superseded ones, of each
OPEN = 50  # one in so many is open
UNITS = ("BE", "BW", "CV", "DY", "SW", "SH", "WS", "WV")
# Open ones fall due from ten days ago to fifty days from now; a sixth is late.
TASKINGS = """
set session_replication_role = replica;
set synchronous_commit = off;
insert into data.tasking (tasking_ref, line_id, title, why, unit, force, state, is_open, due, raised_on, raised_by, submitted_on,
	authorised_by, authorised_on, offered_on, answer_due, answered_on, result, evidence, result_by, result_on, reviewed_by,
	reviewed_on, completed_on, valid_from)
select format('SYNT%%s', n), line_id, 'Visit the address', 'SYNTHETIC', (array[%(units)s])[1 + n / %(open)d %% %(nunits)d], 'West Midlands',
	state, state <> 'complete', due, due - 40, 'analyst1', due - 40, 'analyst2', due - 39, due - 39, due - 35,
	case when state not in ('offered', 'submitted') then due - 38 end, done, done, case when done <> '' then 'lro_bw' end,
	case when done <> '' then due - 2 end, case when state = 'complete' then 'analyst1' end,
	case when state = 'complete' then due - 1 end, case when state = 'complete' then due - 1 end, due - 38
from (
	select *, case when state in ('complete', 'result') then 'SYNTHETIC' else '' end as done
	from (
		select l.line_id, n, case when n %% %(open)d = 0
				then (array['offered', 'accepted', 'in-progress', 'in-progress', 'result'])[1 + n / (%(open)d * %(nunits)d) %% 5]
				else 'complete' end as state,
			case when n %% %(open)d = 0 then k.today - 10 + (n / %(open)d %% 60)::int else k.today - 60 - (n %% 900)::int end as due
		from (select line_id, %(each)d * row_number() over (order by line_ref) + c as n
			from data.line cross join generate_series(0, %(each)d - 1) c where line_ref like 'SYN%%') l
		cross join ref.clock k
	) x
) y;
update data.line l set open_taskings = o.n, overdue_taskings = o.late, tasked_units = o.units
from (select t.line_id, count(*) as n, count(*) filter (where t.due < k.today) as late, array_agg(distinct t.unit) as units
	from data.tasking t cross join ref.clock k where t.is_open group by t.line_id) o
where l.line_id = o.line_id and o.n <> l.open_taskings""" % {
    "units": ", ".join("'%s'" % u for u in UNITS), "nunits": len(UNITS), "open": OPEN, "each": EACH}
# Indexes are made anew after it, which is quicker than keeping them up to date.
HISTORY = """
do $$
declare
	made text[];
	name text;
begin
	set local session_replication_role = replica;
	set local synchronous_commit = off;
	select array_agg(pg_get_indexdef(indexrelid)), string_agg(indexrelid::regclass::text, ', ') into made, name
	from pg_index where indrelid = 'data.tasking_history'::regclass;
	execute 'drop index ' || name;
	insert into data.tasking_history
	select tstzrange(t.valid_from - k * interval '1 day', t.valid_from - (k - 1) * interval '1 day'), t.*
	from data.tasking t cross join generate_series(1, %d) k where t.tasking_ref like 'SYNT%%';
	foreach name in array made loop
		execute name;
	end loop;
end
$$""" % VERSIONS
EVENTS = """
set session_replication_role = replica;
set synchronous_commit = off;
insert into data.tasking_event (tasking_id, at, recorded_at, login, step, to_state, said)
select t.tasking_id, t.valid_from, now() - interval '8 days' - (row_number() over ()) * interval '1 second', 'analyst1', 'task_raise',
	'submitted', 'SYNTHETIC' from data.tasking t where t.tasking_ref like 'SYNT%'"""
# The two walks that every list of work begins with.
WALKS = (
    ("overdue", "select tasking_ref from data.tasking t cross join (select today from ref.clock) k"
     " where t.is_open and t.due < k.today order by t.due limit 50"),
    ("due next", "select tasking_ref from data.tasking t cross join (select today from ref.clock) k"
     " where t.is_open and t.due >= k.today order by t.due limit 50"),
)
FLOW = (
    # what, who, step, cells
    ("authorised", "analyst2", "task_authorise", {"reason": "SYNTHETIC"}),
    ("accepted", "lro_bw", "task_accept", {}),
    ("begun", "lro_bw", "task_start", {}),
    ("told of", "lro_bw", "task_update", {"reason": "SYNTHETIC"}),
    ("done, with a result", "lro_bw", "task_result", {"result": "SYNTHETIC", "evidence": "SYNTHETIC"}),
    ("reviewed", "analyst1", "task_review", {"reason": "SYNTHETIC"}),
)


def number(cluster, query):
    return int(cluster.sql(query, user=OWNER))


def with_taskings(cluster):
    """They go in once; a kept database has them already. (taskings, versions)"""
    lines = number(cluster, "select count(*) from data.line where line_ref like 'SYN%'")
    if number(cluster, "select count(*) from data.tasking") < EACH * lines:
        cluster.sql(TASKINGS, user=OWNER)
        cluster.sql(EVENTS, user=OWNER)
        cluster.sql(HISTORY, user=OWNER)
        for table in ("data.tasking", "data.tasking_history", "data.tasking_event", "data.line"):
            cluster.sql("vacuum (analyze) " + table, user=OWNER)
        cluster.sql("checkpoint", user=OWNER)
    return (number(cluster, "select count(*) from data.tasking"), number(cluster, "select count(*) from data.tasking_history"))


def own_list(bench, report):
    taskings, versions = with_taskings(bench.large)
    report.heading("One's own taskings, of %s with %s versions" % (format(taskings, ","), format(versions, ",")))
    for login in ("lro_bw", "analyst1", "supervisor1"):
        rows = bench.large.sql("select count(*) from api.my_tasks()", user=login)
        times = timed(bench.large, login, ["\\timing on"] + ["select * from api.my_tasks();"] * 8)
        report.at_most("the list of %s, %s of them" % (login, rows), median(times[1:]), 20, "ms")
        report.at_most("the first time in a session", times[0], 20, "ms")
    new = timed(bench.large, "lro_bw", ["\\timing on"] + ["select api.tasks_new();"] * 8)
    report.beside("how many are new", median(new[1:]), "ms")
    for what, query in WALKS:
        plan = bench.large.sql("explain (analyze, buffers) " + query, user=OWNER)
        read = sum(int(n) for n in re.findall(r"rows=(\d+) loops=1\)$", plan, re.M)[1:2])
        seq = len(re.findall(r"Seq Scan on (?:data\.)?tasking|Sort", plan))
        report.at_most("%s: sorts and whole tables in its plan" % what, seq, 0, "")
        report.beside("%s: rows read for fifty" % what, read, "rows")


def raised(bench):
    """A tasking on each of some lines that are far apart, for BW: (id, version)."""
    every = bench.large.lines // SAVES
    cells = {"title": "Bench", "reason": "SYNTHETIC", "unit": "BW", "due": "5wd", "route": "local", "submit": "yes"}
    lines = [bench.large.sql("select line_id from data.line where is_open and line_ref between 'SYN%07d' and 'SYN9999999'"
                             " order by line_ref limit 1" % (i * every), user=OWNER) for i in range(SAVES)]
    times = timed(bench.large, "analyst1", [
        prepared("step", "text, uuid, int, text[], text[], uuid"), "\\timing on",
        *("execute step('task_raise', '%s', null, %s, %s, gen_random_uuid());" % (
            line, array(cells.keys()), array(cells.values())) for line in lines)])
    return times


def under_way(bench):
    rows = bench.large.sql("select tasking_id, row_version from data.tasking where title = 'Bench' order by valid_from desc, tasking_ref desc"
                           " limit %d" % SAVES, user=OWNER)
    return [row.split("|") for row in rows.splitlines()]


def flow(bench, report):
    taskings, _ = with_taskings(bench.large)
    report.heading("A step of a tasking, committed, of %s" % format(taskings, ","))
    times = raised(bench)
    report.at_most("raised", median(times[1:]), 20, "ms")
    report.beside("raised, the first of a session", times[0], "ms")
    for what, login, name, cells in FLOW:
        times = timed(bench.large, login, [
            prepared("step", "text, uuid, int, text[], text[], uuid"), "\\timing on",
            *("execute step('%s', '%s', %s, %s, %s, gen_random_uuid());" % (
                name, key, version, array(cells.keys()), array(cells.values())) for key, version in under_way(bench))])
        report.at_most(what, median(times[1:]), 20, "ms")
        report.beside(what + ", the first of a session", times[0], "ms")


ALL = (own_list, flow)
