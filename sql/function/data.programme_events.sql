-- SPDX-License-Identifier: MIT
create function data.programme_events(from_day date, to_day date, known timestamptz, at_most int)
returns table (kind text, line_id uuid, on_day date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	(select 'arrest', x.line_id, x.on_day from data.arrest x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'charge', x.line_id, x.on_day from data.charge x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'safeguarding', x.line_id, x.on_day from data.safeguarding x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'disruption', x.line_id, x.on_day from data.disruption x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'seizure', x.line_id, x.on_day from data.seizure x
	where x.on_day between from_day and to_day and x.programme and x.line_id is not null and x.entered_at <= known and coalesce(x.voided_at, 'infinity') > known
	order by x.on_day desc limit at_most)
	union all
	(select 'type1', c.line_id, c.on_day from data.closure c
	where c.on_day between from_day and to_day and c.kind = 'type1'
		and (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
			order by s.n desc limit 1) in ('provisional', 'verified')
	order by c.on_day desc limit at_most)
$$;
comment on function data.programme_events(date, date, timestamptz, int) is 'The latest events and outcomes of the programme on lines, of each kind';
