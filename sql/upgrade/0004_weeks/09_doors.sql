-- Everything a form needs in one trip. Row 0 is the form itself: label the step's, help what it does, note
-- the record, value its version, draft the version an own draft began from and section when it was saved.
create or replace function api.step_form(step text, id uuid)
returns table (place int, name text, section text, label text, help text, shape text, required boolean,
	max_length int, value text, note text, draft text, choices text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
	blocked text := data.step_blocked(s, id);
	d data.draft;
begin
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', s.label, blocked),
			case when s.object like 'review%' then 'The agenda says how it stands.' else 'The dossier says how it stands.' end);
	end if;
	select x.* into d from data.draft x where x.step = s.step and x.login = session_user
		and x.object_id = coalesce(id, '00000000-0000-0000-0000-000000000000');
	return query
		select 0, '', coalesce(to_char(d.saved_at, 'YYYY-MM-DD HH24:MI'), ''), s.label, s.help,
			case when s.previewed then 'preview' else '' end, false, 0,
			coalesce(v.value, '0'), coalesce(v.note, ''), d.version::text, ''
		from (select) one left join data.step_values(s, id) v on v.name = ''
		union all
		select f.position, f.name, f.section, f.label, f.help, f.shape, f.required, f.max_length,
			coalesce(v.value, ''), coalesce(v.note, ''), d.cells ->> f.name, data.choices(f)
		from data.step_fields(s.step) f
		left join data.step_values(s, id) v on v.name = f.name
		order by 1;
end
$$;
comment on function api.step_form(text, uuid) is 'The form of a step on a record: fields, first values, choices, and the caller''s own draft';
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
-- In plpgsql, which keeps its plan: every follower asks this, and the card, at each step of the chair.
create or replace function api.review_now() returns table (review_id uuid, week text, state text, item_id uuid, item int, items bigint, chair text, moved_by text, moved_at timestamptz, opened_at timestamptz, clock timestamptz, version int, leads boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	select r.review_id, r.week, r.state, i.item_id, i.position, (select count(*) from data.review_item x where x.review_id = r.review_id),
		r.chair, p.moved_by, p.moved_at, r.opened_at, c.at, r.row_version,
		r.state = 'open' and (session_user in (r.chair, r.opened_by) or coalesce((select d.act = 'delegate' from data.review_chair d
			where d.review_id = r.review_id and d.login = session_user and d.act in ('delegate', 'end') order by d.n desc limit 1), false))
	from data.review r
	cross join ref.clock c
	left join data.review_place p using (review_id)
	left join data.review_item i on i.item_id = p.item_id
	where r.state <> 'closed'
	order by r.state = 'open' desc, r.meets_on
	limit 1;
end
$$;
comment on function api.review_now() is 'The review that is on, or else the next one prepared, and the item it is at: what a console that follows the chair asks for';
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
