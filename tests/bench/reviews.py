# SPDX-License-Identifier: MIT
"""The weekly review over a million lines that changed for ten years, one in a hundred each week, and 520 reviews
held: building an agenda, stepping a week back as at then, what changed between two weeks, a freeze while
twenty people write, what a week takes up, and fifty consoles that follow the chair. Everything is SYNTHETIC."""
import contextlib
import subprocess
import threading
import time

from live import APART, CONSOLES, ROOM, WARM, WRITERS, Listener, Session, Writers, consoles, marker
from records import OWNER, TIME, array, prepared
from report import median
from taskings import number

REVIEWS = 520
EACH_WEEK = 100  # one line in so many changes in a week
ITEMS = 20  # of a review held
RUNS = 7
WEEK_LOGINS = ("analyst1", "lro_bw", "supervisor1")
MOVES = 20  # of the chair
MEMORY = "1GB"
SERIES = "County lines tasking"
FIRST, WHOLE = 60, 500  # lines that the console asks for: first, then in all
AGO = (("the week before", 1), ("a year back", 52), ("five years back", 260), ("nine and a half years back", 494))

# Half of the lines are older than that, the others came one by one. A line's versions differ in what ranks it, in its
# unit, its taskings and, now and then, in whether it stood on the grid at all. Triggers and indexes are asleep, and what
# they would have kept is made at the end.
VERSIONS = """
do $$
declare
	made text[];
	names text;
	bands text[] := array(select data.band_of(score) from generate_series(0, 100) score);
begin
	set local session_replication_role = replica;
	set local synchronous_commit = off;
	set local work_mem = '256MB';
	set local maintenance_work_mem = '512MB';
	select array_agg(pg_get_indexdef(i.indexrelid)), string_agg(i.indexrelid::regclass::text, ', ') into made, names
	from pg_index i where i.indrelid in ('data.line'::regclass, 'data.line_history'::regclass)
		and not exists (select from pg_constraint c where c.conindid = i.indexrelid);
	execute 'drop index ' || names;
	delete from data.line_history h where h.line_ref like 'SYN%%';
	create temporary table came on commit drop as
	select l.line_id, l.line_ref, case when hashint8extended(i, 21) %% 2 = 0 then c.at - interval '11 years'
		else c.at - interval '1 second' * (abs(hashint8extended(i, 22)) %% %(seconds)d) end as at
	from (select x.line_id, x.line_ref, row_number() over (order by x.line_ref) as i from data.line x where x.line_ref like 'SYN%%') l
	cross join ref.clock c;
	create temporary table change on commit drop as
	select l.line_id, x.at, (hashint8extended(x.k, 23) & 1073741823)::int as roll, (row_number() over w)::int as n,
		coalesce(lead(x.at) over w, 'infinity') as ends
	from (
		select c.line_id, c.at, 0 as k from came c
		union all
		select c.line_id, x.at, x.k
		from (select k, clock.at - interval '1 second' * (abs(hashint8extended(k, 24)) %% %(seconds)d) as at,
				'SYN' || lpad((1 + abs(hashint8extended(k, 25)) %% %(lines)d)::text, 7, '0') as line_ref
			from generate_series(1, %(changes)d) k cross join ref.clock clock) x
		join came c on c.line_ref = x.line_ref and c.at < x.at
	) x join came l using (line_id)
	window w as (partition by l.line_id order by x.at);
	update data.line l set valid_from = x.at, row_version = x.n, created_at = c.at
	from change x join came c using (line_id) where x.ends = 'infinity' and x.line_id = l.line_id;
	insert into data.line_history (during, line_id, line_ref, name, name_key, holder_force, shared, grid_part, restricted, readers, status, is_open,
		export_force, export_npu, lro, bulk_marketing, first_seen, last_seen, last_review, score, band, assessment_id, sort_score, sort_seen,
		open_taskings, overdue_taskings, tasked_units, aliases, aliases_text, imports, imports_text, drugs, drugs_text, group_refs, groups_text,
		search_text, created_at, row_version, changed_by, valid_from)
	select tstzrange(x.at, x.ends), l.line_id, l.line_ref, l.name, l.name_key, l.holder_force, l.shared, l.grid_part, l.restricted, l.readers,
		case when x.roll %% 29 = 0 then 'closed-other' else (array['reported', 'developing', 'active', 'tasked'])[1 + x.roll %% 4] end,
		x.roll %% 29 <> 0, l.export_force, case when x.roll %% 10 = 0 then 'BE' else l.export_npu end, l.lro, l.bulk_marketing,
		least(l.first_seen, s.seen), s.seen, least(l.last_review, x.at::date), s.score, bands[1 + s.score], l.assessment_id,
		-coalesce(s.score, -1), date '1970-01-01' - s.seen, x.roll / 7 %% 3, x.roll / 7 %% 3 / 2, l.tasked_units, l.aliases,
		l.aliases_text, l.imports, l.imports_text, l.drugs, l.drugs_text, l.group_refs, l.groups_text,
		l.search_text, l.created_at, x.n, 'SYNTHETIC', x.at
	from change x join data.line l using (line_id)
	cross join lateral (select case when l.score is not null then least(100, greatest(0, l.score + x.roll / 13 %% 21 - 10)) end as score,
		x.at::date - 1 - x.roll / 11 %% 700 as seen) s
	where x.ends < 'infinity' order by x.ends;
	foreach names in array made loop
		execute names;
	end loop;
end
$$"""

# The weeks before the demo's own, in its series, each Wednesday at eleven.
HELD = """
set session_replication_role = replica;
set synchronous_commit = off;
create temporary table held as
select s.series_id, d.meets_on, md5('bench review ' || d.meets_on)::uuid as review_id, md5('bench review ' || d.meets_on - 7)::uuid as before,
	d.meets_on + time '11:00' as at
from data.review_series s
cross join lateral (select (select min(r.meets_on) from data.review r where r.series_id = s.series_id) - 7 * n as meets_on
	from generate_series(1, %(reviews)d) n) d
where s.name = '%(series)s' and s.force = 'West Midlands';
insert into data.review (review_id, series_id, force, week, meets_on, chair, attendees, units, state, prepared_at, prepared_by, opened_at, opened_by,
	closed_at, closed_by, since, frozen_at, frozen_after, frozen_hash)
select h.review_id, h.series_id, 'West Midlands', to_char(h.meets_on, 'IYYY-"W"IW'), h.meets_on, 'supervisor1', '{supervisor1,analyst1}', '{CLTF}', 'closed',
	h.at - interval '1 day', 'analyst1', h.at - interval '1 hour', 'analyst1', h.at, 'supervisor1', h.at - interval '7 days', h.at,
	(select b.review_id from held b where b.review_id = h.before), sha256(convert_to('SYNTHETIC ' || h.meets_on, 'UTF8'))
from held h;
insert into data.review_item (item_id, review_id, position, kind, line_id, why, state)
select md5('bench item ' || h.meets_on || ' ' || n)::uuid, h.review_id, n, 'top', l.line_id, '{SYNTHETIC}', 'decided'
from held h cross join generate_series(1, %(items)d) n
join data.line l on l.line_ref = 'SYN' || lpad((1 + abs(hashint8extended(n + 1000 * (h.meets_on - date '2000-01-01'), 31)) %% %(lines)d)::text, 7, '0')
on conflict do nothing; -- among few lines one is met twice
insert into data.review_decision (review_id, item_id, line_id, decision, rationale, decided_by, decided_at, authority, recorded_by, said)
select i.review_id, i.item_id, i.line_id, 'monitor', 'SYNTHETIC', 'supervisor1', h.at, 'chair', 'analyst1', 'SYNTHETIC'
from data.review_item i join held h using (review_id);
insert into data.review_figure (review_id, position, measure, n)
select h.review_id, f.position, f.measure, f.n
from held h cross join (select f.* from data.review_figure f join data.review r using (review_id) join data.review_series s using (series_id)
	where s.name = '%(series)s' and r.week = '2022-W51') f;
"""


def set_up(cluster):
    """A server for a million lines has memory for the indexes it walks, which a demo's has not, and room for all."""
    if cluster.sql("show shared_buffers", user=OWNER) != MEMORY:
        cluster.sql("alter system set shared_buffers = '%s'" % MEMORY, user=OWNER)
        cluster.sql("alter system set max_connections = %d" % ROOM, user=OWNER)
        cluster.close()
        cluster.__init__(cluster.gridline, cluster.folder, 0)


def with_reviews(cluster):
    """They go in once; a kept database has them already: (versions, reviews)."""
    set_up(cluster)
    lines = number(cluster, "select count(*) from data.line where line_ref like 'SYN%'")
    changes = lines * REVIEWS // EACH_WEEK
    count = "select count(*) from data.line_history"
    if number(cluster, count) < changes * 0.6:
        cluster.sql(VERSIONS % {"lines": lines, "changes": changes, "seconds": 7 * 86400 * REVIEWS}, user=OWNER)
        cluster.sql("set session_replication_role = replica; select data.tally_rebuild()", user=OWNER)
        for table in ("line", "line_history"):
            cluster.sql("vacuum (analyze) data." + table, user=OWNER)
    held = "select count(*) from data.review where state = 'closed'"
    missing = REVIEWS - number(cluster, held)
    if missing > 0:
        cluster.sql(HELD % {"lines": lines, "reviews": missing, "items": ITEMS, "series": SERIES}, user=OWNER)
        cluster.sql("vacuum (analyze) data.review, data.review_item, data.review_decision, data.review_figure", user=OWNER)
        cluster.sql("checkpoint", user=OWNER)
    return number(cluster, count), number(cluster, held)


class Measured:
    """A session that stays: what a statement took on the clock and of a processor, in milliseconds."""

    def __init__(self, cluster, login, *before):
        self.session = Session(cluster, login)
        self.session.psql.stdin.write("select pg_backend_pid();\n")
        self.session.psql.stdin.flush()
        self.pid = int(self.session.psql.stdout.readline())
        self.session.run("\\o /dev/null\n" + ";\n".join(before or ("select 1",)))

    def spent(self):
        with open("/proc/%d/schedstat" % self.pid) as f:
            return int(f.read().split()[0]) / 1e6

    def run(self, sql):
        before = self.spent()
        sent, done = self.session.run(sql)
        return (done - sent) * 1e3, self.spent() - before


@contextlib.contextmanager
def measured(cluster, login, *before):
    m = Measured(cluster, login, *before)
    try:
        yield m
    finally:
        m.session.close()


def tell(report, what, times, bar):
    """Held to its bar by the least time it took of a processor: others work on the machine, too, and make it wait."""
    report.at_most(what, min(cpu for _, cpu in times), bar, "ms", "of a processor; %.0f on the clock" % min(wall for wall, _ in times))


def current(cluster, state=""):
    """The review that is not closed: (id, version, week, state)."""
    row = cluster.sql("select review_id, row_version, week, state from data.review where state <> 'closed' and force = 'West Midlands'"
                      " and state ~ '%s' order by state = 'open' desc, meets_on limit 1" % state, user=OWNER)
    if not row:
        raise RuntimeError("no review is prepared")
    return row.split("|")


def step_of(cluster, name, cells="{}"):
    review_id, version, _, _ = current(cluster)
    return "select from api.step('%s', '%s', %s, '%s', gen_random_uuid())" % (name, review_id, version, cells)


def opened(cluster):
    if current(cluster)[3] == "prepared":
        cluster.sql(step_of(cluster, "review_open"), user="supervisor1")


def settled(cluster):
    """Nothing is left to decide on the open one."""
    cluster.sql("set session_replication_role = replica; delete from data.review_item where state = 'open' and review_id = '%s'"
                % current(cluster)[0], user=OWNER)


def frozen(cluster):
    opened(cluster)
    settled(cluster)
    cluster.sql(step_of(cluster, "review_close"), user="supervisor1")


def since_frozen(cluster):
    return number(cluster, "select count(*) from data.line where valid_from > (select max(frozen_at) from data.review)")


def change(cluster, lines):
    """Another score, another day: as much as a week brings."""
    cluster.sql("update data.line l set score = abs(l.score - 7), band = data.band_of(abs(l.score - 7)), first_seen = l.first_seen - 1, last_seen = l.last_seen - 1"
                " where l.line_id in (select x.line_id from data.line x where x.line_ref like 'SYN%%' and x.is_open and x.score is not null"
                " order by md5(x.line_ref || %d) limit %d)" % (time.time(), lines), user=OWNER)


def agenda(bench, report):
    versions, reviews = with_reviews(bench.large)
    week = bench.large.lines // EACH_WEEK
    if since_frozen(bench.large) < week:
        change(bench.large, week)
    since = format(since_frozen(bench.large), ",")
    print("\nThe reviews: with %s of shared buffers" % MEMORY)
    report.heading("The agenda of a review, of %s with %s versions and %d reviews; %s changed since the last" % (
        bench.many, format(versions, ","), reviews, since))
    if current(bench.large)[3] == "open":
        frozen(bench.large)
    with measured(bench.large, "supervisor1") as m:
        tell(report, "built again", [m.run(step_of(bench.large, "review_refresh")) for _ in range(RUNS)], 1000)
        tell(report, "built as the meeting opens", [m.run("begin;" + step_of(bench.large, "review_open") + "; rollback") for _ in range(RUNS)], 1000)
    report.beside("items on it", number(bench.large, "select count(*) from data.review_item where review_id = '%s'" % current(bench.large)[0]), "")


def ago(cluster, weeks):
    return cluster.sql("select data.week_before(to_char(c.today, 'IYYY-\"W\"IW'), %d) from ref.clock c" % weeks, user=OWNER)


def stepping(bench, report):
    with_reviews(bench.large)
    report.heading("A step to a week with [, of %s: its first screen, and all that is held of it" % bench.many)
    for login in WEEK_LOGINS:
        with measured(bench.large, login, prepared("grid_week", "text, int, boolean")) as m:
            for what, weeks in AGO:
                ask = "execute grid_week('%s', %%d, false)" % ago(bench.large, weeks)
                tell(report, "%s, %s, the first screen" % (login, what), [m.run(ask % FIRST) for _ in range(RUNS)], 100)
                times = [m.run(ask % WHOLE) for _ in range(RUNS)]
                report.beside("all of it", min(cpu for _, cpu in times), "ms", "of a processor; %.0f on the clock" % min(wall for wall, _ in times))


def changes(bench, report):
    with_reviews(bench.large)
    report.heading("What changed between two weeks, of %s" % bench.many)
    for what, weeks in AGO:
        two = ago(bench.large, weeks + 1), ago(bench.large, weeks)
        rows = bench.large.sql("select count(distinct line_id) from api.review_changes('%s', '%s')" % two, user="analyst1")
        with measured(bench.large, "analyst1", prepared("report_changes", "text, text")) as m:
            tell(report, "%s, %s lines" % (what, rows), [m.run("execute report_changes('%s', '%s')" % two) for _ in range(3)], 1000)


def sizes(cluster):
    return number(cluster, "select sum(pg_total_relation_size(c.oid)) from pg_class c where c.relnamespace = 'data'::regnamespace"
                  " and c.relkind = 'r' and c.relname ~ '^(line_history|tasking_history|review.*|rank_.*)$'")


def storage(bench, report):
    with_reviews(bench.large)
    report.heading("What a frozen week takes up: versions, their indexes, the review")
    for cluster, lines in ((bench.small, ()), (bench.large, (0, 100, 10000))):
        frozen(cluster)  # so that what went before is not counted
        many = format(cluster.lines, ",") + " lines"
        for n in lines or (0,):
            before = sizes(cluster)
            if n:
                change(cluster, n)
            frozen(cluster)
            report.beside("of %s, %s changed" % (many, format(n, ",")), sizes(cluster) - before, "B")


class Writer:
    """A session that takes a step, and the next as soon as it was answered; when each ended and how long it took."""

    def __init__(self, cluster, login, name, key, version):
        script = ["\\set v %s" % version, prepared("step", "text, uuid, int, text[], text[], uuid") + ";", "\\timing on"]
        script += ["execute step('%s', '%s', :v, %s, %s, gen_random_uuid()) \\gset" % (name, key, array(["reason"]), array(["SYNTHETIC"])),
                   "\\set v :new_version"] * 20000
        self.steps = []
        self.psql = subprocess.Popen(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-U", login], env=cluster.env(LC_ALL="C"), text=True,
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        threading.Thread(target=Writers.feed, args=(self.psql, "\n".join(script)), daemon=True).start()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.psql.stdout:
            for ms in TIME.findall(line):
                self.steps.append((time.perf_counter(), float(ms)))

    def end(self):
        self.psql.kill()
        self.psql.wait()
        self.reader.join(5)


@contextlib.contextmanager
def writing(cluster):
    """Half of them work on taskings, half keep lines of theirs under review."""
    half = WRITERS // 2
    tasks = cluster.sql("select tasking_id, row_version from data.tasking where state = 'in-progress' and unit = 'BW' and tasking_ref like 'T-SYN%%'"
                        " order by tasking_ref limit %d" % half, user=OWNER)
    lines = cluster.sql("select line_id, row_version from data.line where line_ref like 'SYN%%' and is_open and status = 'active'"
                        " order by line_ref desc limit %d" % (WRITERS - half), user=OWNER)
    writers = [Writer(cluster, "lro_bw", "task_update", *row.split("|")) for row in tasks.splitlines()]
    writers += [Writer(cluster, "analyst1", "line_keep", *row.split("|")) for row in lines.splitlines()]
    try:
        yield writers
    finally:
        for writer in writers:
            writer.end()


def waits(writers, begin, end):
    """How long each step took that was under way within a time."""
    return [ms for w in writers for at, ms in w.steps if at > begin and at - ms / 1e3 < end]


def freezing(bench, report):
    with_reviews(bench.large)
    report.heading("A freeze of %s, %d writers at work" % (bench.many, WRITERS))
    if since_frozen(bench.large) < bench.large.lines // EACH_WEEK:
        change(bench.large, bench.large.lines // EACH_WEEK)
    changed = since_frozen(bench.large)
    opened(bench.large)
    settled(bench.large)
    with measured(bench.large, "supervisor1") as m:
        close = step_of(bench.large, "review_close")
        with writing(bench.large) as writers:
            time.sleep(WARM)
            began = time.perf_counter()
            time.sleep(WARM)
            froze = time.perf_counter()
            times = [m.run(close)]
            done = time.perf_counter()
            time.sleep(1)
        before, during = waits(writers, began, froze), waits(writers, froze, done)
    if not before or not during:
        raise RuntimeError("the writers did not write")
    report.beside("lines changed since the last freeze, when it began", changed, "")
    report.at_most("the freeze", times[0][0], 5000, "ms", "%.0f of a processor" % times[0][1])
    for what, steps, seconds in (("before it", before, froze - began), ("during it", during, done - froze)):
        report.beside("steps a second %s" % what, len(steps) / seconds, "a second")
        report.beside("a step %s, in the middle" % what, median(steps), "ms")
    report.beside("the longest wait before it", max(before), "ms")
    report.at_most("the longest wait during it", max(during), 1000, "ms")


def following(bench, report):
    with_reviews(bench.large)
    report.heading("%d consoles follow the chair, of %s" % (CONSOLES, bench.many))
    opened(bench.large)
    review, version, week, _ = current(bench.large, "open")
    first = number(bench.large, "select coalesce(max(position), 0) + 1 from data.review_item where review_id = '%s'" % review)
    for n in range(MOVES):
        bench.large.sql("insert into data.review_item (review_id, position, kind, subject, why, added_by) values"
                        " ('%s', %d, 'other', '%s', '{SYNTHETIC}', 'analyst1')" % (review, first + n, marker(n)), user=OWNER)
    go = "select from api.step('review_go', '%s', %s, '{\"item\": \"%%d\"}', gen_random_uuid())" % (review, version)
    bench.large.sql(go % 1, user="supervisor1")
    times, slowest = [], []
    with contextlib.ExitStack() as stack:
        made = consoles(bench, stack)
        for keys in ("5", "="):
            for t in made:
                t.type(keys)
            for t in made:
                t.read_until_quiet(t.start, 0.2, 5, 5)
        listener = Listener(made)
        stack.callback(listener.close)
        chair = Session(bench.large, "supervisor1")
        stack.callback(chair.close)
        chair.run("\\o /dev/null\nselect 1")
        for n in range(MOVES):
            listener.watch(marker(n))
            sent, _ = chair.run(go % (first + n))
            while len(listener.seen) < CONSOLES and time.perf_counter() < sent + 10:
                time.sleep(0.01)
            seen = [(at - sent) * 1e3 for at in listener.seen.values()]
            times += seen
            slowest.append(max(seen) if len(seen) == CONSOLES else None)
            time.sleep(max(0.0, sent + APART - time.perf_counter()))
    missing = MOVES * CONSOLES - len(times)
    report.beside("on the screen of a console, in the middle", median(times), "ms")
    report.at_most("on the last of %d, in the middle of %d moves" % (CONSOLES, MOVES), None if missing else median(slowest), 500, "ms",
                   "%d were not seen in ten seconds" % missing if missing else "")
    report.at_most("on the last of them, the slowest move", None if missing else max(slowest), 500, "ms")


ALL = (agenda, stepping, changes, storage, following, freezing)
