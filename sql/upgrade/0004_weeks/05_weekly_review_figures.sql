-- Closing blocks no writer, and yet nothing may come later that is dated before. Writers hold the table
-- (row exclusive) before their trigger reads data.frozen_until, and date what they write after it. So once it
-- is raised, only who holds the table by now can have read it before; of those, and of no other, the end is
-- awaited. No lock is taken here, nobody outside can hold these tables (there are no rights in them), and a
-- sequence is not rolled back: a close that fails leaves the time raised, which does no harm.
create or replace function data.freeze_barrier() returns timestamptz
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz;
	late record;
	writers text[];
	-- What the grid and the figures stand on.
	tables constant regclass[] := array['data.line', 'data.tasking', 'data.crime_group', 'data.arrest', 'data.charge', 'data.safeguarding',
		'data.disruption', 'data.seizure', 'data.closure_state', 'data.return_value']::regclass[];
	patience timestamptz := clock_timestamp() + interval '3 seconds';
begin
	if current_setting('transaction_isolation') <> 'read committed' then
		perform data.refuse('GL004', 'A review is closed in a transaction that is read committed, and in no other.',
			'Close it by itself.');
	end if;
	moment := clock_timestamp() + (select s.shift from ref.setting s);
	perform setval('data.frozen_until', greatest((extract(epoch from moment) * 1000000)::bigint,
		(select f.last_value from data.frozen_until f)));
	moment := data.frozen_until();
	writers := array(select distinct k.virtualtransaction from pg_locks k
		where k.relation = any (tables) and k.mode = 'RowExclusiveLock' and k.granted
			and k.database = (select d.oid from pg_database d where d.datname = current_database())
			and k.pid is distinct from pg_backend_pid());
	loop
		select k.pid, a.usename into late
		from pg_locks k left join pg_stat_activity a using (pid)
		where k.virtualtransaction = any (writers) and k.relation = any (tables)
			and k.mode = 'RowExclusiveLock' and k.granted
		limit 1;
		exit when not found;
		if clock_timestamp() > patience then
			perform data.refuse('GL002', format('A change by %s has begun and is not finished.', coalesce(late.usename, 'somebody')),
				'Close again in a moment; if it stays so, their console hangs.');
		end if;
		perform pg_sleep(0.01);
	end loop;
	return moment;
end
$$;
comment on function data.freeze_barrier() is 'The moment of a freeze: whatever was written as of until then has committed, and nothing more can be';
-- Reviews that were closed before the board's figures were frozen, too, keep the hash they have.
create function data.review_frozen(measures jsonb, board jsonb) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case when board is null then measures else jsonb_build_object('measures', measures, 'board', board) end
$$;
comment on function data.review_frozen(jsonb, jsonb) is 'The figures of a review in the form its hash is made over';
create or replace function data.review_verify() returns table (force text, week text, frozen_at timestamptz, hash text, intact boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select r.force, r.week, r.frozen_at, encode(r.frozen_hash, 'hex'),
		r.frozen_hash = data.freeze_hash(r, data.review_frozen(
			(select jsonb_agg(jsonb_build_array(f.measure, f.n) order by f.position) from data.review_figure f where f.review_id = r.review_id),
			(select jsonb_agg(to_jsonb(b) order by b.position) from data.review_board b where b.review_id = r.review_id)))
	from data.review r where r.state = 'closed' order by r.frozen_at
$$;
comment on function data.review_verify() is 'The freezes, worked out again from what stands';
-- What takes long comes before the first entry of the log, whose head every other writer needs.
create or replace function data.step_review_close(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_close', p_id, p_version);
	figures jsonb;
	board jsonb;
	n data.review;
begin
	r.frozen_at := data.freeze_barrier();
	figures := data.review_figures(r, r.frozen_at);
	board := (select jsonb_agg(to_jsonb(b) order by b.position) from data.review_board_count(r.review_id, r.frozen_at) b);
	r.frozen_after := (select x.review_id from data.review x where x.frozen_at is not null order by x.frozen_at desc limit 1);
	r.closed_at := r.frozen_at;
	r.closed_by := session_user;
	r.frozen_hash := data.freeze_hash(r, data.review_frozen(figures, board));
	insert into data.review_figure (review_id, position, measure, n)
	select r.review_id, f.n, f.x ->> 0, (f.x ->> 1)::bigint from jsonb_array_elements(figures) with ordinality f (x, n);
	insert into data.review_board select * from jsonb_populate_recordset(null::data.review_board, board);
	update data.review x set state = 'closed', closed_at = r.closed_at, closed_by = r.closed_by, frozen_at = r.frozen_at,
		frozen_after = r.frozen_after, frozen_hash = r.frozen_hash
	where x.review_id = r.review_id returning x.row_version into version;
	n := data.review_next(r);
	perform audit.write('alteration', 'review', r.week, '', '', jsonb_build_object('force', r.force, 'frozen_at', r.frozen_at,
		'hash', encode(r.frozen_hash, 'hex')));
	id := r.review_id;
	ref := r.week;
	said := format('the review of %s is closed and frozen; the next is %s', r.week, n.week);
	lines := '{}';
end
$$;
comment on function data.step_review_close(uuid, int, jsonb) is 'Close a review: from then on grid, decisions and figures are frozen';
create or replace function data.known_at(as_at date) returns timestamptz
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (as_at + 1)::timestamp at time zone 'Europe/London' - interval '1 microsecond'
$$;
comment on function data.known_at(date) is 'The last moment of a day: what was entered and stood by then counts';
create or replace function data.rows_groups(from_day date, to_day date, known timestamptz, kind text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.group_ref, d.grade, d.four_p)
			|| case when d.nth > 1 then ': counted already by ' || d.first_ref else '' end, (d.nth = 1)::int, null::numeric
	from (
		select d.*, g.group_ref, row_number() over one_group as nth, first_value(d.event_ref) over one_group as first_ref
		from data.disruption d
		join (select x.group_id, x.group_ref from data.crime_group x
			where x.kind = rows_groups.kind and (x.kind <> 'OCG' or data.group_mapped(x.group_id, known)) offset 0) g using (group_id)
		where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
			and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known
		window one_group as (partition by d.group_id order by d.on_day, d.event_ref)
	) d
$$;
comment on function data.rows_groups(date, date, timestamptz, text) is 'Disruptions by the programme of mapped OCGs, or of USGs; each group counts once';
-- The same sums as over data.figure_rows, without making the rows: each is one walk of an index that holds all
-- it asks for. tests/cli/figures.t and tests/sql/figures.sql hold the two against each other.
create or replace function data.figure_sums(f ref.figure, from_day date, to_day date, known timestamptz,
	out counts numeric, out base numeric, out done boolean)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	done := true;
	case f.measure
	when 'type1' then
		select count(*) into counts
		  from (select (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
				order by s.n desc limit 1) as state
			  from data.closure c where c.on_day between from_day and to_day and c.kind = 'type1') c
		 where c.state in ('provisional', 'verified');
	when 'charged' then
		select count(*) into counts
		  from (select distinct c.person_id from data.charge c
			 where c.on_day between from_day and to_day and c.programme and c.entered_at <= known
				and coalesce(c.voided_at, 'infinity') > known
				and c.offence in (select o.code from ref.offence o where o.counts_for_type1)) x;
	when 'engaged' then
		select count(*) into counts
		  from (select distinct g.person_id from data.safeguarding g
			 where g.on_day between from_day and to_day and g.programme and g.stage = 'engaged' and g.entered_at <= known
				and coalesce(g.voided_at, 'infinity') > known) x;
	when 'ocg', 'usg' then
		select count(*) into counts
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
				and d.entered_at <= known and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = upper(f.measure) and (g.kind <> 'OCG' or data.group_mapped(g.group_id, known));
	when 'arrests' then
		select count(*) into counts from data.arrest a
		 where a.on_day between from_day and to_day and a.programme and a.entered_at <= known
			and coalesce(a.voided_at, 'infinity') > known;
	when 'socex', 'socex_arrested', 'socex_drugs', 'socex_trafficking' then
		select case f.measure when 'socex' then count(*) when 'socex_arrested' then coalesce(sum(d.arrested), 0)
				when 'socex_drugs' then coalesce(sum(d.arrested_drugs), 0) else coalesce(sum(d.trafficking_outcomes), 0) end into counts
		  from data.disruption d
		 where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known;
	when 'socex_ocgs', 'socex_share' then
		select count(*), case when f.measure = 'socex_share' then (select count(*) from data.disruption d
				where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
					and coalesce(d.voided_at, 'infinity') > known) end into counts, base
		  from (select distinct d.group_id from data.disruption d
			 where d.on_day between from_day and to_day and not d.programme and d.drugs_linked and d.entered_at <= known
				and coalesce(d.voided_at, 'infinity') > known) x
		  join data.crime_group g using (group_id)
		 where g.kind = 'OCG';
	when 'exports' then
		-- What stands, less what came since the end of that day.
		select coalesce(sum(x.n), 0), coalesce(sum(x.n) filter (where x.unit in ('BE', 'BW', 'CV', 'LBM', 'LCV')), 0) into base, counts
		  from (select t.b as force, t.unit, t.n from data.tallied t where t.tally = 'lines'
			union all
			select t.b, t.c, -t.n from data.tallied t where t.tally = 'stood' and t.day > data.day_of(known)) x
		  join ref.force g on g.code = x.force
		 where g.region = (select r.region from ref.force r join ref.unit t on t.force = r.code where t.code = 'CLTF');
		done := known = data.known_at(data.day_of(known));
	else
		done := false;
	end case;
end
$$;
comment on function data.figure_sums(ref.figure, date, date, timestamptz) is 'The sums of the rows of a figure, where they can be had without the rows';
create function data.review_board_count(p_review uuid, p_at timestamptz) returns setof data.review_board
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	f ref.figure;
	p record;
	got record;
	b data.review_board;
	today date := data.day_of(p_at);
begin
	b.review_id := p_review;
	for f in select x.* from ref.figure x where x.listed order by x.position loop
		select * into p from data.figure_period(f, today, null);
		select null::numeric as amount, null::numeric as counts, null::numeric as base into got;
		if p.from_day <= today then
			select * into got from data.figure_amount(f, p.from_day, least(p.to_day, today), p_at);
		end if;
		b.position := f.position; b.id := f.id; b.label := f.label; b.unit := f.unit; b.population := f.population;
		b.period := p.label || case when p.from_day > today then ', not begun' when p.to_day > today then ' so far' else '' end;
		b.from_day := p.from_day; b.to_day := least(p.to_day, greatest(today, p.from_day));
		b.value := data.figure_shown(f, got.amount, got.counts, got.base);
		b.amount := got.amount; b.counts := got.counts; b.base := got.base; b.definition := f.definition;
		return next b;
	end loop;
end
$$;
comment on function data.review_board_count(uuid, timestamptz) is 'The figures of the board as a review freezes them: as of a moment, over their own stretches';
