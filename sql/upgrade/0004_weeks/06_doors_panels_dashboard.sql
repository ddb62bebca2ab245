-- What is counted now is counted over the same days: the difference is what has been recorded, voided, revoked and
-- returned since. The grid of a moment is what it was, so a figure of a day is counted as of the freeze.
create function data.review_board(p_week text)
returns table ("position" int, id text, label text, unit text, population text, period text, from_day date, to_day date, definition text,
	definition_now text, frozen text, recounted text, difference text, change numeric, moved boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	b data.review_board;
	f ref.figure;
	got record;
begin
	select * into r from data.review x where x.week = p_week and x.force = data.my_force() and x.state = 'closed' order by x.frozen_at limit 1;
	if not found then
		perform data.refuse('GL005', format('There is no frozen review of %s.', data.import_quote(coalesce(p_week, ''))),
			'A review freezes its figures when it is closed; gridline review list shows which are.');
	end if;
	for b in select x.* from data.review_board x where x.review_id = r.review_id order by x.position loop
		"position" := b.position; id := b.id; label := b.label; unit := b.unit; population := b.population; period := b.period;
		from_day := b.from_day; to_day := b.to_day; definition := b.definition; frozen := b.value;
		definition_now := ''; recounted := ''; difference := ''; change := null; moved := false;
		select x.* into f from ref.figure x where x.id = b.id;
		if found and b.from_day <= data.day_of(r.frozen_at) then
			select * into got from data.figure_amount(f, b.from_day, b.to_day,
				case f.period_kind when 'day' then r.frozen_at else data.clock() end);
			definition_now := f.definition;
			recounted := data.figure_shown(f, got.amount, got.counts, got.base);
			if not data.figure_is_small(f, got.counts) and not data.figure_is_small(f, b.counts) then
				difference := case when b.amount is null and got.amount is not null then 'returned since'
					else data.figure_change(f, got.amount, b.amount) end;
				change := round(got.amount - b.amount, greatest(f.decimals, case f.unit when 'percent' then 1 else 0 end));
			end if;
			moved := recounted <> b.value or difference not in ('', 'no change');
		end if;
		return next;
	end loop;
end
$$;
comment on function data.review_board(text) is 'The board''s figures a review froze, beside the same counted now';
-- The rows of then against the rows of now, each under its reference: what is not in both, or counts otherwise. Of a
-- figure too small to be told, then or now, nothing is listed: its length would tell it.
create function data.review_board_rows(p_week text, p_id text)
returns table ("position" int, id text, label text, how text, ref text, line_id uuid, on_day date, unit text, what text, change numeric, base_change numeric)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	b data.review_board;
	f ref.figure;
begin
	select * into r from data.review x where x.week = p_week and x.force = data.my_force() and x.state = 'closed' order by x.frozen_at limit 1;
	if not found then
		perform data.refuse('GL005', format('There is no frozen review of %s.', data.import_quote(coalesce(p_week, ''))),
			'A review freezes its figures when it is closed; gridline review list shows which are.');
	end if;
	if p_id is not null and not exists (select from data.review_board x where x.review_id = r.review_id and x.id = p_id) then
		perform data.refuse('GL005', format('The review of %s froze no figure %s.', p_week, data.import_quote(p_id)),
			'The report board lists them by id.');
	end if;
	for b in
		select x.* from data.review_board x where x.review_id = r.review_id and x.id = coalesce(p_id, x.id) and x.from_day <= data.day_of(r.frozen_at)
		order by x.position
	loop
		select x.* into f from ref.figure x where x.id = b.id;
		continue when not found or f.period_kind = 'day' or data.figure_is_small(f, b.counts) or data.figure_is_small(f,
			(select a.counts from data.figure_amount(f, b.from_day, b.to_day, data.clock()) a));
		return query
		with old as (
			select x.*, row_number() over (partition by x.ref, y.day, x.unit order by x.counts, x.base) as k, y.day
			from data.figure_rows(f, b.from_day, b.to_day, r.frozen_at) x
			-- Of a place it matters whether, not when.
			cross join lateral (select case f.counted when 'coverage' then b.to_day else x.on_day end as day) y
		), new as (
			select x.*, row_number() over (partition by x.ref, y.day, x.unit order by x.counts, x.base) as k, y.day
			from data.figure_rows(f, b.from_day, b.to_day, data.clock()) x
			cross join lateral (select case f.counted when 'coverage' then b.to_day else x.on_day end as day) y
		)
		select b.position, b.id, b.label, case
				when old.k is null then case f.measure when 'returns' then 'returned since' when 'o2r_net' then 'returned since' else 'recorded since' end
				when new.k is null then case f.measure when 'type1' then 'revoked since' when 'ocg' then 'no longer counts' when 'returns' then 'replaced since' when 'o2r_net' then 'replaced since'
					else 'voided since' end
				else 'counts otherwise' end,
			coalesce(new.ref, old.ref), coalesce(new.line_id, old.line_id), coalesce(new.on_day, old.on_day), coalesce(new.unit, old.unit),
			coalesce(new.what, old.what), coalesce(new.counts, 0) - coalesce(old.counts, 0), coalesce(new.base, 0) - coalesce(old.base, 0)
		from old full join new on old.ref = new.ref and old.day is not distinct from new.day and old.unit is not distinct from new.unit and old.k = new.k
		where (coalesce(old.counts, 0), coalesce(old.base, 0)) <> (coalesce(new.counts, 0), coalesce(new.base, 0))
		order by coalesce(new.on_day, old.on_day), coalesce(new.ref, old.ref);
	end loop;
end
$$;
comment on function data.review_board_rows(text, text) is 'The records behind the differences between a frozen board and the same counted now';
create function api.review_board(week text)
returns table ("position" int, id text, label text, unit text, population text, period_name text, from_day date, to_day date, definition text,
	definition_now text, frozen text, recounted text, difference text, change numeric, moved boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select b."position", b.id, b.label, b.unit, b.population, b.period, b.from_day, b.to_day, b.definition, b.definition_now, b.frozen,
		b.recounted, b.difference, b.change, b.moved
	from data.review_board(week) b
$$;
comment on function api.review_board(text) is 'Figures of the board that a closed review froze, beside the same counted now';
create function api.review_board_rows(week text, figure text default null, at_most int default 10000)
returns table (n bigint, id text, label text, how text, ref text, line_id uuid, line_ref text, on_day date, unit text, what text,
	change numeric, base_change numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select row_number() over (order by r.position, r.on_day, r.ref, r.unit), r.id, r.label, r.how, case when x.seen then r.ref else '' end, l.line_id, coalesce(l.line_ref, ''), r.on_day,
		r.unit, case when x.seen then r.what else 'of a line you may not see' end, r.change, r.base_change
	from data.review_board_rows(week, figure) r
	left join data.line l on l.line_id = r.line_id
	cross join lateral (select r.line_id is null or l.line_id is not null as seen) x
	order by 1
	limit at_most
$$;
comment on function api.review_board_rows(text, text, int) is 'The records that make the difference between a frozen figure and the same counted now';
-- Without their lines' rights: who asks has taken the lines from data.line.
create function data.line_versions(ids uuid[])
returns table (line_id uuid, is_open boolean, band text, from_at timestamptz, to_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select h.line_id, h.is_open, h.band, lower(h.during), upper(h.during) from data.line_history h where h.line_id = any (ids)
$$;
comment on function data.line_versions(uuid[]) is 'The earlier versions of some lines: band and when it was';
-- What stood at the end of a day is what stands, less what came after it: the tallies hold both. Of the few lines
-- they cannot tell of, each version is looked at.
create or replace function api.dashboard_bands()
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with moment as materialized (
		select w.n, w.label, w.at, data.day_of(w.at) as day from data.panel_weeks() w
	), standing as materialized (
		select t.a as band, sum(t.n) as lines from data.tally_seen('lines') t group by 1
	), came as materialized (
		select t.a as band, t.day, sum(t.n) as lines
		from data.tally_seen('stood', (select min(m.day) + 1 from moment m)) t group by 1, 2
	), extra as materialized (
		select l.line_id, l.is_open, l.band, l.valid_from from data.place_extra() e join data.line l using (line_id) where not e.in_sums
	), counted as (
		select m.n, s.band, s.lines from moment m cross join standing s
		union all
		select m.n, c.band, -c.lines from came c join moment m on c.day > m.day
		union all
		select m.n, coalesce(e.band, ''), 1 from extra e join moment m on e.valid_from <= m.at where e.is_open
		union all
		select m.n, coalesce(v.band, ''), 1
		from data.line_versions(array(select e.line_id from extra e)) v join moment m on v.from_at <= m.at and v.to_at > m.at
		where v.is_open
	)
	select m.label, b.label, coalesce(sum(c.lines), 0)::bigint, null
	from moment m
	cross join (select code, label, position from ref.band union all select '', 'No score', 1000) b
	left join counted c on c.n = m.n and c.band = b.code
	group by m.n, m.label, b.label, b.position
	order by m.n, b.position
$$;
comment on function api.dashboard_bands() is 'Open lines the caller sees by band, as they stood at the end of eleven Sundays and now';
