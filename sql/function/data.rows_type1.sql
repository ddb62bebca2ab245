-- SPDX-License-Identifier: MIT
create function data.rows_type1(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.outcome_ref, c.line_id, c.on_day, c.unit, format('Type 1, %s, by %s', s.state, c.definition), 1, null::numeric
	from data.closure c
	cross join lateral (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= known
		order by s.n desc limit 1) s
	where c.on_day between from_day and to_day and c.kind = 'type1' and s.state in ('provisional', 'verified')
$$;
comment on function data.rows_type1(date, date, timestamptz) is 'Type 1 outcomes that stood';
