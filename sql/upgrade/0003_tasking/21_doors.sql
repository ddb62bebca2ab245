-- Each record is a step of its own: done, or refused by itself. Its operation key comes from the one given, so
-- sending the whole again does nothing twice.
create function api.step_many(step text, ids uuid[], versions int[], cells jsonb, op uuid)
returns table (place int, object_id uuid, ref text, ok boolean, said text, new_version int)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if cardinality(ids) > 5000 then
		perform data.refuse('GL004', format('%s records are too many at once.', cardinality(ids)), 'Take at most 5000.');
	elsif op is null then
		perform data.refuse('GL004', 'A step needs an operation key.', 'Give it a new one: gen_random_uuid().');
	end if;
	for place, object_id in select i.n, i.id from unnest(ids) with ordinality i (id, n) loop
		begin
			select t.ref, t.said, t.new_version into ref, said, new_version
			from api.step(step, object_id, versions[place], cells, md5(op || ' ' || object_id)::uuid) t;
			ok := true;
		exception when sqlstate 'GL002' or sqlstate 'GL003' or sqlstate 'GL004' or sqlstate 'GL005' then
			ok := false;
			said := sqlerrm;
			new_version := null;
			ref := data.step_ref(step, object_id);
		end;
		return next;
	end loop;
end
$$;
comment on function api.step_many(text, uuid[], int[], jsonb, uuid) is 'The same step on many records, each done or refused by itself';
-- ok is null where it cannot be told yet: the fields as they are typed so far will not do.
create function api.step_many_preview(step text, ids uuid[], cells jsonb)
returns table (place int, object_id uuid, ref text, ok boolean, said text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
	filled jsonb := coalesce((
		select jsonb_object_agg(c.key, btrim(c.value, E' \t\r\n')) from jsonb_each_text(coalesce($3, '{}')) c), '{}');
begin
	for place, object_id in select i.n, i.id from unnest(ids[:5000]) with ordinality i (id, n) loop
		ref := data.step_ref(step, object_id);
		begin
			s := data.step_allowed(step, object_id);
			said := data.step_blocked(s, object_id);
			ok := said is null;
			if ok then
				ok := null;
				perform data.step_check(s, object_id, filled);
				ok := true;
				select string_agg(t.label || ': ' || t.text, '; ') into said
				from (select * from data.step_told(s, object_id, filled) limit 4) t;
			end if;
		exception when sqlstate 'GL002' or sqlstate 'GL003' or sqlstate 'GL004' or sqlstate 'GL005' then
			ok := case when sqlstate <> 'GL004' then false end;
			said := sqlerrm;
		end;
		return next;
	end loop;
end
$$;
comment on function api.step_many_preview(text, uuid[], jsonb) is 'What the same step on many records would do to each';
create or replace function api.steps(object text, id uuid)
returns table (step text, label text, help text, blocked text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
begin
	for s in
		select r.* from ref.step r
		join data.staff me on me.login = session_user and me.active and me.valid_to > now() and me.role = any (r.roles)
		where r.object = steps.object
		order by r.position
	loop
		-- Of the many steps on a tasking a menu has those of its reader alone.
		continue when s.object = 'tasking' and data.tasking_party_fault(s.step, id) is not null;
		step := s.step;
		label := s.label;
		help := s.help;
		begin
			perform data.step_allowed(s.step, id);
			blocked := data.step_blocked(s, id);
		exception
			when sqlstate 'GL002' then
				-- Of a tasking it is for somebody else to do: the raiser, the unit, who authorises.
				continue when s.scope = 'party';
				blocked := sqlerrm;
			when sqlstate 'GL005' then
				return;
		end;
		return next;
	end loop;
end
$$;
comment on function api.steps(text, uuid) is 'What the caller''s role can do to a record, in order; blocked says why not now';
-- Asked by an open form whenever something of the kind was changed, so it gives nothing but the number.
create function api.step_version(step text, id uuid) returns int
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
begin
	return (select v.value::int from data.step_values(s, id) v where v.name = '');
end
$$;
comment on function api.step_version(text, uuid) is 'The version by now of the record that a form of a step is about; 0 where it makes a new one';
-- Numbers without records: whoever has a place in Gridline may read them.
create function api.figures(as_at date default null, period text default null)
returns table ("position" int, id text, label text, value text, amount numeric, unit text, paragraph text, population text,
	period_name text, from_day date, to_day date, is_over boolean, before text, before_change text, year_ago text, year_change text,
	note text, printed text, rule text, definition text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select f."position", f.id, f.label, f.value, f.amount, f.unit, f.paragraph, f.population, f.period, f.from_day, f.to_day, f.is_over,
		f.before, f.before_change, f.year_ago, f.year_change, f.note, f.printed, f.rule, f.definition
	from data.figures(data.figures_day(as_at), period) f
$$;
comment on function api.figures(date, text) is 'The figures of the board paper, counted as at a day, over their own stretches or a period by name';
-- Joined to the lines under their policy: what belongs to a line the caller may not see is counted and not told.
-- Of returns on people small values are hidden, and the next greater ones until they tell of nobody.
create function api.figure_rows(id text, as_at date default null, period text default null, at_most int default 10000)
returns table (n bigint, ref text, line_id uuid, line_ref text, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select row_number() over (order by r.on_day, r.ref), case when x.seen then r.ref else '' end, l.line_id, coalesce(l.line_ref, ''),
		r.on_day, r.unit, case when r.hidden then r.what || ': too few to be told' when x.seen then r.what else 'of a line you may not see' end,
		case when not r.hidden then r.counts end, r.base
	from data.figure_rows_of(id, data.figures_day(as_at), period) r
	left join data.line l on l.line_id = r.line_id
	cross join lateral (select r.line_id is null or l.line_id is not null as seen) x
	order by r.on_day, r.ref
	limit at_most
$$;
comment on function api.figure_rows(text, date, text, int) is 'The rows a figure counts; their counts add up to it, or over their base to a share';
create function api.return_table(series text default null, as_at date default null, period text default null)
returns table ("position" bigint, series_code text, series_label text, unit text, paragraph text, breakdown text, breakdown_label text,
	category text, period_name text, from_day date, to_day date, shown text, amount numeric, share text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t."position", t.series, t.series_label, t.unit, t.paragraph, t.breakdown, t.breakdown_label, t.category, t.period, t.from_day,
		t.to_day, t.shown, t.amount, t.share
	from data.return_table(series, data.figures_day(as_at), period) t
	order by t."position"
$$;
comment on function api.return_table(text, date, text) is 'What partners returned, by stretch and part, as known at a day; small numbers hidden';
create function api.figure_months(ids text[], as_at date default null, at_most int default 12)
returns table (id text, label text, month text, shown text, amount numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select m.id, m.label, m.month, m.shown, m.amount from data.figure_months(ids, data.figures_day(as_at), least(at_most, 36)) m
$$;
comment on function api.figure_months(text[], date, int) is 'Figures by month, the last of them the month of a day';
-- What a review froze never changes; this is how far what has been recorded, revoked and voided since moved the
-- same counts over the same days.
create function data.review_recount(p_week text)
returns table (measure text, frozen bigint, recounted bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from data.review r join data.review_figure f using (review_id) where r.week = p_week and r.force = data.my_force()) then
		perform data.refuse('GL005', format('There is no frozen review of %s.', data.import_quote(coalesce(p_week, ''))),
			'A review freezes its figures when it is closed; gridline review list shows which are.');
	end if;
	return query
	select f.measure, f.n, o.n
	from data.review r
	join data.review_figure f using (review_id)
	join lateral data.outcome_counts(make_date(extract(year from r.meets_on - interval '3 months')::int, 4, 1), r.meets_on, data.clock()) o
		on o.measure = f.measure
	where r.week = p_week and r.force = data.my_force()
	order by f.position;
end
$$;
comment on function data.review_recount(text) is 'Figures a review froze, beside the same counted now';
create function api.review_recount(week text)
returns table (measure text, frozen bigint, recounted bigint, difference bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.measure, c.frozen, c.recounted, c.recounted - c.frozen from data.review_recount(week) c
$$;
comment on function api.review_recount(text) is 'Figures a closed review froze, beside the same counted now';
create view api.reviews as
	select r.review_id, s.name as series, r.force, r.week, r.meets_on, r.chair, array_to_string(r.attendees, ';') as attendees,
		array_to_string(r.units, ';') as units, r.state,
		(select count(*) from data.review_item i where i.review_id = r.review_id) as items,
		(select count(*) from data.review_item i where i.review_id = r.review_id and i.state = 'decided') as decided,
		(select count(*) from data.review_item i where i.review_id = r.review_id and i.state = 'deferred') as deferred,
		r.prepared_at, r.opened_at, r.opened_by, r.closed_at, r.closed_by, r.since, r.frozen_at, encode(r.frozen_hash, 'hex') as frozen_hash,
		r.row_version as version
	from data.review r join data.review_series s using (series_id);
comment on view api.reviews is 'The weekly reviews of the force of the caller; items are counted that the caller sees';
create view api.review_items as
	select i.item_id, i.review_id, r.week, r.meets_on, r.state as review_state, i.position, i.kind, k.label as kind_label, i.line_id,
		l.line_ref, l.name, i.group_id, g.group_ref, i.subject, array_to_string(i.why, E'\n') as why, i.added_by, i.carried, i.state,
		d.decision, x.label as decision_label, d.rationale, d.decided_by, d.decided_at, d.authority, d.recorded_by, d.referred_to,
		d.information, d.threat, d.powers, d.options, d.action, d.ethics,
		(select string_agg(t.tasking_ref, ';' order by t.tasking_ref) from data.review_tasking y join data.tasking t using (tasking_id)
			where y.decision_id = d.decision_id) as taskings,
		i.row_version as version
	from data.review_item i
	join data.review r using (review_id)
	join ref.review_kind k on k.code = i.kind
	left join data.line l using (line_id)
	left join data.crime_group g using (group_id)
	left join data.review_decision d on d.item_id = i.item_id
	left join ref.decision x on x.code = d.decision;
comment on view api.review_items is 'Agendas of the reviews, with what was decided, as far as the caller sees what they are about; order by position';
create view api.review_notes as
	select n.note_id, n.review_id, r.week, i.position as item, n.kind, n.text, n.reason, n.late, n.at, n.login
	from data.review_note n join data.review r using (review_id) left join data.review_item i on i.item_id = n.item_id;
comment on view api.review_notes is 'Notes and corrections of reviews, late ones marked';
create view api.review_chairs as
	select c.review_id, r.week, c.n, c.act, c.login, c.reason, c.at, c.by_login
	from data.review_chair c join data.review r using (review_id);
comment on view api.review_chairs is 'Who was handed the chair of a review, and to whom decisions were delegated';
create view api.review_figures as
	select f.review_id, r.week, f.position, f.measure, f.n from data.review_figure f join data.review r using (review_id);
comment on view api.review_figures is 'Figures as they were when a review was closed';
create function api.review(id uuid) returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with r as (
		select x.*, s.name as series from data.review x join data.review_series s using (series_id) where x.review_id = id
	), h as (
		select 1 as place, v.n::int as n, 'The meeting' as section, v.label, v.text
		from r cross join lateral (values
			(1, 'Review', r.series), (2, 'Week', r.week), (3, 'Meets on', to_char(r.meets_on, 'FMDay DD FMMonth YYYY')),
			(4, 'Chair', r.chair), (5, 'Attendees', array_to_string(r.attendees, ', ')), (6, 'Units', array_to_string(r.units, ', ')),
			(7, 'State', r.state), (8, 'Opened', to_char(r.opened_at, 'YYYY-MM-DD HH24:MI') || ' by ' || r.opened_by),
			(9, 'Closed', to_char(r.closed_at, 'YYYY-MM-DD HH24:MI') || ' by ' || r.closed_by),
			(10, 'Frozen as at', to_char(r.frozen_at, 'YYYY-MM-DD HH24:MI:SS')), (11, 'Hash', encode(r.frozen_hash, 'hex'))) v (n, label, text)
		where v.text <> ''
		union all
		select 1, 20 + c.n, 'The meeting', case c.act when 'hand-over' then 'Chair' when 'delegate' then 'Delegated' else 'Delegation ended' end,
			format('%s, by %s at %s: %s', c.login, c.by_login, to_char(c.at, 'HH24:MI'), c.reason)
		from r join data.review_chair c using (review_id)
	)
	select h.section, h.label, h.text from (
		select * from h
		union all
		select 2, i.position, 'Agenda', i.position || ' ' || concat_ws(' ', l.line_ref, nullif(l.name, ''), g.group_ref, nullif(i.subject, '')),
			array_to_string(i.why, E'\n') || coalesce(E'\n' || d.label || ' (' || v.decided_by || ', ' || to_char(v.decided_at, 'HH24:MI') || '): ' || v.rationale,
				case when r.state = 'prepared' then '' else E'\nto be decided' end)
		from r join data.review_item i using (review_id) left join data.line l using (line_id) left join data.crime_group g using (group_id)
		left join data.review_decision v on v.item_id = i.item_id left join ref.decision d on d.code = v.decision
		union all
		select 3, row_number() over (order by n.at, n.recorded_at)::int, 'Notes', case when n.late then 'Late ' else '' end || n.kind
				|| coalesce(' to item ' || i.position, ''), format('%s (%s, %s)', n.text, n.login, to_char(n.at, 'YYYY-MM-DD HH24:MI'))
		from r join data.review_note n using (review_id) left join data.review_item i on i.item_id = n.item_id
	) h order by h.place, h.n
$$;
comment on function api.review(uuid) is 'A review as people read it: the meeting, the agenda with what was decided, notes and corrections';
create function api.review_now() returns table (review_id uuid, week text, state text, item_id uuid, item int, items bigint, chair text, moved_by text, moved_at timestamptz, opened_at timestamptz, clock timestamptz, version int, leads boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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
	limit 1
$$;
comment on function api.review_now() is 'The review that is on, or else the next one prepared, and the item it is at: what a console that follows the chair asks for';
create function api.review_moment(week text) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when data.week_fault(week) is not null
			then (data.refuse('GL004', data.week_fault(week) || '.', 'Give an ISO week, like 2022-W52.'))::text::timestamptz
		when data.week_day(week) > (select c.today from ref.clock c)
			then (data.refuse('GL004', format('%s has not begun.', week), 'Give a week that has.'))::text::timestamptz
		else coalesce((select min(r.frozen_at) from data.review r where r.week = review_moment.week),
			least((data.week_day(week) + 7)::timestamptz, (select c.at from ref.clock c))) end
$$;
comment on function api.review_moment(text) is 'The moment that a week stands for: the freeze of its review, else its end, or now where it is not over';
