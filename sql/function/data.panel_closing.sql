-- SPDX-License-Identifier: MIT
create function data.panel_closing()
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', b.label, r.ref, r.line_id, r.on_day, r.unit, format('%s days from %s', x.days, x.began), 1, x.days
	from data.panel_span() s
	cross join lateral data.rows_type1(s.from_day, s.upto, s.known) r
	join data.line l using (line_id)
	cross join lateral (select least(l.first_seen, data.day_of(l.created_at)) as began,
		r.on_day - least(l.first_seen, data.day_of(l.created_at)) as days) x
	join data.closing_buckets() b on x.days between coalesce(b.from_days, x.days) and coalesce(b.to_days, x.days)
$$;
comment on function data.panel_closing() is 'Type 1 closures of the year by how long the line was known';
