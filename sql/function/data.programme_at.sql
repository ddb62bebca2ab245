-- SPDX-License-Identifier: MIT
create function data.programme_at(place text, is_unit boolean, from_day date, to_day date, known timestamptz) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.on_day
	from (
		select x.line_id, date '-infinity' as a, date 'infinity' as z from data.line x where is_unit and coalesce(x.export_npu, '') = place
		union all
		select x.line_id, '-infinity', 'infinity' from data.line x where not is_unit and x.export_force = place
		union all
		select i.line_id, i.valid_from, i.valid_to from data.line_import i where not is_unit and i.area = place
	) l
	cross join lateral (
		select x.on_day from data.arrest x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.charge x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.safeguarding x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.disruption x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select x.on_day from data.seizure x where x.line_id = l.line_id and x.programme and x.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
		union all
		select c.on_day from data.closure c where c.line_id = l.line_id and c.kind = 'type1' and c.on_day between greatest(from_day, l.a) and least(to_day, l.z)
			and (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
				order by s.n desc limit 1) in ('provisional', 'verified')
	) e
	limit 1
$$;
comment on function data.programme_at(text, boolean, date, date, timestamptz) is 'A day the programme was at work in a place, by its lines one after the other; null if on none';
