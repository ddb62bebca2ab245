-- SPDX-License-Identifier: MIT
-- The quick ways to a past week and to what changed since give what going through every version gives, over lines that
-- changed at random: many of one score and day, some closed for a while, some that came late, some removed.
select plan(11);
select setseed(0.2252);
set session_replication_role = replica;
create function pg_temp.some(many anyarray) returns anyelement language sql as $$ select many[1 + floor(random() * cardinality(many))::int] $$;
insert into data.line (line_ref, name, holder_force, shared, restricted, status, is_open, export_force, export_npu, score, band, last_seen, created_at, valid_from)
select 'R' || i, 'Random', f, random() < 0.2, random() < 0.1, 'active', random() < 0.9, f, case when random() < 0.8 then pg_temp.some(array['BE', 'BW', 'CV']) end,
	s, case when s is not null then 'high' end, case when random() < 0.9 then date '2022-12-10' - floor(random() * 3)::int end,
	timestamptz '2022-11-01' + random() * interval '40 days', timestamptz '2022-11-01'
from (select i, pg_temp.some(array['West Midlands', 'West Midlands', 'West Midlands', 'Staffordshire']) as f,
	pg_temp.some(array[null, 40, 40, 41, 60, 90]) as s from generate_series(1, 400) i) x;
update data.line set valid_from = created_at where line_ref ~ '^R';
-- What a line was before: none to five versions, each differing a little.
create function pg_temp.grow() returns void language plpgsql as $$
declare
	l data.line;
	moment timestamptz;
begin
	for l in select * from data.line where line_ref ~ '^R' order by line_ref loop
		for n in 1 .. floor(random() * 6)::int loop
			moment := l.valid_from + random() * (timestamptz '2022-12-20 08:00' - l.valid_from);
			insert into data.line_history select tstzrange(l.valid_from, moment), l.*;
			l.valid_from := moment;
			l.score := case when random() < 0.5 then l.score else pg_temp.some(array[null, 40, 41, 60, 90]) end;
			l.band := case when l.score is not null then 'high' end;
			l.last_seen := case when random() < 0.7 then l.last_seen else date '2022-12-10' - floor(random() * 3)::int end;
			l.is_open := random() < 0.9;
			l.name := case when random() < 0.9 then l.name else 'Other ' || n end;
			l.open_taskings := case when random() < 0.8 then l.open_taskings else n end;
			l.aliases := array[n::text]; -- no cell of the grid
			l.status := case when random() < 0.8 then l.status else pg_temp.some(array['active', 'tasked']) end;
			l.export_npu := case when random() < 0.9 then l.export_npu else pg_temp.some(array['BE', 'BW', null]) end;
			l.shared := l.shared <> (random() < 0.05);
			l.sort_score := -coalesce(l.score, -1); -- worked out by data.line itself, not in its history
			l.sort_seen := coalesce(date '1970-01-01' - l.last_seen, 2147483647);
			l.grid_part := case when l.shared then '' else l.holder_force end;
		end loop;
		update data.line x set valid_from = l.valid_from, score = l.score, band = l.band, last_seen = l.last_seen, is_open = l.is_open, name = l.name,
			open_taskings = l.open_taskings, aliases = l.aliases, status = l.status, export_npu = l.export_npu, shared = l.shared where x.line_id = l.line_id;
	end loop;
	insert into data.line_history select tstzrange(x.valid_from, timestamptz '2022-12-20 08:30'), x.* from data.line x where x.line_ref ~ '^R.*7$';
	delete from data.line x where x.line_ref ~ '^R.*7$';
end
$$;
select pg_temp.grow();
select data.tally_rebuild() \g /dev/null
set session_replication_role = origin;
analyze data.line, data.line_history;

-- Every version that stood at a moment, its cells by name, and its rank as counting all of them gives it.
create function pg_temp.stood(moment timestamptz) returns table (line_id uuid, v data.line_history, cells jsonb, rank bigint) language sql as $$
	select (v).line_id, v, (select jsonb_object_agg(n.name, case when n.col = 'bulk_marketing' then case when (v).bulk_marketing then '"yes"' else '"no"' end::jsonb
			else to_jsonb(to_jsonb(v) ->> n.col) end)
		from unnest('{line_ref,name,score,band,status,export_force,export_npu,imports,drugs,bulk_marketing,lro,groups,open_taskings,overdue_taskings,first_seen,last_seen,last_review}'::text[],
			'{line_ref,name,score,band,status,export_force,export_npu,imports_text,drugs_text,bulk_marketing,lro,groups_text,open_taskings,overdue_taskings,first_seen,last_seen,last_review}'::text[]) n (name, col)),
		r.rank
	from (select row(null, l.*)::data.line_history as v from data.line l where l.valid_from <= moment
		union all select h from data.line_history h where h.during @> moment) x
	left join data.rank_at('West Midlands', moment) r on r.line_id = (v).line_id
	where (v).line_id in (select l.line_id from data.line l)
$$;
create function pg_temp.changed(a timestamptz, z timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text) language sql as $$
	select line_id, (n.v).line_ref, (n.v).name, case when not coalesce(x.stood, false) then 'new' when not x.stands then 'gone' when n.rank < coalesce(o.rank, n.rank + 1) then 'up'
		when n.rank > o.rank then 'down' else 'changed' end, o.rank, n.rank, c.key, o.cells ->> c.key, c.value
	from pg_temp.stood(z) n left join pg_temp.stood(a) o using (line_id)
	cross join lateral (select (o.v).is_open and (o.v).grid_part in ('West Midlands', '') as stood, (n.v).is_open and (n.v).grid_part in ('West Midlands', '') as stands) x
	cross join lateral jsonb_each_text(n.cells) c
	where (x.stood or x.stands) and o.cells ->> c.key is distinct from c.value
$$;
-- Who asks joins the lines that they see: none that was removed.
create function pg_temp.quick(a timestamptz, z timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text) language sql as $$
	select g.* from data.grid_changes('West Midlands', a, z) g join data.line l using (line_id)
$$;
-- Pairs of moments: near and far, the later one in the past or now, one before all and one at a version's very beginning.
create temp table span as
select a, a + random() * (timestamptz '2022-12-20 08:20' - a) as z from (select timestamptz '2022-11-05' + random() * interval '45 days' as a from generate_series(1, 20)) x
union all select timestamptz '2022-11-01' + i * interval '9 days', 'infinity' from generate_series(0, 5) i
union all select '2022-10-01', '2022-12-01' union all select min(valid_from), max(valid_from) from data.line_history;
select is((select string_agg(x.what, E'\n') from (
	(select 'quick ' || s::text || g::text as what from span s, pg_temp.quick(a, z) g
	except select 'quick ' || s::text || c::text from span s, pg_temp.changed(a, z) c)
	union all (select 'plain ' || s::text || c::text from span s, pg_temp.changed(a, z) c
	except select 'plain ' || s::text || g::text from span s, pg_temp.quick(a, z) g) limit 5) x),
	null, 'what changed between two moments');
select cmp_ok((select count(distinct g.how) from span s, data.grid_changes('West Midlands', a, z) g), '=', 5::bigint, 'in all of five ways');
select cmp_ok((select count(*) from span s, data.grid_changes('West Midlands', a, z) g), '>', 5000::bigint, 'and often');
select is((select count(*) from span s cross join lateral (
	(select * from data.rank_days('West Midlands', a, z) except select * from data.rank_days('West Midlands', a, z, 0))
	union all (select * from data.rank_days('West Midlands', a, z, 0) except select * from data.rank_days('West Midlands', a, z))) x), 0::bigint,
	'days counted by what changed since are those counted by all versions');
select cmp_ok((select max(n_then) from span s, data.rank_days('West Midlands', a, z, 0)), '>', 10, 'and many share one');

-- Movers: who belongs among them, how far they went, and the farthest of all.
create function pg_temp.movers(since timestamptz) returns table (line_id uuid, far bigint, n bigint) language sql as $$
	select line_id, x.far, row_number() over (order by x.far desc, (n.v).line_ref)
	from pg_temp.stood('infinity') n join pg_temp.stood(since) o using (line_id)
	cross join lateral (select coalesce(abs(n.rank - o.rank), 0) + case when (n.v).score is distinct from (o.v).score then 1000 else 0 end as far) x
	where (n.v).is_open and (o.v).is_open and (n.v).holder_force = 'West Midlands' and (o.v).grid_part in ('West Midlands', '') and n.cells <> o.cells
		and (((n.v).score, (n.v).status, (n.v).export_npu) is distinct from ((o.v).score, (o.v).status, (o.v).export_npu) or abs(n.rank - o.rank) >= 3)
$$;
select is((select string_agg(x.what, E'\n') from (
	select concat_ws(' ', s.a, most, m.*) as what
	from span s cross join unnest(array[1, 3, 20, 200]) most
	cross join lateral (
		(select 'quick', m.line_id, m.far from data.review_movers('West Midlands', s.a, most) m except select 'quick', p.line_id, p.far from pg_temp.movers(s.a) p where p.n <= most)
		union all
		(select 'plain', p.line_id, p.far from pg_temp.movers(s.a) p where p.n <= most except select 'plain', m.line_id, m.far from data.review_movers('West Midlands', s.a, most) m)) m
	limit 5) x), null, 'the farthest movers of an agenda');
select cmp_ok((select sum((select count(*) from data.review_movers('West Midlands', s.a, 200))) from span s), '>', 1000::numeric, 'and there are many');

-- The first lines of the grid as at then: what a login sees now, ranked on their force's grid as all of it stood.
create function api.at_quick(moment timestamptz, n int) returns table (place bigint, rank bigint, line data.line_history)
language sql security definer as $$ select * from data.grid_at(data.my_force(), moment, n) $$;
grant execute on function api.at_quick(timestamptz, int) to public;
create temp table login as
select login, (tap.by(login, 'select array_agg(line_id)::text from api.grid'))::uuid[] as sees, s as staff
from data.staff s where login in ('analyst1', 'analyst2', 'supervisor1', 'lro_be', 'lro_bw', 'analyst_st', 'admin1', 'leaver');
create temp table moment as select timestamptz '2022-11-01' + i * interval '7 days' as at from generate_series(-1, 8) i union select max(lower(during)) from data.line_history;
create temp table standing as select m.at, s.*, r.rank as theirs from moment m cross join lateral pg_temp.stood(m.at) s
	left join lateral data.rank_at('Staffordshire', m.at) r on r.line_id = s.line_id;
create temp table plain as
select l.login, s.at, row_number() over (partition by l.login, s.at order by (s.v).sort_score, (s.v).sort_seen, (s.v).line_ref) as place,
	case when (l.staff).force = 'Staffordshire' then s.theirs else s.rank end as rank, s.v
from login l join standing s on s.line_id = any (l.sees) where (s.v).is_open;
create function pg_temp.apart(quick text, n int) returns text language plpgsql as $$
declare
	l record;
	m timestamptz;
	got text;
	want text;
begin
	for l in select x.*, y.at from login x cross join moment y loop
		m := l.at;
		if quick = 'grid_at' then
			got := tap.by(l.login, format('select string_agg(g::text, E''\n'' order by place) from api.at_quick(%L, %s) g', m, n));
		else
			execute format('select string_agg(g::text, E''\n'' order by place) from data.grid_walk($1, $2, $3, $4, %s) g', quick) into got using (l.staff).force, m, n, l.staff;
		end if;
		select string_agg(row(p.place, p.rank, p.v)::text, E'\n' order by p.place) into want from plain p where p.login = l.login and p.at = m and p.place <= n;
		if got is distinct from want then
			return concat_ws(E'\n', l.login, m, 'quick:', left(got, 2000), 'plain:', left(want, 2000));
		end if;
	end loop;
	return null;
end
$$;
select is(pg_temp.apart('grid_at', n), null, format('%s lines of past grids', n)) from unnest(array[7, 1000]) n;
select is(pg_temp.apart(few::text, 30), null, format('%s by a walk', what)) from (values (0, 'the same'), (5000, 'or where few stood')) x (few, what);
select * from finish();
