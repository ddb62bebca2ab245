-- SPDX-License-Identifier: MIT
-- A cell a row: series is where lines sell (empty: the lines themselves, each once), label where they are run
-- from: a unit, or the force where no unit is known. The first row's note is the share of the two cities.
create function api.corridors()
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with cell as (
		select x.area, coalesce(nullif(x.export_unit, ''), x.export_force) as place, x.export_force, sum(x.n)::bigint as n
		from (
			select c.export_force, c.export_unit, c.area, c.n from data.place_sums() c
			union all
			select c.export_force, c.export_unit, c.area, c.n
			from data.place_extra() e join data.line l using (line_id) cross join lateral data.place_cells(l) c
			where not e.in_sums
		) x
		group by 1, 2, 3
	), share as (
		select sum(c.n) as lines, sum(c.n) filter (where u.label ~ '^(Birmingham|Coventry)') as cities
		from cell c join ref.force f on f.code = c.export_force left join ref.unit u on u.code = c.place
		where c.area = '' and f.region = (select x.region from ref.force x where x.code = data.my_force())
	)
	select c.area, c.place, c.n, case when row_number() over in_order = 1 and s.lines > 0 then
		format('%s %% of the region''s export locations are in Birmingham and Coventry: %s of %s',
			round(100.0 * coalesce(s.cities, 0) / s.lines, 1), coalesce(s.cities, 0), s.lines) end
	from cell c cross join share s
	left join ref.area a on a.code = c.area left join ref.unit u on u.code = c.place left join ref.force f on f.code = c.place
	window in_order as (order by c.area <> '', a.position, c.area, u.position is null, u.position, f.position, c.place)
	order by c.area <> '', a.position, c.area, u.position is null, u.position, f.position, c.place
$$;
comment on function api.corridors() is 'Open lines the caller sees by where they are run from and where they sell';
