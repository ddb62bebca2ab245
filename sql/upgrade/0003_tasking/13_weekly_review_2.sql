create function data.review_fill(r data.review) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with reason as materialized (
		select x.*, k.position as place from data.review_reasons(r) x join ref.review_kind k on k.code = x.kind
	), item as materialized (
		select x.line_id, x.group_id, (array_agg(x.kind order by x.place, x.urgency))[1] as kind, min(x.place) as place,
			(array_agg(x.urgency order by x.place, x.urgency))[1] as urgency,
			array_agg(k.label || ': ' || x.reason order by x.place, x.urgency) as why
		from reason x join ref.review_kind k on k.code = x.kind group by x.line_id, x.group_id
	), gone as (
		delete from data.review_item i where i.review_id = r.review_id and i.added_by is null and i.carried_from is null and i.state = 'open'
			and not exists (select from item n where n.line_id is not distinct from i.line_id and n.group_id is not distinct from i.group_id)
		returning i.item_id
	), kept as (
		update data.review_item i set why = case when i.carried_from is not null then i.why[1:1] else '{}' end || n.why,
			kind = case when i.carried_from is not null then i.kind else n.kind end
		from item n where i.review_id = r.review_id and i.state = 'open' and n.line_id is not distinct from i.line_id and n.group_id is not distinct from i.group_id
			and i.added_by is null
		returning i.item_id
	)
	insert into data.review_item (review_id, position, kind, line_id, group_id, why)
	select r.review_id, coalesce((select max(i.position) from data.review_item i where i.review_id = r.review_id), 0)
			+ row_number() over (order by n.place, n.urgency, n.line_id), n.kind, n.line_id, n.group_id, n.why
	from item n
	where not exists (select from data.review_item i where i.review_id = r.review_id and i.added_by is null
		and i.line_id is not distinct from n.line_id and i.group_id is not distinct from n.group_id)
$$;
comment on function data.review_fill(data.review) is 'Bring the agenda of a review up to how things stand: what was added or deferred to it stays, what no longer holds goes';
create function data.review_new(s data.review_series, p_week text, p_meets date, p_chair text, p_attendees text[], p_units text[]) returns data.review
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.review (series_id, force, week, meets_on, chair, attendees, units, prepared_at, since)
	values (s.series_id, s.force, p_week, p_meets, p_chair, p_attendees, p_units, data.clock(), data.review_since(s.series_id, p_week))
	returning *
$$;
comment on function data.review_new(data.review_series, text, date, text, text[], text[]) is 'Make a review of a series for a week';
create function data.review_say(r data.review, p_kind text, cells jsonb) returns data.review_item
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item;
begin
	if coalesce(cells ->> 'item', '') <> '' then
		select * into i from data.review_item x where x.review_id = r.review_id and x.position = (cells ->> 'item')::int
			and (x.line_id is null or data.line_seen(x.line_id));
		if not found then
			perform data.refuse_fields(array[format('item: there is no item %s', cells ->> 'item')]);
		elsif p_kind = 'correction' and i.state = 'open' then
			perform data.refuse_fields(array[format('item: nothing is decided on item %s yet', i.position)]);
		end if;
	end if;
	insert into data.review_note (review_id, item_id, kind, text, reason, late, at)
	values (r.review_id, i.item_id, p_kind, cells ->> 'note', coalesce(cells ->> 'reason', ''), r.state = 'closed', data.clock());
	return i;
end
$$;
comment on function data.review_say(data.review, text, jsonb) is 'Add a note or a correction to a review';
create function data.review_decider(r data.review, d ref.decision, p_login text, out login text, out fault text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(nullif(p_login, ''), case when data.review_authority(r, session_user) is not null then session_user::text else r.chair end),
		(select case
			when data.review_authority(r, x.login) is null then format('%s has the chair, and has not delegated it to %s', r.chair, x.login)
			when not coalesce(s.active and s.valid_to > now(), false) then format('%s has no access any more', x.login)
			when s.role <> all (d.roles) then format('%s is decided by: %s', lower(d.label), array_to_string(d.roles, ', ')) end
		from (select coalesce(nullif(p_login, ''), case when data.review_authority(r, session_user) is not null then session_user::text else r.chair end) as login) x
		left join data.staff s on s.login = x.login)
$$;
comment on function data.review_decider(data.review, ref.decision, text) is 'Whose decision it is: who is named, else the caller if they may, else the chair; and why it cannot be theirs';
create function data.review_keep(i data.review_item, d ref.decision, p_decider text, cells jsonb, p_said text) returns data.review_decision
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	kept data.review_decision;
begin
	select * into strict r from data.review x where x.review_id = i.review_id;
	insert into data.review_decision (review_id, item_id, line_id, decision, rationale, information, threat, powers, options, action, ethics,
		decided_by, decided_at, authority, referred_to, said)
	values (i.review_id, i.item_id, i.line_id, d.code, coalesce(nullif(cells ->> 'rationale', ''), cells ->> 'reason'),
		coalesce(cells ->> 'information', ''), coalesce(cells ->> 'threat', ''), coalesce(cells ->> 'powers', ''),
		coalesce(cells ->> 'options', ''), coalesce(cells ->> 'action', ''), coalesce(cells ->> 'ethics', ''),
		p_decider, data.clock(), data.review_authority(r, p_decider), coalesce(cells ->> 'referred_to', ''), p_said)
	returning * into kept;
	update data.review_item x set state = case when d.defers then 'deferred' else 'decided' end where x.item_id = i.item_id;
	return kept;
end
$$;
comment on function data.review_keep(data.review_item, ref.decision, text, jsonb, text) is 'Keep a decision and settle its item';
create function data.decision_tasking(p_why text, cells jsonb) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_object_agg(substr(c.key, 6), c.value) || jsonb_build_object('reason', p_why,
		'route', coalesce(nullif(cells ->> 'task_route', ''), 'local'))
	from jsonb_each_text(cells) c where c.key like 'task\_%'
$$;
comment on function data.decision_tasking(text, jsonb) is 'The cells of the tasking that is raised with a decision';
create function data.decision_faults(i data.review_item, d ref.decision, cells jsonb) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select array_agg(x.name || ': ' || x.fault)
	from (select coalesce(cells ->> 'task_title', '') || coalesce(cells ->> 'task_unit', '') || coalesce(cells ->> 'task_due', '')
		|| coalesce(cells ->> 'task_asked', '') <> '' as tasked) t
	cross join lateral (values
		('decision', case when d.line_step is not null and i.line_id is null then format('there is no line to %s', lower(d.label)) end),
		('referred_to', case when d.asks = 'referred_to' and coalesce(cells ->> 'referred_to', '') = '' then 'is empty: say to whom it is referred' end),
		('task_title', case when d.asks = 'tasking' and not t.tasked then 'is empty: say what is to be found out' end),
		('task_title', case when t.tasked and coalesce(cells ->> 'task_title', '') = '' then 'is empty' end),
		('task_unit', case when t.tasked and coalesce(cells ->> 'task_unit', '') = '' then 'is empty' end),
		('task_due', case when t.tasked and coalesce(cells ->> 'task_due', '') = '' then 'is empty' end),
		('task_title', case when t.tasked and i.line_id is null and i.group_id is null then 'a tasking is raised on a line or a group, and this item is about neither' end),
		('task_title', case when t.tasked and d.code in ('close', 'defer') then format('nothing is tasked with %s', lower(d.label)) end)) x (name, fault)
	where x.fault is not null
	having count(*) > 0
	union all
	select array_agg('task_' || y.fault)
	from unnest(data.tasking_faults(data.clock()::date, data.decision_tasking(cells ->> 'rationale', cells))) y (fault)
	where coalesce(cells ->> 'task_title', '') <> '' and coalesce(cells ->> 'task_unit', '') <> '' and coalesce(cells ->> 'task_due', '') <> ''
	having count(*) > 0
	limit 1
$$;
comment on function data.decision_faults(data.review_item, ref.decision, jsonb) is 'What is wrong with the fields of a decision together; null if nothing is';
create function data.decision_effect(i data.review_item, d ref.decision, kept data.review_decision, cells jsonb) returns text
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	did text;
	t data.tasking;
begin
	if coalesce(cells ->> 'task_title', '') <> '' then
		t := data.tasking_new(i.line_id, i.group_id, data.decision_tasking(kept.rationale, cells));
		insert into data.review_tasking (review_id, decision_id, tasking_id) values (i.review_id, kept.decision_id, t.tasking_id);
		did := format('%s is %s for %s, due %s', t.tasking_ref, t.state, t.unit, t.due);
	end if;
	if d.line_step is not null then
		perform data.require_role(variadic (select s.roles from ref.step s where s.step = d.line_step));
		execute format('select said from data.step_%s($1, $2, $3)', d.line_step) into did
			using i.line_id, (select l.row_version from data.line l where l.line_id = i.line_id for update), jsonb_build_object('reason', kept.rationale);
	elsif d.reviewed and i.line_id is not null then
		update data.line l set last_review = data.clock()::date where l.line_id = i.line_id and l.is_open;
	end if;
	return did;
end
$$;
comment on function data.decision_effect(data.review_item, ref.decision, data.review_decision, jsonb) is 'What a decision does beside being kept; in words, or null';
create function data.review_figures(r data.review, p_at timestamptz) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with v as (
		select l.is_open, l.band, l.status from data.line l where l.valid_from <= p_at and l.grid_part in (r.force, '')
		union all
		select h.is_open, h.band, h.status from data.line_history h where upper(h.during) > p_at and h.during @> p_at and h.grid_part in (r.force, '')
	), counted as (
		select 1 as place, 'lines_open' as measure, count(*) filter (where v.is_open) as n from v
		union all
		select 2, 'lines_band_' || b.code, (select count(*) from v where v.is_open and v.band = b.code) from ref.band b
		union all
		select 3, 'taskings_open', sum((t.is_open)::int) from (
			select x.is_open, x.line_id from data.tasking x where x.valid_from <= p_at and x.force = r.force
			union all select h.is_open, h.line_id from data.tasking_history h where upper(h.during) > p_at and h.during @> p_at and h.force = r.force) t
		union all
		select 4, 'items', count(*) from data.review_item i where i.review_id = r.review_id
		union all
		select 5, 'decision_' || d.code, (select count(*) from data.review_decision x where x.review_id = r.review_id and x.decision = d.code) from ref.decision d
		union all
		select 6, o.measure, o.n from data.outcome_counts(
			make_date(extract(year from r.meets_on - interval '3 months')::int, 4, 1), r.meets_on, p_at) o
	)
	select jsonb_agg(jsonb_build_array(c.measure, coalesce(c.n, 0)) order by c.place, c.measure) from counted c
$$;
comment on function data.review_figures(data.review, timestamptz) is 'The figures of a review as they stood at a moment';
create function data.review_next(r data.review) returns data.review
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	s data.review_series;
	n data.review;
	next_week text := to_char(r.meets_on + 7, 'IYYY-"W"IW');
begin
	select * into strict s from data.review_series x where x.series_id = r.series_id;
	select * into n from data.review x where x.series_id = r.series_id and x.state = 'prepared' and x.meets_on > r.meets_on order by x.meets_on limit 1;
	if not found then
		n := data.review_new(s, next_week, data.week_day(next_week, s.weekday), s.chair, '{}', s.units);
	end if;
	update data.review x set since = r.frozen_at where x.review_id = n.review_id;
	insert into data.review_item (review_id, position, kind, line_id, group_id, subject, why, carried_from, carried)
	select n.review_id, coalesce((select max(x.position) from data.review_item x where x.review_id = n.review_id), 0) + row_number() over (order by i.position),
		'carried', i.line_id, i.group_id, i.subject, array[format('deferred on %s: %s', r.meets_on, d.rationale)], i.item_id, i.carried + 1
	from data.review_item i join data.review_decision d using (item_id)
	where i.review_id = r.review_id and i.state = 'deferred'
		and not exists (select from data.review_item x where x.review_id = n.review_id and x.added_by is null and x.line_id = i.line_id);
	return n;
end
$$;
comment on function data.review_next(data.review) is 'The next review of a series, with what this one deferred';
create function data.review_verify() returns table (force text, week text, frozen_at timestamptz, hash text, intact boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select r.force, r.week, r.frozen_at, encode(r.frozen_hash, 'hex'),
		r.frozen_hash = data.freeze_hash(r, (select jsonb_agg(jsonb_build_array(f.measure, f.n) order by f.position) from data.review_figure f
			where f.review_id = r.review_id))
	from data.review r where r.state = 'closed' order by r.frozen_at
$$;
comment on function data.review_verify() is 'The freezes, worked out again from what stands';
create function data.review_values(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from data.review r join data.review_series s using (series_id)
	cross join lateral (values
		('', r.row_version::text, format('%s, %s, %s', s.name, r.week, to_char(r.meets_on, 'FMDay DD FMMonth YYYY'))),
		('chair', r.chair, ''),
		('attendees', array_to_string(r.attendees, '; '), ''),
		('units', array_to_string(r.units, '; '), '')) x (name, value, note)
	where r.review_id = id
$$;
comment on function data.review_values(uuid) is 'What the forms of a review begin with';
create function data.item_values(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from data.review_item i join data.review r using (review_id)
	left join data.line l using (line_id) left join data.crime_group g using (group_id)
	cross join lateral (values
		('', i.row_version::text, format('item %s: %s', i.position, concat_ws(' ', l.line_ref, nullif(l.name, ''), g.group_ref, nullif(i.subject, '')))),
		('to', i.position::text, ''),
		('decided_by', case when data.review_authority(r, session_user) is not null then session_user else r.chair end, '')) x (name, value, note)
	where i.item_id = id
$$;
comment on function data.item_values(uuid) is 'What the forms of an item begin with';
create function data.step_review_series_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	s data.review_series;
	mine text := data.my_force();
	fault text := data.chair_fault(cells ->> 'chair', mine);
begin
	if fault is not null then
		perform data.refuse_fields(array['chair: ' || fault]);
	elsif exists (select from data.review_series x where x.force = mine and lower(x.name) = lower(cells ->> 'name')) then
		perform data.refuse_fields(array['name: there is a review of that name']);
	end if;
	insert into data.review_series (name, force, weekday, chair, units, top_n)
	values (cells ->> 'name', mine, (select w.position from ref.word w where w.vocabulary = 'weekday' and w.code = cells ->> 'weekday'),
		cells ->> 'chair', array(select data.import_items(coalesce(cells ->> 'units', ''))), coalesce(nullif(cells ->> 'top_n', '')::int, 10))
	returning * into s;
	id := s.series_id;
	ref := s.name;
	version := 1;
	said := format('%s meets every %s, chaired by %s', s.name, cells ->> 'weekday', s.chair);
	lines := '{}';
end
$$;
comment on function data.step_review_series_add(uuid, int, jsonb) is 'Set up a meeting that comes back every week';
create function data.step_review_prepare(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	s data.review_series;
	r data.review;
	mine text := data.my_force();
	meets date := data.parse_day(cells ->> 'meets_on');
	who text;
	there record;
	faults text[];
begin
	select * into s from data.review_series x where x.force = mine and x.name = cells ->> 'series';
	who := coalesce(nullif(cells ->> 'chair', ''), s.chair);
	meets := coalesce(meets, data.week_day(cells ->> 'week', s.weekday));
	select * into there from data.staff_list(cells ->> 'attendees', mine);
	faults := array_remove(array[
		'series: ' || case when s.series_id is null then format('%s has no review of that name', mine) end,
		'week: ' || data.week_fault(cells ->> 'week'),
		'meets_on: ' || case when data.week_fault(cells ->> 'week') is null and to_char(meets, 'IYYY-"W"IW') <> cells ->> 'week'
			then format('%s lies in %s', meets, to_char(meets, 'IYYY-"W"IW')) end,
		'chair: ' || data.chair_fault(who, mine),
		'attendees: ' || array_to_string(there.faults, '; ')], null);
	if faults <> '{}' then
		perform data.refuse_fields(faults);
	end if;
	select * into r from data.review x where x.series_id = s.series_id and (x.week = cells ->> 'week' or x.state = 'closed' and x.meets_on >= meets)
	order by x.week = cells ->> 'week' desc, x.meets_on desc limit 1;
	if found then
		perform data.refuse_fields(array[case when r.week = cells ->> 'week'
			then format('week: %s has its review already, and it is %s', r.week, r.state)
			else format('week: the review of %s is closed, and nothing comes before it', r.week) end]);
	end if;
	r := data.review_new(s, cells ->> 'week', meets, who, there.logins,
		case when coalesce(cells ->> 'units', '') = '' then s.units else array(select data.import_items(cells ->> 'units')) end);
	perform data.review_fill(r);
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the review of %s on %s is prepared: %s items', r.week, to_char(r.meets_on, 'FMDay DD FMMonth'),
		(select count(*) from data.review_item i where i.review_id = r.review_id));
	lines := '{}';
end
$$;
comment on function data.step_review_prepare(uuid, int, jsonb) is 'Prepare the review of a week';
create function data.step_review_refresh(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_refresh', p_id, p_version);
begin
	update data.review x set since = data.review_since(r.series_id, r.week), row_version = x.row_version + 1 where x.review_id = r.review_id returning * into r;
	perform data.review_fill(r);
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the agenda of %s is built again: %s items', r.week, (select count(*) from data.review_item i where i.review_id = r.review_id));
	lines := '{}';
end
$$;
comment on function data.step_review_refresh(uuid, int, jsonb) is 'Build the agenda again from how things stand';
create function data.step_review_open(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_open', p_id, p_version);
	who text := coalesce(nullif(cells ->> 'chair', ''), r.chair);
	fault text := data.chair_fault(who, r.force);
	there record;
begin
	select * into there from data.staff_list(cells ->> 'attendees', r.force);
	if fault is not null or there.faults is not null then
		perform data.refuse_fields(array_remove(array['chair: ' || fault, 'attendees: ' || array_to_string(there.faults, '; ')], null));
	end if;
	update data.review x set state = 'open', opened_at = data.clock(), opened_by = session_user, chair = who,
		attendees = case when cells ? 'attendees' then there.logins else x.attendees end,
		units = case when cells ? 'units' then array(select data.import_items(cells ->> 'units')) else x.units end,
		since = data.review_since(r.series_id, r.week)
	where x.review_id = r.review_id returning * into r;
	perform data.review_fill(r);
	insert into data.review_place (review_id, item_id)
	select r.review_id, (select i.item_id from data.review_item i where i.review_id = r.review_id order by i.position limit 1)
	on conflict do nothing;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the review of %s is open, %s in the chair: %s items', r.week, r.chair,
		(select count(*) from data.review_item i where i.review_id = r.review_id));
	lines := '{}';
end
$$;
comment on function data.step_review_open(uuid, int, jsonb) is 'Open a review: the meeting begins';
create function data.step_review_go(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_go', p_id, p_version);
	i data.review_item;
begin
	select * into i from data.review_item x where x.review_id = r.review_id and x.position = (cells ->> 'item')::int;
	if not found then
		perform data.refuse_fields(array[format('item: there is no item %s', cells ->> 'item')]);
	end if;
	insert into data.review_place (review_id, item_id) values (r.review_id, i.item_id)
	on conflict (review_id) do update set item_id = i.item_id, moved_at = clock_timestamp(), moved_by = session_user;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('the meeting is at item %s', i.position);
	lines := '{}';
end
$$;
comment on function data.step_review_go(uuid, int, jsonb) is 'Take the meeting to an item; who follows the chair goes along';
