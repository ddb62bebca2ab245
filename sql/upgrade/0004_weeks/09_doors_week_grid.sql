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
create or replace function api.review_moment(week text) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when data.week_fault(week) is not null
			then (data.refuse('GL004', data.week_fault(week) || '.', 'Give an ISO week, like 2022-W52.'))::text::timestamptz
		when data.week_day(week) > (select c.today from ref.clock c)
			then (data.refuse('GL004', format('%s has not begun.', week), 'Give a week that has.'))::text::timestamptz
		else coalesce((select min(r.frozen_at) from data.review r where r.week = review_moment.week),
			least(data.day_start(data.week_day(week) + 7), (select c.at from ref.clock c))) end
$$;
comment on function api.review_moment(text) is 'The moment that a week stands for: the freeze of its review, else its end, or now where it is not over';
-- Each force's own weeks: the freeze of its own review, else the end of the week, or now while it lasts.
create or replace function data.week_moment(p_force text, p_week text) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select min(r.frozen_at) from data.review r where r.week = p_week and r.force = p_force),
		least(data.day_start(data.week_day(p_week) + 7), (select c.at from ref.clock c)))
$$;
comment on function data.week_moment(text, text) is 'The moment that an ISO week stands for in a force';
create or replace function data.week_said(p_week text) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(
		(select 'as the review of ' || r.meets_on || ' froze it' from data.review r
			where r.week = p_week and r.frozen_at is not null and r.force = data.my_force() order by r.frozen_at limit 1),
		case when data.day_start(data.week_day(p_week) + 7) > c.at then 'as it stands now' else 'as the week ended' end)
	from ref.clock c
$$;
comment on function data.week_said(text) is 'What moment a week stands for in the caller''s force, in words';
create or replace function api.review_changes_at(from_at timestamptz, to_at timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with g as materialized (
		select * from data.grid_changes(data.my_force(), from_at, to_at)
	), seen as materialized (
		select l.line_id from (select distinct x.line_id from g x) d join data.line l using (line_id)
	)
	select g.*
	from g join seen using (line_id)
	order by case g.how when 'new' then 1 when 'up' then 2 when 'down' then 3 when 'changed' then 4 else 5 end,
		coalesce(g.rank_now, g.rank_then), g.line_ref, g.cell
$$;
comment on function api.review_changes_at(timestamptz, timestamptz) is 'What changed on the grid from one moment to another, a row a cell: how is new, up, down, changed or gone';
create function api.review_overtaken(from_week text, to_week text, at_most int default 300)
returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, in_all bigint, furthest bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select l.line_id, g.line_ref, g.name, g.how, g.rank_then, g.rank_now, g.in_all, g.furthest
	from data.grid_overtaken(data.my_force(), api.review_moment(from_week), api.review_moment(to_week), least(greatest(at_most, 1), 2000)) g
	join data.line l using (line_id)
	order by g.rank_now
$$;
comment on function api.review_overtaken(text, text, int) is 'Of the first lines of the grid those that moved from one week to another without a change of their own, past by those of api.review_changes; and how many there are in all';
create or replace function api.review_card(id uuid) returns table (section text, label text, text text, was text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with i as (
		select x.*, r.week, r.since, r.state as review_state, l.line_ref, l.score, l.band, l.status, l.export_force, l.export_npu, l.imports_text,
			l.lro, l.groups_text, l.last_seen, l.last_review
		from data.review_item x join data.review r using (review_id) left join data.line l using (line_id) where x.item_id = id
	)
	select c.section, c.label, c.text, c.was from (
		select 1 as place, w.n, 'Why it is here' as section, '' as label, w.why as text, null as was from i cross join lateral unnest(i.why) with ordinality w (why, n)
		union all
		select 2, 1, 'Decision', d.label, v.rationale || format(' (%s, %s)', v.decided_by, to_char(v.decided_at, 'YYYY-MM-DD HH24:MI')), null
		from i join data.review_decision v on v.item_id = i.item_id join ref.decision d on d.code = v.decision
		union all
		select 2, 1 + row_number() over (order by n.at), 'Decision', case when n.late then 'Late ' else '' end || n.kind, format('%s (%s)', n.text, n.login), null
		from i join data.review_note n on n.item_id = i.item_id
		union all
		select 3, row_number() over (order by c.cell), 'Since ' || to_char(i.since, 'DD Month'), replace(initcap(c.cell), '_', ' '),
			coalesce(nullif(c.now, ''), 'none'), coalesce(nullif(c.was, ''), 'none')
		from i cross join lateral data.line_changes(i.line_id, i.since) c
		union all
		select 4, v.n, 'How it stands', v.label, v.text, null
		from i left join lateral api.standing(array[i.line_id]) s on true
		cross join lateral (values (1, 'Rank', s.rank::text), (2, 'Score', i.score || ', ' || i.band), (3, 'Trend', (
				select string_agg(t.total::text, ' ' order by t.signed_on) from (select a.total, a.signed_on from data.assessment a
					where a.line_id = i.line_id and a.signed_on is not null order by a.signed_on desc limit 12) t)),
			(4, 'Status', (select x.label from ref.line_status x where x.code = i.status)), (5, 'Run from', concat_ws(', ', i.export_npu, i.export_force)),
			(6, 'Sells in', replace(i.imports_text, ';', ', ')), (7, 'LRO', i.lro), (8, 'Groups', replace(i.groups_text, ';', ', ')),
			(9, 'Last seen', i.last_seen::text), (10, 'Reviewed', i.last_review::text)) v (n, label, text)
		where i.line_id is not null and v.text <> ''
		union all
		select 5, row_number() over (order by not t.is_open, t.due_on), 'Taskings', t.tasking_ref,
			format('%s: %s, due %s, %s', t.title, t.unit, t.due_on, lower(t.state_label)) || case when t.late then ' (late)' else '' end, null
		from i cross join lateral (select x.* from api.taskings x where x.line_id = i.line_id or i.line_id is null and x.group_id = i.group_id
			order by not x.is_open, x.due_on desc limit 8) t
		union all
		select 6, row_number() over (order by o.claimed_on), 'Outcomes', o.outcome_ref, format('%s, %s, on %s', o.kind, o.state, o.on_day)
			|| coalesce(', check-back due ' || o.check_back_due, ''), null
		from i join api.outcomes o using (line_id)
		union all
		select 7, row_number() over (order by v.decided_at desc), 'Decided before', r.week, format('%s: %s', d.label, v.rationale), null
		from i cross join lateral (select x.* from data.review_decision x where x.line_id = i.line_id and x.item_id <> i.item_id
			order by x.decided_at desc limit 5) v join data.review r on r.review_id = v.review_id join ref.decision d on d.code = v.decision
	) c order by c.place, c.n
$$;
comment on function api.review_card(uuid) is 'An item as the meeting looks at it: why it is here, what changed, how it stands, taskings, outcomes, what was decided';
