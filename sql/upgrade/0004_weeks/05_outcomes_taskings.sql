-- Of a group that is not that old here, or whose versions were not kept yet, the oldest that is known counts.
create function data.group_mapped(p_group uuid, known timestamptz) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.mapped
	from (
		select g.mapped, g.valid_from as since from data.crime_group g where g.group_id = p_group
		union all
		select h.mapped, lower(h.during) from data.group_history h where h.group_id = p_group
	) v
	order by v.since > known, case when v.since <= known then v.since end desc, v.since
	limit 1
$$;
comment on function data.group_mapped(uuid, timestamptz) is 'Was a group on the national mapping, as was known at a moment';
create or replace function data.outcome_counts(from_day date, to_day date, as_at timestamptz)
returns table (measure text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with closed as (
		select c.kind, (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= as_at
			order by s.n desc limit 1) as state
		from data.closure c where c.on_day between from_day and to_day
	), arrested as (
		select a.* from data.arrest a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), charged as (
		select a.* from data.charge a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), guarded as (
		select a.* from data.safeguarding a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), disrupted as (
		select a.*, g.kind from data.disruption a left join data.crime_group g using (group_id)
		where a.on_day between from_day and to_day and a.entered_at <= as_at and coalesce(a.voided_at, 'infinity') > as_at
	)
	select 'type1_' || s.state, (select count(*) from closed where kind = 'type1' and state = s.state)
	from (values ('claimed'), ('provisional'), ('verified'), ('revoked')) s (state)
	union all select 'type1_outcomes', count(*) from closed where kind = 'type1' and state in ('provisional', 'verified')
	union all select 'type2_outcomes', count(*) from closed where kind = 'type2' and state = 'verified'
	union all select 'arrests_programme', count(*) from arrested where programme
	union all select 'arrests_force_wide', count(*) from arrested where not programme
	union all select 'persons_charged', count(distinct c.person_id) from charged c join ref.offence o on o.code = c.offence
		where c.programme and o.counts_for_type1
	union all select 'safeguarding_' || x.stage, (select count(distinct g.person_id) from guarded g where g.stage = x.stage and g.programme)
	from (values ('referred'), ('engaged')) x (stage)
	union all select 'ocg_disrupted', count(*) filter (where data.group_mapped(x.group_id, as_at)) from (
		select distinct group_id from disrupted where programme and kind = 'OCG' and grade in ('major', 'moderate', 'minor')) x
	union all select 'usg_disrupted', count(distinct group_id) from disrupted where programme and kind = 'USG' and grade in ('major', 'moderate', 'minor')
	union all select 'disruption_events_force_wide', count(*) from disrupted where not programme
	union all select 'disruption_ocgs_drugs_force_wide', count(distinct group_id) from disrupted where not programme and drugs_linked and kind = 'OCG'
	union all select 'disruption_arrested_force_wide', coalesce(sum(arrested), 0) from disrupted where not programme
	union all select 'disruption_arrested_drugs_force_wide', coalesce(sum(arrested_drugs), 0) from disrupted where not programme
	union all select 'disruption_trafficking_force_wide', coalesce(sum(trafficking_outcomes), 0) from disrupted where not programme
$$;
comment on function data.outcome_counts(date, date, timestamptz) is 'The counts behind api.outcome_counts';
create or replace function data.tasking_asked(id uuid) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is asked', x.label, x.text
	from data.tasking t
	join ref.tasking_route r on r.code = t.route
	left join data.crime_group g on g.group_id = t.group_id
	cross join lateral (values
		('What', t.title), ('In full', t.asked), ('Why', t.why), ('Line', data.line_shown(t.line_id)), ('Group', g.group_ref || ' ' || g.name),
		('Unit', t.unit || coalesce(', ' || t.owner, '')), ('Due', to_char(t.due, 'Dy YYYY-MM-DD')),
		('Route', r.label || coalesce(', NIM level ' || t.nim_level, '')), ('Needs', t.resources), ('Raised', t.raised_by || ' on ' || t.raised_on)) x (label, text)
	where t.tasking_id = id and coalesce(x.text, '') <> ''
$$;
comment on function data.tasking_asked(uuid) is 'What a tasking asks of whom';
-- Runs as the owner: a clash counts whether or not the caller may see it, but what is not theirs to see is not
-- named. A tasking holds its line from the day it was authorised, or raised, until it is due; one that is late
-- holds it still.
create or replace function data.clashes(p_line uuid, p_group uuid, p_unit text, p_from date, p_due date, p_not uuid)
returns table (kind text, label text, tasking_id uuid, tasking_ref text, line_ref text, unit text, state_label text,
	from_day date, due date, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with behind as (
		select p_group as group_id where p_group is not null
		union
		select g.group_id from data.line_group g, ref.clock c where g.line_id = p_line and c.today between g.valid_from and g.valid_to
	), other as (
		(select 'line' as kind, t as t from data.tasking t
		where t.line_id = p_line and t.is_open and t.unit <> p_unit and t.tasking_id is distinct from p_not limit 200)
		union all
		(select 'group', t from behind b join data.tasking t on t.group_id = b.group_id
		where t.is_open and t.unit <> p_unit and t.line_id is distinct from p_line and t.tasking_id is distinct from p_not limit 200)
		union all
		(select 'group', t from data.line_group g cross join ref.clock c join data.tasking t on t.line_id = g.line_id
		where g.group_id = p_group and c.today between g.valid_from and g.valid_to
			and t.is_open and t.unit <> p_unit and t.line_id is distinct from p_line and t.group_id is distinct from p_group
			and t.tasking_id is distinct from p_not limit 200)
	), held as (
		select o.kind, o.t, coalesce((o.t).authorised_on, (o.t).raised_on) as from_day,
			greatest(coalesce((o.t).due, 'infinity'), c.today) as until, (o.t).due < c.today as late,
			(o.t).line_id is null or data.line_seen((o.t).line_id) as seen
		from other o cross join ref.clock c
	), clash as (
		select h.*, row_number() over (partition by h.kind order by h.until, (h.t).tasking_ref) as n
		from held h
		where h.from_day <= coalesce(p_due, 'infinity') and h.until >= p_from
	)
	select c.kind, case c.kind when 'line' then 'The same line' else 'The same group' end,
		case when c.seen then (c.t).tasking_id end, case when c.seen then (c.t).tasking_ref else '' end,
		case when c.seen then coalesce(l.line_ref, '') else '' end, (c.t).unit, s.label, c.from_day, (c.t).due,
		format('%s is tasked %s, %s%s', (c.t).unit,
			case when c.kind = 'line' then 'on this line' when not c.seen then 'on a line of this group that you may not see'
				when l.line_ref is not null then format('on %s of this group', l.line_ref) else 'on this group' end,
			case when c.late then 'late since ' || (c.t).due else coalesce('until ' || (c.t).due, 'without a day') end,
			case when c.seen then format(': %s %s (%s)', (c.t).tasking_ref, (c.t).title, lower(s.label)) else '' end)
	from clash c join ref.tasking_state s on s.code = (c.t).state left join data.line l on l.line_id = (c.t).line_id
	where c.n <= 20
	union all
	select 'deconfliction', 'Deconfliction', null, '', case when l.seen then l.line_ref else '' end, '', '', d.raised_on, null,
		format('%s may be the same line as %s: decide that first, it cannot be tasked until then',
			case when l.seen then l.line_ref else 'The line' end,
			case when data.line_seen(o.line_id) then o.line_ref else 'one you may not see' end)
	from data.deconfliction d
	cross join lateral (select x.line_ref, data.line_seen(x.line_id) as seen from data.line x where x.line_id = p_line) l
	join data.line o on o.line_id = case when d.line_a = p_line then d.line_b else d.line_a end
	where d.is_open and p_line in (d.line_a, d.line_b)
	union all
	select 'capacity', 'Capacity', null, '', '', p_unit, '', null, null,
		format('%s has %s open tasking%s and says it can carry %s: this one makes %s', p_unit, u.open,
			case when u.open = 1 then '' else 's' end, u.open_at_most, u.open + 1)
	from data.unit_load(p_unit, p_from, p_not) u
	where u.open + 1 > u.open_at_most
$$;
comment on function data.clashes(uuid, uuid, text, date, date, uuid) is 'What stands against tasking a unit on a line or a group from one day to another';
