create function data.step_review_item_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_item_add', p_id, p_version);
	line data.line;
	grp data.crime_group;
	i data.review_item;
begin
	if coalesce(cells ->> 'line_ref', '') <> '' then
		select * into line from data.line l where lower(l.line_ref) = lower(cells ->> 'line_ref') and data.line_seen(l.line_id);
		if not found then
			perform data.refuse_fields(array['line_ref: there is no such line, or it is not yours to see']);
		elsif line.merged_into is not null then
			perform data.refuse_fields(array['line_ref: it was merged into another: add that one']);
		elsif exists (select from data.review_item x where x.review_id = r.review_id and x.line_id = line.line_id and x.state = 'open') then
			perform data.refuse_fields(array[format('line_ref: %s is item %s', line.line_ref,
				(select min(x.position) from data.review_item x where x.review_id = r.review_id and x.line_id = line.line_id and x.state = 'open'))]);
		end if;
	end if;
	if coalesce(cells ->> 'group_ref', '') <> '' then
		select * into grp from data.crime_group g where lower(g.group_ref) = lower(cells ->> 'group_ref');
	end if;
	if line.line_id is null and grp.group_id is null and coalesce(cells ->> 'subject', '') = '' then
		perform data.refuse_fields(array['subject: say what it is about: a line, a group, or a subject']);
	end if;
	insert into data.review_item (review_id, position, kind, line_id, group_id, subject, why, added_by)
	values (r.review_id, 1 + coalesce((select max(x.position) from data.review_item x where x.review_id = r.review_id), 0), 'other',
		line.line_id, grp.group_id, coalesce(cells ->> 'subject', ''), array[cells ->> 'why'], session_user)
	returning * into i;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('%s is item %s of %s', coalesce(line.line_ref, grp.group_ref, i.subject), i.position, r.week);
	lines := case when line.line_id is null then '{}' else array[line.line_id] end;
end
$$;
comment on function data.step_review_item_add(uuid, int, jsonb) is 'Put something on the agenda';
create function data.step_review_attend(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_attend', p_id, p_version);
	there record;
begin
	select * into there from data.staff_list(cells ->> 'attendees', r.force);
	if there.faults is not null then
		perform data.refuse_fields(array['attendees: ' || array_to_string(there.faults, '; ')]);
	end if;
	update data.review x set row_version = x.row_version + 1, attendees = there.logins, units = array(select data.import_items(coalesce(cells ->> 'units', '')))
	where x.review_id = r.review_id returning * into r;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('%s people and %s units are there', cardinality(r.attendees), cardinality(r.units));
	lines := '{}';
end
$$;
comment on function data.step_review_attend(uuid, int, jsonb) is 'Say who is there';
create function data.step_review_chair(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_chair', p_id, p_version);
	who data.staff;
	fault text;
begin
	select * into who from data.staff s where s.login = cells ->> 'to';
	fault := case cells ->> 'act'
		when 'hand-over' then coalesce(data.chair_fault(who.login, r.force), case when who.login = r.chair then 'has the chair already' end)
		when 'end' then case when data.review_authority(r, who.login) is distinct from 'delegated' then 'nothing is delegated to them' end
		else case
			when who.force <> r.force or who.role not in ('supervisor', 'analyst') or not who.active or who.valid_to <= now()
				then format('a supervisor or an analyst of %s can be trusted with it', r.force)
			when data.review_authority(r, who.login) is not null then 'may decide already' end
	end;
	if fault is not null then
		perform data.refuse_fields(array['to: ' || fault]);
	end if;
	insert into data.review_chair (review_id, n, act, login, reason, at)
	values (r.review_id, 1 + (select count(*) from data.review_chair c where c.review_id = r.review_id), cells ->> 'act', who.login,
		cells ->> 'reason', data.clock());
	update data.review x set chair = case when cells ->> 'act' = 'hand-over' then who.login else x.chair end, row_version = x.row_version + 1
	where x.review_id = r.review_id returning * into r;
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format(case cells ->> 'act' when 'hand-over' then '%s has the chair' when 'end' then '%s decides no more'
		else '%s may decide for the chair' end, who.login);
	lines := '{}';
end
$$;
comment on function data.step_review_chair(uuid, int, jsonb) is 'Hand the chair over, delegate decisions, or end that';
create function data.step_review_note(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_note', p_id, p_version);
	i data.review_item := data.review_say(r, 'note', cells);
begin
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('a %snote to %s is added', case when r.state = 'closed' then 'late ' else '' end,
		coalesce('item ' || i.position, 'the review of ' || r.week));
	lines := case when i.line_id is null then '{}' else array[i.line_id] end;
end
$$;
comment on function data.step_review_note(uuid, int, jsonb) is 'Add a note, late ones included';
create function data.step_review_correct(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_correct', p_id, p_version);
	i data.review_item := data.review_say(r, 'correction', cells);
begin
	id := r.review_id;
	ref := r.week;
	version := r.row_version;
	said := format('a %scorrection to %s is added', case when r.state = 'closed' then 'late ' else '' end,
		coalesce('item ' || i.position, 'the review of ' || r.week));
	lines := case when i.line_id is null then '{}' else array[i.line_id] end;
end
$$;
comment on function data.step_review_correct(uuid, int, jsonb) is 'Correct what was recorded, by an entry that says so';
-- What takes long comes before the first entry of the log, whose head every other writer needs.
create function data.step_review_close(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review := data.review_lock('review_close', p_id, p_version);
	figures jsonb;
	n data.review;
begin
	r.frozen_at := data.freeze_barrier();
	figures := data.review_figures(r, r.frozen_at);
	r.frozen_after := (select x.review_id from data.review x where x.frozen_at is not null order by x.frozen_at desc limit 1);
	r.closed_at := r.frozen_at;
	r.closed_by := session_user;
	r.frozen_hash := data.freeze_hash(r, figures);
	insert into data.review_figure (review_id, position, measure, n)
	select r.review_id, f.n, f.x ->> 0, (f.x ->> 1)::bigint from jsonb_array_elements(figures) with ordinality f (x, n);
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
create function data.step_review_decide(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item := data.review_item_lock('review_decide', p_id, p_version);
	d ref.decision;
	r data.review;
	who record;
	kept data.review_decision;
	faults text[];
begin
	select * into strict r from data.review x where x.review_id = i.review_id;
	select * into strict d from ref.decision x where x.code = cells ->> 'decision';
	select * into who from data.review_decider(r, d, cells ->> 'decided_by');
	faults := array_cat(case when who.fault is not null then array['decided_by: ' || who.fault] end, data.decision_faults(i, d, cells));
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	kept := data.review_keep(i, d, who.login, cells, lower(d.label)
		|| case when coalesce(cells ->> 'referred_to', '') <> '' then ' to ' || (cells ->> 'referred_to') else '' end);
	said := format('item %s: %s', i.position, kept.said) || coalesce('; ' || data.decision_effect(i, d, kept, cells), '');
	id := i.item_id;
	ref := i.position::text;
	version := (select x.row_version from data.review_item x where x.item_id = i.item_id);
	lines := case when i.line_id is null then '{}' else array[i.line_id] end;
end
$$;
comment on function data.step_review_decide(uuid, int, jsonb) is 'Decide on an item, with what it does to the line and the tasking that goes with it, or not at all';
create function data.step_review_item_defer(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item := data.review_item_lock('review_item_defer', p_id, p_version);
	r data.review;
	d ref.decision;
	who record;
begin
	select * into strict r from data.review x where x.review_id = i.review_id;
	select * into strict d from ref.decision x where x.code = 'defer';
	select * into who from data.review_decider(r, d, null);
	if who.fault is not null then
		perform data.refuse('GL002', who.fault || '.', 'Ask the chair.');
	end if;
	perform data.review_keep(i, d, who.login, cells, 'it goes to the next review');
	id := i.item_id;
	ref := i.position::text;
	version := (select x.row_version from data.review_item x where x.item_id = i.item_id);
	said := format('item %s goes to the next review', i.position);
	lines := case when i.line_id is null then '{}' else array[i.line_id] end;
end
$$;
comment on function data.step_review_item_defer(uuid, int, jsonb) is 'Put an item off to the next review';
create function data.step_review_item_move(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	i data.review_item := data.review_item_lock('review_item_move', p_id, p_version);
	last int := (select max(x.position) from data.review_item x where x.review_id = i.review_id);
	place int := least(greatest((cells ->> 'to')::int, 1), last);
begin
	update data.review_item x
	set position = case when x.item_id = i.item_id then place when i.position < place then x.position - 1 else x.position + 1 end
	where x.review_id = i.review_id and x.position between least(i.position, place) and greatest(i.position, place) and i.position <> place;
	id := i.item_id;
	ref := place::text;
	version := (select x.row_version from data.review_item x where x.item_id = i.item_id);
	said := format('item %s is item %s now', i.position, place);
	lines := '{}';
end
$$;
comment on function data.step_review_item_move(uuid, int, jsonb) is 'Move an item on the agenda';
create function data.values_review_prepare(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from (select) one
	left join lateral (select y.* from data.review_series y where y.force = data.my_force() order by y.name limit 1) s on true
	left join lateral (select to_char(greatest(max(r.meets_on) + 7, data.clock()::date), 'IYYY-"W"IW') as week from data.review r where r.series_id = s.series_id) n on true
	cross join lateral (values ('', '0', ''), ('series', s.name, ''), ('week', n.week, ''), ('chair', s.chair, ''),
		('units', array_to_string(s.units, '; '), '')) x (name, value, note)
$$;
comment on function data.values_review_prepare(uuid) is 'The first series of the force and the week that comes next';
create function data.values_review_open(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note from data.review_values(id) v
$$;
comment on function data.values_review_open(uuid) is 'Which review its form is about, and who was asked to come';
create function data.values_review_attend(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note from data.review_values(id) v
$$;
comment on function data.values_review_attend(uuid) is 'Which review its form is about, and who was asked to come';
create function data.values_review_decide(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note from data.item_values(id) v
$$;
comment on function data.values_review_decide(uuid) is 'Which item its form is about';
create function data.values_review_item_defer(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note from data.item_values(id) v
$$;
comment on function data.values_review_item_defer(uuid) is 'Which item its form is about';
create function data.values_review_item_move(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note from data.item_values(id) v
$$;
comment on function data.values_review_item_move(uuid) is 'Which item its form is about';
