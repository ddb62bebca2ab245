-- SPDX-License-Identifier: MIT
-- Runs as the owner: a clash counts whether or not the caller may see it, but what is not theirs to see is not
-- named. A tasking holds its line from the day it was authorised, or raised, until it is due; one that is late
-- holds it still.
create function data.clashes(p_line uuid, p_group uuid, p_unit text, p_from date, p_due date, p_not uuid)
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
