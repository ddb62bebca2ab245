-- SPDX-License-Identifier: MIT
-- A version stood at the moments after the first until the last: both are counted in moments of data.panel_weeks().
-- Without their lines' rights: who asks joins data.line.
create function data.panel_versions()
returns table (line_id uuid, is_open boolean, band text, after int, until int)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
as $$
	with moments as materialized (
		select array_agg(w.at + interval '1 microsecond' order by w.n) as at, min(w.at) as first from data.panel_weeks() w
	)
	select * from (
		select h.line_id, h.is_open, h.band, width_bucket(lower(h.during), m.at) as after, width_bucket(upper(h.during), m.at) as until
		from moments m join data.line_history h on upper(h.during) > m.first
	) v
	where v.after < v.until
$$;
comment on function data.panel_versions() is 'Versions of lines that stood at one of the moments and do not any more';
